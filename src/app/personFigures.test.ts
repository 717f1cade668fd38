import Fraction from 'fraction.js';
import { figuresOf, rowOf, sheetOf } from '../../tests/fixtures/checkRows';
import { type MeasureRow, slotOf } from '../model';
import { FiguresByPerson } from './personFigures';

/** `sales 3, hasViolation` → a row of a sheet of its own. */
function row(section: string, figures: Readonly<Record<string, number | boolean | string>>): MeasureRow {
  const fields = Object.keys(figures);
  const cell = { sheet: section, row: 3, column: 0 };
  const measures = new Map(
    fields.map((field) => {
      const own = figures[field]!;
      return [field, { field, value: typeof own === 'boolean' ? own : new Fraction(own), cell }];
    }),
  );
  return rowOf(sheetOf(section, fields), 4, '城东 李明 客户经理', {
    section,
    ...figuresOf(measures),
    broken: new Set<string>(),
  });
}

test('somebody has the figures of all their rows; the section that came up later wins', () => {
  const all = new FiguresByPerson(3);
  expect(all.add(row('enhanced', { sales: 1, grossProfit: 2 }), 1)).toBeNull();
  expect(all.add(row('satisfaction', { sales: 5, hasViolation: true }), 1)).toBeNull();
  const own = all.of(1);
  expect([...own].map(([field, { value }]) => `${field} ${String(value)}`)).toEqual([
    'sales 5',
    'grossProfit 2',
    'hasViolation true',
  ]);
  expect(own.get('sales')!.cell.sheet).toBe('satisfaction');
  expect(String(own.valueAt!(slotOf('sales')))).toBe('5');
  expect(own.has('marketShare')).toBe(false);
  expect([...all.of(0)]).toEqual([]);
  expect([all.has('enhanced', 1), all.has('enhanced', 2)]).toEqual([true, false]);
});

test('a second row of a section is refused, and the first one told', () => {
  const all = new FiguresByPerson(1);
  const first = row('enhanced', { sales: 1 });
  all.add(first, 0);
  expect(all.add(row('enhanced', { sales: 2 }), 0)).toBe(first);
  expect(String(all.of(0).get('sales')!.value)).toBe('1');
});

test('the figures of many are copied by their numbers', () => {
  const all = new FiguresByPerson(4);
  all.add(row('enhanced', { sales: '1/3' }), 0);
  all.add(row('enhanced', { grossProfit: 2 }), 1);
  all.add(row('enhanced', { sales: '12345678901234567890' }), 3);
  all.add(row('satisfaction', { sales: 7 }), 3);
  const [upper, lower] = [new Float64Array(4), new Float64Array(4)];
  all.copy(slotOf('sales'), Int32Array.of(3, 0, 1, 2), upper, lower);
  expect([...upper]).toEqual([7, 1, NaN, NaN]);
  expect([...lower]).toEqual([1, 3, 0, 0]);
  all.copy(slotOf('marketShare'), Int32Array.of(0), upper.subarray(0, 1), lower.subarray(0, 1));
  expect([upper[0], lower[0]]).toEqual([NaN, 0]);
});

test('a figure that no small whole numbers tell is copied as none', () => {
  const all = new FiguresByPerson(1);
  all.add(row('enhanced', { sales: '12345678901234567890' }), 0);
  const [upper, lower] = [new Float64Array(1), new Float64Array(1)];
  all.copy(slotOf('sales'), Int32Array.of(0), upper, lower);
  expect([upper[0], lower[0]]).toEqual([NaN, NaN]);
});
