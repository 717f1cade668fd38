import type { Area, CellValue } from '../../model';
import { yinchuan2008 } from '../../schemes';
import { personScore } from '../../../tests/fixtures/scoreBooks';
import { applied, rowOf, sheetOf, snapshotOf } from '../../../tests/fixtures/snapshots';
import { planSummary } from './plan';

const scheme = yinchuan2008();
const HEADER = ['序号', '部(所)', '姓名', '岗位', '折算百分制', '测评组'];

describe('a summary in which everybody takes two rows, merged downwards', () => {
  it('has new rows below the last one, not inside their merged cells', () => {
    const rows: CellValue[][] = [
      HEADER,
      [1, '甲所', '张三', '客户经理', '', '组甲'],
      ['', '', '', '', '', '组乙'],
      [2, '甲所', '李四', '客户经理', '', '组甲'],
      ['', '', '', '', '', '组乙'],
      ['合计'],
    ];
    const merges: Area[] = [0, 1, 2, 3, 4].flatMap((column) => [
      { top: 1, bottom: 2, left: column, right: column },
      { top: 3, bottom: 4, left: column, right: column },
    ]);
    const persons = ['张三', '李四', '王五'].map((name) =>
      personScore(scheme, { department: '甲所', name, role: '客户经理' }),
    );
    const before = snapshotOf(sheetOf('汇总', rows, merges));
    const plan = planSummary(before, scheme, { persons, departments: [] });
    expect(plan.changes[0]).toMatchObject({ kind: 'insertRows', row: 5, count: 1 });
    const after = applied(before, plan.changes);
    expect(rowOf(after.sheets[0]!, 4)[5]).toBe('组乙');
    expect(rowOf(after.sheets[0]!, 5).slice(0, 5)).toEqual([3, '甲所', '王五', '客户经理', 100]);
    expect(planSummary(after, scheme, { persons, departments: [] }).changes).toEqual([]);
  });
});
