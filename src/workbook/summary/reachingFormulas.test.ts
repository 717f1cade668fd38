import { yinchuan2008 } from '../../schemes';
import { personScore } from '../../../tests/fixtures/scoreBooks';
import { applied, sheetOf, snapshotOf } from '../../../tests/fixtures/snapshots';
import { cellKey, type Snapshot } from '../snapshot';
import { planSummary } from './plan';

const scheme = yinchuan2008();
const HEADER = ['序号', '部(所)', '姓名', '岗位', '抽查户数', '折算百分制'];

function person(name: string, department: string) {
  return personScore(scheme, { name, department, role: '客户经理' });
}

/** The formula that stands in a cell once the workbook is filled for these persons. */
function filled(workbook: Snapshot, persons: ReturnType<typeof person>[]) {
  const after = applied(workbook, planSummary(workbook, scheme, { persons, departments: [] }).changes);
  return (sheet: string, row: number, column: number): string | undefined =>
    after.sheets.find(({ name }) => name === sheet)!.formulas.get(cellKey(row, column));
}

describe('formulas over the persons of several summaries that all get new ones', () => {
  const workbook = snapshotOf(
    sheetOf('甲', [
      HEADER,
      [1, '甲所', '张三', '客户经理'],
      ['合计', '', '', '', '=SUM(E2:E2)'],
      ['总计', '', '', '', '=E3+SUM(乙!E2:E2)'],
    ]),
    sheetOf('乙', [
      HEADER,
      [1, '乙所', '李四', '客户经理'],
      ['合计', '', '', '', '=SUM(E2:E2)'],
      ['总计', '', '', '', '=SUM(甲!E2:E2)+SUM(E2:E2)'],
    ]),
    sheetOf('统计', [['=SUM(甲!$E$2:$E$2,乙!$E$2:$E$2)']]),
  );
  const formulaAt = filled(workbook, [
    person('张三', '甲所'),
    person('李四', '乙所'),
    person('王五', '甲所'),
    person('赵六', '乙所'),
  ]);

  it('take in the new persons of each of them', () => {
    expect(formulaAt('乙', 4, 4)).toBe('=SUM(甲!E2:E3)+SUM(E2:E3)');
    expect(formulaAt('统计', 0, 0)).toBe('=SUM(甲!$E$2:$E$3,乙!$E$2:$E$3)');
  });

  it('stay in their cells', () => {
    expect(formulaAt('甲', 3, 4)).toBe('=SUM(E2:E3)');
    expect(formulaAt('甲', 4, 4)).toBe('=E4+SUM(乙!E2:E3)');
    expect(formulaAt('乙', 3, 4)).toBe('=SUM(E2:E3)');
  });
});

describe('ways in which a formula names the rows of the persons', () => {
  it.each([
    ['whole rows', '=COUNTIF(2:3,"达标")', '=COUNTIF(2:4,"达标")'],
    ['the lower end first', '=SUM(E3:E2)', '=SUM(E2:E4)'],
    ['the same rows of several sheets, which stay as Excel leaves them', '=SUM(甲:丙!E2:E3)', undefined],
    ['a text', '="E2:E3"', undefined],
    ['a part of them', '=SUM(E2:E2)', undefined],
    ['one of them', '=E3', undefined],
    ['a name with such an ending', '=SUM(得分E2:E3)', undefined],
  ])('%s', (_what, before, after) => {
    const workbook = snapshotOf(
      sheetOf('汇总', [
        HEADER,
        [1, '甲所', '张三', '客户经理'],
        [2, '甲所', '李四', '客户经理'],
        ['合计', '', '', '', before],
      ]),
    );
    const formulaAt = filled(workbook, [
      person('张三', '甲所'),
      person('李四', '甲所'),
      person('王五', '甲所'),
    ]);
    expect(formulaAt('汇总', 4, 4)).toBe(after ?? before);
  });
});
