import { shiftArea, shiftFormula, type Shift } from './shift';

const insert = (at: number, count: number): Shift => ({ axis: 'row', at, count });
const remove = (at: number, count: number): Shift => ({ axis: 'row', at, count: -count });

test.each([
  ['=SUM(B2:B10)', insert(5, 2), '=SUM(B2:B12)'],
  ['=SUM(B2:B10)', insert(1, 2), '=SUM(B4:B12)'],
  ['=SUM(B2:B10)', insert(10, 2), '=SUM(B2:B10)'],
  ['=$B$3+B$3*$B3', insert(0, 1), '=$B$4+B$4*$B4'],
  ['=SUM(B:B)+SUM(3:4)', insert(0, 1), '=SUM(B:B)+SUM(4:5)'],
  ['="B3"&B3', insert(0, 1), '="B3"&B4'],
  ["='另 表'!B3+本表!B3+别表!B3", insert(0, 1), "='另 表'!B3+本表!B4+别表!B3"],
  ['=LOG10(B3)+A1B', insert(0, 1), '=LOG10(B4)+A1B'],
  ['=SUM(B2:B10)', remove(4, 2), '=SUM(B2:B8)'],
  ['=B5+B9', remove(4, 1), '=#REF!+B8'],
  ['=SUM(B2:B4)', remove(0, 3), '=SUM(B1:B1)'],
] as const)('%s', (formula, shift, expected) => {
  expect(shiftFormula(formula, '本表', '本表', shift)).toBe(expected);
});

test('a formula on another sheet follows only where it names the sheet', () => {
  expect(shiftFormula('=B3+本表!B3', '别表', '本表', insert(0, 1))).toBe('=B3+本表!B4');
});

test('columns shift as rows do', () => {
  expect(shiftFormula('=SUM(B2:D2)', '表', '表', { axis: 'column', at: 2, count: 1 })).toBe('=SUM(B2:E2)');
  expect(
    shiftArea({ top: 0, left: 1, bottom: 0, right: 1 }, { axis: 'column', at: 1, count: -1 }),
  ).toBeNull();
});
