import fc from 'fast-check';
import {
  formulaWithoutSheet,
  movedFormula,
  movedOffsetFormula,
  movedSpan,
  shiftedFormula,
} from './formulaMoves';

const insert = (row: number, count = 2) => ({ sheet: '汇总', row, count });

describe('rows that come', () => {
  test.each([
    ['SUM(E4:E22)', 22, 'SUM(E4:E22)'],
    ['SUM(E4:E22)', 21, 'SUM(E4:E24)'],
    ['SUM(E4:E22)', 3, 'SUM(E6:E24)'],
    ['SUM(E4:E22)', 4, 'SUM(E4:E24)'],
    ['$E$23*2', 22, '$E$25*2'],
    ['E22', 22, 'E22'],
    ['SUM(A:A)', 0, 'SUM(A:A)'],
    ['SUM(3:5)', 3, 'SUM(3:7)'],
    ['明细!E23+汇总!E23', 22, '明细!E23+汇总!E25'],
    ['SUM(A1:A1048576)', 5, 'SUM(A1:A1048576)'],
    ['A1048576', 5, '#REF!'],
    ['SUM(E22:E4)', 10, 'SUM(E4:E24)'],
  ])('%s with two rows at %i reads %s', (formula, row, expected) => {
    expect(movedFormula(formula, '汇总', insert(row))).toBe(expected);
  });

  test('on another sheet only references to the sheet move, whatever the case of its name', () => {
    const move = { sheet: 'Sum', row: 0, count: 1 };
    expect(movedFormula('A1+SUM!A1+Other!A1', 'Other', move)).toBe('A1+SUM!A2+Other!A1');
  });
});

describe('rows that go', () => {
  test.each([
    ['SUM(E4:E24)', 'SUM(E4:E22)'],
    ['E25', 'E23'],
    ['E23', '#REF!'],
    ['SUM(E23:E24)', 'SUM(#REF!)'],
    ['SUM(E24:E30)', 'SUM(E23:E28)'],
    ['SUM(E20:E23)', 'SUM(E20:E22)'],
  ])('%s without rows 23 and 24 reads %s', (formula, expected) => {
    expect(movedFormula(formula, '汇总', insert(22, -2))).toBe(expected);
  });
});

test('what is inserted and deleted again leaves every span as it was', () => {
  const row = fc.integer({ min: 0, max: 1000 });
  fc.assert(
    fc.property(row, row, row, fc.integer({ min: 1, max: 50 }), (from, length, at, count) => {
      const span = movedSpan(from, from + length, { sheet: '', row: at, count })!;
      expect(movedSpan(span[0], span[1], { sheet: '', row: at, count: -count })).toEqual([
        from,
        from + length,
      ]);
    }),
  );
});

test('a shared formula is read relative to where it stands', () => {
  expect(shiftedFormula('A1+$B2+C$3+$D$4+LOG10(E1)&"A1"', 2, 1)).toBe('B3+$B4+D$3+$D$4+LOG10(F3)&"A1"');
  expect(shiftedFormula("SUM('x y'!A1:B2,C:C)", 1, 1)).toBe("SUM('x y'!B2:C3,D:D)");
  expect(shiftedFormula('A1', -1, 0)).toBe('A1048576');
});

test('the formula of a rule keeps its distance to the first cell of the rule', () => {
  expect(movedOffsetFormula('$E24>5', '汇总', insert(24), 2)).toBe('$E26>5');
  expect(movedOffsetFormula('$E4>$F$30', '汇总', insert(24), 0)).toBe('$E4>$F$32');
  expect(movedOffsetFormula('明细!A9', '汇总', insert(0), 2)).toBe('明细!A9');
});

test('a sheet that goes leaves #REF!', () => {
  expect(formulaWithoutSheet("A1+'汇 总'!B2+其他!C3", '汇 总')).toBe('A1+#REF!+其他!C3');
});
