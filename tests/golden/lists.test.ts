import type { CellValue } from '../../src/model';
import type { SheetSnapshot, Snapshot } from '../../src/workbook/snapshot';
import { run } from '../fixtures/outcomes';
import { removeColumn, sheetOfRows, uncalculatedAt } from '../fixtures/sheetEdits';

const ROSTER = sheetOfRows('人员名册', [
  ['部(所)', '姓名', '岗位', '片区', '片区零售客户数'],
  ['一所', '张三', '客户经理', '', ''],
]);
const HEADER = ['部(所)', '姓名', '岗位', '客户名称', '许可证号', '检查日期', '条款', '扣分', '问题描述'];
const JIA = '640100000001';

const visit = (shop: string, licence: string): CellValue[] => [
  '一所',
  '张三',
  '客户经理',
  shop,
  licence,
  '2008-3-1',
];
const finding = (item: CellValue, points: CellValue, shop = '甲店', licence = JIA, ...more: CellValue[]) => [
  ...visit(shop, licence),
  item,
  points,
  '',
  ...more,
];
const visits = (...rows: CellValue[][]): SheetSnapshot =>
  sheetOfRows('走访登记', [HEADER.slice(0, 6), ...rows]);
const findings = (rows: CellValue[][], more: string[] = []): SheetSnapshot =>
  sheetOfRows('问题记录', [[...HEADER, ...more], ...rows]);
const TWO = visits(visit('甲店', JIA), visit('乙店', '640100000002'));

/** Issues but those about sections without data, and the person's points for the households. */
function found(...sheets: SheetSnapshot[]): { issues: readonly string[]; standard: number | null } {
  const book: Snapshot = { name: 'x.xlsx', memory: null, date1904: false, sheets: [ROSTER, ...sheets] };
  const { issues, result } = run(book);
  const [person] = result.persons;
  return {
    issues: issues.filter((issue) => !issue.startsWith('missing-section')),
    standard: person?.status === 'scored' ? (person.sections.standard ?? null) : null,
  };
}

describe('what a list says was found', () => {
  test.each(['CM-S03、CM-S07', '1.2、2.3', '价签维护;货源告知', '1.2价签维护,2.3货源告知'])(
    '%s is two rules, not the first of them',
    (item) => {
      expect(found(findings([finding(item, 1)]), TWO)).toEqual({
        issues: ['header-ambiguous 问题记录!G2'],
        standard: null,
      });
    },
  );
  test('an item that cannot be read is the fault of its formula', () => {
    const list = findings([finding('#N/A', 1)]);
    expect(found(list, TWO)).toEqual({ issues: ['formula-error 问题记录!G2'], standard: null });
    const open = uncalculatedAt('G2')(findings([finding('', 1)]));
    expect(found(open, TWO)).toEqual({ issues: ['formula-not-calculated 问题记录!G2'], standard: null });
  });
  test('without a column for the rule the column is the one fault', () => {
    const list = removeColumn('G')(findings([finding('1.3', 2)]));
    expect(found(list, TWO)).toEqual({ issues: ['column-missing 问题记录!A1'], standard: null });
    const twice = findings([finding('1.3', 2, '甲店', JIA, '1.3')], ['条款']);
    expect(found(twice, TWO)).toEqual({ issues: ['header-ambiguous 问题记录!J1'], standard: null });
  });
  test('a visit list by which nobody can be named is no missing one', () => {
    const list = findings([finding('1.3', 2)]);
    expect(found(list, removeColumn('B')(TWO)).issues).toEqual(['column-missing 走访登记!A1']);
  });
  test('a title with commas of its own is one rule', () => {
    const title = '陈列整洁、按主导/成长/过渡性牌号排序';
    expect(found(findings([finding(title, 1)]), TWO)).toEqual({ issues: [], standard: 19.5 });
    expect(found(findings([finding(`1.1.1 ${title}(1分)`, 1)]), TWO)).toEqual({ issues: [], standard: 19.5 });
  });
  test('a rule without points is not nothing', () => {
    expect(found(findings([finding('1.3', '')]), TWO)).toEqual({
      issues: ['missing-input 问题记录!H2'],
      standard: null,
    });
    expect(found(findings([finding('1.3', 0)]), TWO)).toEqual({ issues: [], standard: 20 });
  });
  test('points and a number of faults are to agree', () => {
    const rows = (count: CellValue) => findings([finding('1.3', 2, '甲店', JIA, count)], ['项数']);
    expect(found(rows(1), TWO)).toEqual({ issues: [], standard: 19 });
    expect(found(rows(''), TWO)).toEqual({ issues: [], standard: 19 });
    expect(found(rows(2), TWO)).toEqual({ issues: ['row-total-differs 问题记录!J2'], standard: 19 });
  });
});

describe('which household a finding is for', () => {
  test('by its name, where the finding or the visit has no licence number', () => {
    expect(found(findings([finding('1.3', 2, '甲店', '')]), TWO)).toEqual({ issues: [], standard: 19 });
    expect(
      found(findings([finding('1.3', 2)]), visits(visit('甲店', ''), visit('乙店', '640100000002'))),
    ).toEqual({
      issues: ['licence-missing 走访登记!E2'],
      standard: 19,
    });
  });
  test('not by its name where the numbers differ, or two customers have it', () => {
    expect(found(findings([finding('1.3', 2, '甲店', '640100000009')]), TWO)).toEqual({
      issues: ['finding-without-visit 问题记录!E2'],
      standard: null,
    });
    const twins = visits(visit('甲店', JIA), visit('甲店', '640100000002'));
    expect(found(findings([finding('1.3', 2, '甲店', '')]), twins).issues).toEqual([
      'finding-without-visit 问题记录!D2',
    ]);
  });
});

test('visits without any sheet of findings give nobody full marks', () => {
  expect(found(TWO)).toEqual({ issues: ['sheet-missing null!null'], standard: null });
});
