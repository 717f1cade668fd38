import { grownName } from './grownName';

/** Two rows below a block of the rows 4 to 22. */
const ROWS = { sheet: '汇总表', row: 22, count: 2, namesFrom: 3 };

test.each([
  ['汇总表!$K$4:$K$22', '汇总表!$K$4:$K$24'],
  ["='汇总表'!$A$3:$P$22", "='汇总表'!$A$3:$P$24"],
  ['汇总表!$4:$22', '汇总表!$4:$24'],
])('%s takes them in', (formula, grown) => expect(grownName('全部', formula, ROWS)).toBe(grown));

test.each([
  ['some of the rows', '汇总表!$K$5:$K$22'],
  ['rows that end above', '汇总表!$K$4:$K$21'],
  ['rows that reach below', '汇总表!$K$4:$K$23'],
  ['one cell', '汇总表!$K$22'],
  ['whole columns', '汇总表!$K:$K'],
  ['rows that move with the cell', '汇总表!K4:K22'],
  ['columns that move with the cell', '汇总表!K$4:K$22'],
  ['another sheet', '名册!$K$4:$K$22'],
  ['no sheet', '$K$4:$K$22'],
  ['two ranges', '汇总表!$K$4:$K$22,汇总表!$M$4:$M$22'],
  ['something computed', 'SUM(汇总表!$K$4:$K$22)'],
  ['a value', '0.5'],
  ['nothing any more', '#REF!'],
])('a name over %s stays', (_what, formula) => expect(grownName('全部', formula, ROWS)).toBeNull());

test('a name of Excel itself stays, and so does every name where nothing says that a block grows', () => {
  expect(grownName('_xlnm.Print_Area', '汇总表!$A$1:$P$22', ROWS)).toBeNull();
  expect(grownName('Print_Area', '汇总表!$A$1:$P$22', ROWS)).toBeNull();
  const { namesFrom: _, ...plain } = ROWS;
  expect(grownName('全部', '汇总表!$K$4:$K$22', plain)).toBeNull();
});
