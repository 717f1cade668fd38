import type { CellValue } from '../../model';
import { yinchuan2008 } from '../../schemes';
import { departmentScore, personScore } from '../../../tests/fixtures/scoreBooks';
import { applied, rowOf, sheetOf, snapshotOf } from '../../../tests/fixtures/snapshots';
import { planSummary } from './plan';

const scheme = yinchuan2008();
const HEADER = ['序号', '部(所)', '姓名', '岗位', '折算百分制'];
const PERSONS: CellValue[][] = [
  [1, '甲所', '张三', '客户经理', ''],
  [2, '甲所', '李四', '客户经理', ''],
  [3, '乙所', '王五', '客户经理', ''],
  [4, '乙所', '赵六', '客户经理', ''],
];
const BLOCK: CellValue[][] = [
  ['部(所)', '人数', '平均得分', '名次'],
  ['甲所', '', '', ''],
  ['乙所', '', '', ''],
];
/** The block as it stands once it is filled, without its header. */
const FILLED = [
  ['甲所', 2, 90, 1],
  ['乙所', 2, 80, 1],
];

/** A summary whose block stands on the right, its header in row `at`, before and after a fill for four persons. */
function filled(at: number) {
  const rows = [['汇总表', '', '', '', ''], HEADER, ...PERSONS];
  const beside = rows.map((row, index) => [...row, '', ...(BLOCK[index - at] ?? [])]);
  const before = snapshotOf(sheetOf('汇总', beside));
  const persons = PERSONS.map(([, department, name]) =>
    personScore(scheme, { department: String(department), name: String(name), role: '客户经理' }),
  );
  const departments = [departmentScore('甲所', 90), departmentScore('乙所', 80)];
  const plan = planSummary(before, scheme, { persons, departments });
  const after = applied(before, plan.changes);
  return { plan, sheet: after.sheets[0]!, again: planSummary(after, scheme, { persons, departments }) };
}

describe.each([
  ['above that of the persons', 0],
  ['in the same row', 1],
  ['beside the first person', 2],
  ['further down', 3],
])('a department block on the right with its header %s', (_, at) => {
  it('ends nobody above or below it: all rows are filled where they stand', () => {
    const { plan, sheet, again } = filled(at);
    expect(plan.insertedRows).toBe(0);
    expect([2, 3, 4, 5].map((row) => rowOf(sheet, row)[4])).toEqual([100, 100, 100, 100]);
    expect([1, 2].map((below) => rowOf(sheet, at + below).slice(6))).toEqual(FILLED);
    expect(again.changes).toEqual([]);
  });
});
