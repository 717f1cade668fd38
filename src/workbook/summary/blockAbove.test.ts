import type { CellValue } from '../../model';
import { yinchuan2008 } from '../../schemes';
import { departmentScore, personScore } from '../../../tests/fixtures/scoreBooks';
import { applied, rowOf, sheetOf, snapshotOf } from '../../../tests/fixtures/snapshots';
import { planSummary } from './plan';

const scheme = yinchuan2008();
const BLOCK = ['部(所)', '人数', '平均得分', '名次'];
const HEADER = ['序号', '部(所)', '姓名', '岗位', '抽查户数', '折算百分制'];

/** A summary after a fill for two departments of one person each. */
function filled(...rows: CellValue[][]) {
  const workbook = snapshotOf(sheetOf('汇总', rows));
  const persons = ['甲所', '乙所'].map((department) =>
    personScore(scheme, { department, name: `${department}的人`, role: '客户经理' }),
  );
  const departments = [departmentScore('甲所', 90, 1), departmentScore('乙所', 80, 1)];
  const plan = planSummary(workbook, scheme, { persons, departments });
  return applied(workbook, plan.changes).sheets[0]!;
}

describe('a department block above the persons', () => {
  it('is filled like one below them', () => {
    const sheet = filled(['汇总表'], BLOCK, ['甲所'], ['乙所'], [], HEADER, [
      1,
      '甲所',
      '甲所的人',
      '客户经理',
    ]);
    expect(rowOf(sheet, 2)).toEqual(['甲所', 1, 90, 1]);
    expect(rowOf(sheet, 3)).toEqual(['乙所', 1, 80, 1]);
    expect(rowOf(sheet, 6)[5]).toBe(100);
    expect(rowOf(sheet, 7).slice(0, 3)).toEqual([2, '乙所', '乙所的人']);
  });

  it('gets a row for a department that is missing in it, also right above the header of the persons', () => {
    const sheet = filled(['汇总表'], BLOCK, ['甲所'], HEADER, [1, '甲所', '甲所的人', '客户经理']);
    expect(rowOf(sheet, 3)).toEqual(['乙所', 1, 80, 1]);
    expect(rowOf(sheet, 4)).toEqual(HEADER);
    expect(rowOf(sheet, 5)[5]).toBe(100);
  });
});
