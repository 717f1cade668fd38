import type { CellValue } from '../../src/model';
import { amountUnit } from '../../src/workbook/read/amountUnits';
import { run } from '../fixtures/outcomes';
import { sheetOfRows } from '../fixtures/sheetEdits';

const ROSTER = [
  ['部(所)', '姓名', '岗位'],
  ['城东部', '张三', '客户经理'],
  ['配送中心', '孙八', '送货员'],
];
const VISITS = [
  ['部(所)', '姓名', '岗位', '客户名称', '许可证号', '检查日期'],
  ['城东部', '张三', '客户经理', '店1', '640100000001', '2008-4-1'],
  ['配送中心', '孙八', '送货员', '店2', '640100000002', '2008-4-1'],
];
const FINDINGS = [
  [...VISITS[0]!, '条款', '扣分'],
  [...VISITS[1]!, 'CM-S03', 1],
];

/** 提升服务 of the only person of a sheet of figures, and its issues. */
function figures(headers: readonly string[], row: readonly CellValue[]): readonly (string | number | null)[] {
  const sheets = [ROSTER, FINDINGS, VISITS, [headers, row]].map((rows, at) => sheetOfRows(`表${at}`, rows));
  const { result, issues } = run({ name: 'x.xlsx', sheets, memory: null, date1904: false });
  const person = result.persons.find(({ name }) => name === row[1])!;
  return [person.sections['enhanced'] ?? null, ...issues.filter((each) => each.includes('表3'))];
}

const DELIVERY = [
  '部(所)',
  '姓名',
  '抽查户次',
  '准时户次',
  '安全不符项数',
  '违反安全规定',
  '安全事故',
  '线路优化',
];
const delivered = (
  total: string,
  broken: string,
  of: number,
  lost: number,
): readonly (string | number | null)[] =>
  figures([...DELIVERY, total, broken], ['配送中心', '孙八', 9, 9, 0, '否', '否', '', of, lost]);

test('amounts in one unit, or without any, are divided', () => {
  expect(delivered('送货总数(条)', '破损数(条)', 125000, 3)).toEqual([40]);
  expect(delivered('送货总数', '破损数', 125000, 3)).toEqual([40]);
  expect(delivered('送货总数(条)', '破损数', 125000, 3)).toEqual([40]);
  expect(delivered('送货总数(必填)', '破损数(上半年)', 125000, 3)).toEqual([40]);
});

test('amounts in different units are not', () => {
  const fault = [null, 'rate-unit-ambiguous 表3!J1'];
  expect(delivered('送货总数(万条)', '破损数(条)', 12.5, 3)).toEqual(fault);
  expect(delivered('送货总数(件)', '破损数(条)', 2500, 3)).toEqual(fault);
  expect(delivered('送货总数（万条）', '破损数', 12.5, 3)).toEqual(fault);
  expect(delivered('送货总数(万条)', '破损数(条)', 12.5, 0)).toEqual([40]);
});

test('a rate that was entered counts, whatever the units of the two that check it', () => {
  const entered = (...rate: readonly CellValue[]): readonly (string | number | null)[] =>
    figures(
      [...DELIVERY, '送货总数(万条)', '破损数(条)', '破损率'],
      ['配送中心', '孙八', 9, 9, 0, '否', '否', '', 12.5, 30, ...rate],
    );
  // 0.24‰ is over by 0.14‰: one step, 3 points.
  expect(entered('0.24‰')).toEqual([37]);
  expect(entered('')).toEqual([null, 'rate-unit-ambiguous 表3!J1']);
});

test('units that stand in the cells are units too', () => {
  const goods = (of: CellValue, lost: CellValue, ...headers: readonly string[]) =>
    figures(
      [...DELIVERY, headers[0] ?? '送货总数', headers[1] ?? '破损数'],
      ['配送中心', '孙八', 9, 9, 0, '否', '否', '', of, lost],
    );
  const read = ['text-number 表3!I2', 'text-number 表3!J2'];
  expect(goods('125000条', '3条')).toEqual([40, ...read]);
  expect(goods('2500件', '3条')).toEqual([null, 'rate-unit-ambiguous 表3!J2']);
  expect(goods(2500, '3条', '送货总数(件)')).toEqual([null, 'rate-unit-ambiguous 表3!J2']);
  expect(goods('125000条', '3条', '送货总数(件)')).toEqual([40, ...read]);
  expect(goods(125000, '3条')).toEqual([40, 'text-number 表3!J2']);
});

const STOCK = [
  '业态不符户数',
  '目标客户数',
  '上柜户数',
  '城市户数',
  '城市有效指导户数',
  '考核客户数',
  '知晓客户数',
];
const stocked = (
  stock: string,
  sold: string,
  standard: string,
  values: readonly CellValue[],
): readonly (string | number | null)[] =>
  figures(
    ['部(所)', '姓名', '毛利率', stock, sold, standard, ...STOCK],
    ['城东部', '张三', '12%', ...values, 0, 9, 9, 9, 9, 9, 9],
  );

test('the stock-sales ratio and its standard', () => {
  expect(stocked('期末库存(箱)', '期间销量(箱)', '社会存销比', [450, 1000, 0.5])).toEqual([50]);
  expect(stocked('期末库存(条)', '期间销量(箱)', '社会存销比', [450, 1000, 0.5])).toEqual([
    null,
    'rate-unit-ambiguous 表3!E1',
  ]);
  expect(stocked('期末库存', '期间销量', '社会存销比(%)', [450, 1000, 50])).toEqual([50]);
  expect(stocked('期末库存', '期间销量', '社会存销比(%)', [450, 1000, '50%'])).toEqual([50]);
  expect(stocked('期末库存', '期间销量', '社会存销比(%)', [450, 1000, 0.5])).toEqual([
    null,
    'rate-unit-ambiguous 表3!F1',
  ]);
});

test('units in brackets', () => {
  expect(amountUnit('毛利额(单位:万元)')).toBe('万元');
  expect(amountUnit('期间销量(1-6月)(箱)')).toBe('箱');
  expect(amountUnit('抽查户次(户)')).toBeNull();
  expect(amountUnit('期末库存')).toBeNull();
});
