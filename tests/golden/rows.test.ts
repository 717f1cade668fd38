import type { CellValue } from '../../src/model';
import { difference, NO_DIFFERENCE, plain, run } from '../fixtures/outcomes';
import { insertRows } from '../fixtures/sheetEdits';
import { edited, sample } from '../fixtures/workbooks';

const BOOK = 'existing-summary';
const CM = '明细测评表-客户经理';
const END = sample(BOOK).sheets.find((sheet) => sheet.name === CM)!.values.length + 1;
/** Columns of the sheet before the first rule. */
const BLANK: readonly CellValue[] = ['', '', '', '', '', '', ''];

/** Rows that stand between or below the visits and say nothing of any. */
const rows: [string, number, readonly CellValue[]][] = [
  ['letters of the columns', 5, ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H']],
  ['甲 乙 and numbers', 5, ['甲', '乙', '丙', '1', '2', '3', 4, 5]],
  ['numbers of the columns', 5, Array.from({ length: 21 }, (_, at) => at + 1)],
  ['points at the bottom', END, ['标准分', ...BLANK.slice(1), 1, 1, 1, 2, 1, 2, 1, 1, 1, 1, 2, 1, 15]],
  ['signatures not in the first column', END, ['', '', '测评人签名:', '', '', '日期:']],
  ['a group leader', END, ['测评组长:张三', '', '', '', '2008年6月30日']],
  ['a leader', END, ['主管领导:', '', '', '', '经办人:']],
  ['any label with its colon', END, ['抄送:', '', '', '各部(所)']],
  ['the day alone', END, ['', '', '', '', '', '2008年6月30日']],
  ['the day of a signature below another column', END, [...BLANK, '', '2008年7月5日']],
  ['the day of a signature in Chinese figures', END, ['二○○八年七月五日']],
  ['a form that was struck through', END, ['/', '/', '/', '—', '/', '/', '无', '/']],
  ['averages', END, ['户均扣分', ...BLANK.slice(1), 0.2]],
  ['a page number', END, ['第1页 共3页']],
  ['a row prepared with its number and department', END, [59, '城东营销部']],
  ['a subtotal of one person that Excel has made', 8, ['', '', '华立新 汇总', ...BLANK.slice(3), 3]],
  ['a subtotal of a department that Excel has made', 8, ['', '城东营销部 汇总', ...BLANK.slice(2), 3]],
  ['a count that Excel has made', 8, ['', '', '华立新 计数', ...BLANK.slice(3), 3]],
  ['a maximum that Excel has made', 8, ['', '', '华立新 最大值', ...BLANK.slice(3), 3]],
  ['a minimum that Excel has made', 8, ['', '', '华立新 最小值', ...BLANK.slice(3), 1]],
  ['a subtotal of one person', 8, ['', '', '华立新(小计)', ...BLANK.slice(3), 3]],
];

test.each(rows)('%s', (_, before, row) => {
  expect(difference(plain(BOOK), run(edited(sample(BOOK), CM, insertRows(before, row))))).toEqual(
    NO_DIFFERENCE,
  );
});

test('合格 under every rule says that somebody was visited: what is missing is asked for', () => {
  const looked = edited(sample(BOOK), CM, insertRows(END, ['', '', '', ...BLANK.slice(3), '合格', '合格']));
  expect(difference(plain(BOOK), run(looked))).not.toEqual(NO_DIFFERENCE);
});

test.each([
  ['the day of a signature', ['2008年7月5日']],
  ['a form that was struck through', ['/', '/', '/', '/', '/', '/', '/']],
] as const)('%s below the complaints is none', (_, row) => {
  const name = '客户投诉测评表';
  const last = sample(BOOK).sheets.find((sheet) => sheet.name === name)!.values.length + 1;
  expect(difference(plain(BOOK), run(edited(sample(BOOK), name, insertRows(last, row))))).toEqual(
    NO_DIFFERENCE,
  );
});
