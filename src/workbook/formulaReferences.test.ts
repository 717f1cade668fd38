import { mapReferences, type Reference } from './formulaReferences';

/** The references that are found, each as text, and the formula with each replaced by `null`. */
function seen(formula: string): { found: string[]; gone: string } {
  const found: string[] = [];
  const note = (reference: Reference): void => {
    const { sheet, rows, columns, isRange } = reference;
    const ends = [rows, columns].map(
      (axis) => axis?.map((bound) => (bound.fixed ? '$' : '') + bound.at).join('-') ?? '*',
    );
    found.push(`${sheet ?? ''}|${ends.join('|')}${isRange ? '|range' : ''}`);
  };
  const gone = mapReferences(formula, (reference) => {
    note(reference);
    return null;
  });
  return { found, gone };
}

test.each([
  ['A1', '|0-0|0-0'],
  ['$B$12+1', '|$11-$11|$1-$1'],
  ['SUM(E4:E22)', '|3-21|4-4|range'],
  ['sum(a$1:$b2)', '|$0-1|0-$1|range'],
  ['SUM(A:C)', '|*|0-2|range'],
  ['SUM($2:5)', '|$1-4|*|range'],
  ["'A 表'!A1", 'A 表|0-0|0-0'],
  ["'it''s'!A1:B2", "it's|0-1|0-1|range"],
  ['汇总!$C$3', '汇总|$2-$2|$2-$2'],
  ['Sheet1!A:A', 'Sheet1|*|0-0|range'],
  ['XFD1048576', '|1048575-1048575|16383-16383'],
  ['{1,2}*A1', '|0-0|0-0'],
])('%s holds one reference', (formula, expected) => {
  expect(seen(formula).found).toEqual([expected]);
});

test.each([
  'LOG10(2)',
  'ATAN2(1,2)',
  'DEC2BIN(9)',
  '"A1 和 ""B2"""',
  'TRUE',
  'Table1[[#This Row],[A1]]',
  "Table1[['A1']]",
  '[1]Sheet1!A1:B2',
  "'[Book.xlsx]表'!$A$1",
  "'第一张:第三张'!A1",
  'Sheet1:Sheet3!A1',
  '#REF!',
  'Sheet1!#REF!',
  'XFE1',
  'A1048577',
  'A0',
  'A1B',
  'A1.B',
  '_A1',
  '姓名A1',
  '1E5+2',
  'Sheet1!Scores',
  '3:',
])('%s holds none', (formula) => {
  expect(seen(formula)).toEqual({ found: [], gone: formula });
});

test('everything around the references stays as written', () => {
  expect(seen('=IF( A1>"B2" , SUM(\'x y\'!B1:B2 , LOG10(C3)) , Table1[A] )').gone).toBe(
    '=IF( #REF!>"B2" , SUM(#REF! , LOG10(#REF!)) , Table1[A] )',
  );
});

test('a range whose end is computed keeps its first cell as a reference', () => {
  expect(seen('SUM(A1:INDEX(B:B,3))').found).toEqual(['|0-0|0-0', '|*|1-1|range']);
});

test('the spill sign and the intersection sign stay', () => {
  expect(seen('SUM(A1#)+@B2').gone).toBe('SUM(#REF!#)+@#REF!');
});
