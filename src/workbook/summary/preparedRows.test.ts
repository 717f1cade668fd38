import type { Area, CellValue } from '../../model';
import { yinchuan2008 } from '../../schemes';
import { personScore } from '../../../tests/fixtures/scoreBooks';
import { applied, rowOf, sheetOf, snapshotOf } from '../../../tests/fixtures/snapshots';
import { planSummary } from './plan';

const scheme = yinchuan2008();
const HEADER = ['序号', '部(所)', '姓名', '岗位', '抽查户数', '折算百分制'];

/** The plan and the summary after a fill for two persons of 甲所 and one of 乙所, none of whom stands in it. */
function filled(rows: CellValue[][], merges: Area[] = []) {
  const workbook = snapshotOf(sheetOf('汇总', [HEADER, ...rows], merges));
  const persons = [
    personScore(scheme, { department: '甲所', name: '张三', role: '客户经理' }),
    personScore(scheme, { department: '甲所', name: '赵六', role: '送货员' }),
    personScore(scheme, { department: '乙所', name: '李四', role: '客户经理' }),
  ];
  const plan = planSummary(workbook, scheme, { persons, departments: [] });
  return { plan, sheet: applied(workbook, plan.changes).sheets[0]! };
}

describe('rows prepared for those who come in', () => {
  it('with number and department are used before any row is inserted, each by its department', () => {
    const { plan, sheet } = filled([
      [1, '甲所'],
      [2, '甲所'],
      [3, '甲所'],
      [4, '乙所'],
      ['合计', '', '', '', '=SUM(E2:E5)'],
    ]);
    expect(plan.insertedRows).toBe(0);
    const names = [1, 2, 3, 4].map((row) => rowOf(sheet, row)[2] ?? '');
    expect(names).toEqual(['张三', '赵六', '', '李四']);
    expect(rowOf(sheet, 3).slice(0, 2)).toEqual([3, '甲所']);
  });

  it('with the post, too, are used by that post alone', () => {
    const { plan, sheet } = filled([
      [1, '甲所', '', '送货员'],
      [2, '甲所', '', '客户经理'],
      [3, '乙所', '', '客户经理'],
      ['合计'],
    ]);
    expect(plan.insertedRows).toBe(0);
    expect([1, 2, 3].map((row) => rowOf(sheet, row)[2])).toEqual(['赵六', '张三', '李四']);
  });

  it('with the department merged over several are used from the first on', () => {
    const { plan, sheet } = filled(
      [[1, '甲所'], [2], [3, '乙所'], ['合计']],
      [{ top: 1, bottom: 2, left: 1, right: 1 }],
    );
    expect(plan.insertedRows).toBe(0);
    expect([1, 2, 3].map((row) => rowOf(sheet, row)[2])).toEqual(['张三', '赵六', '李四']);
  });
});
