import Fraction from 'fraction.js';
import { slotOf } from './fieldSlots';
import { FigureTable } from './figureTable';

const columns = ['sales', 'grossProfit', 'hasViolation'].map((field, column) => ({ field, column }));

test('figures stand under their fields: small ones in lowest terms, others as they are, blanks not at all', () => {
  const table = new FigureTable(columns, 2);
  table.set(0, 0, new Fraction(6, 4));
  table.setParts(1, 0, 70, 1);
  table.set(2, 0, true);
  table.set(0, 1, new Fraction('12345678901234567890'));
  expect(table.at(0, 0)!.toString()).toBe('1.5');
  expect(table.at(1, 0)!.toString()).toBe('70');
  expect(table.at(2, 0)).toBe(true);
  expect(table.at(0, 1)!.toString()).toBe('12345678901234567890');
  expect(table.at(1, 1)).toBeUndefined();
  expect([table.countAt(0), table.countAt(1)]).toEqual([3, 1]);
  const { upper, lower } = table.partsOf(slotOf('sales'))!;
  expect([...upper]).toEqual([3, 0]);
  expect([...lower]).toEqual([2, -1]);
  expect([...table.partsOf(slotOf('hasViolation'))!.lower]).toEqual([-1, 0]);
});

test('zero is a figure; a field that the sheet does not have is none', () => {
  const table = new FigureTable(columns, 1);
  table.set(0, 0, new Fraction(0));
  expect(table.at(0, 0)!.toString()).toBe('0');
  expect(table.positionOf(slotOf('marketShare'))).toBe(-1);
  expect(table.partsOf(slotOf('marketShare'))).toBeNull();
});
