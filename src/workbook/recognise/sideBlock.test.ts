import type { CellValue } from '../../model';
import { yinchuan2008 } from '../../schemes';
import { departmentScore, personScore } from '../../../tests/fixtures/scoreBooks';
import { applied, rowOf, sheetOf, snapshotOf } from '../../../tests/fixtures/snapshots';
import { cellKey } from '../snapshot';
import { planSummary } from '../summary';
import { recognise } from './recognise';

const scheme = yinchuan2008();
const PERSONS = ['序号', '部(所)', '姓名', '岗位', '总得分', '名次'];
const BLOCK = ['部(所)', '人数', '平均得分', '名次'];

/** 张三 of 甲所 on the left; what is given, from the header down, on the right. */
function workbook(...right: CellValue[][]) {
  const left = [PERSONS, [1, '甲所', '张三', '客户经理', '', ''], ['合计', '', '', '', '=SUM(E2:E2)', '']];
  const rows = left.map((row, at) => [...row, '', ...(right[at] ?? [])]);
  return snapshotOf(sheetOf('客户服务质量测评汇总表', rows));
}

function filled(...right: CellValue[][]) {
  const before = workbook(...right);
  const persons = ['张三', '李四'].map((name) =>
    personScore(scheme, { name, department: '甲所', role: '客户经理' }),
  );
  const departments = [departmentScore('甲所', 90), departmentScore('乙所', 80)];
  const plan = planSummary(before, scheme, { persons, departments });
  expect(plan.made).toEqual([]);
  return applied(before, plan.changes).sheets[0]!;
}

describe('a block of departments on the right of the persons', () => {
  it('is no second 部(所) of the persons', () => {
    expect(recognise(workbook(BLOCK, ['甲所']), scheme).issues).toEqual([]);
  });

  it('is filled, and persons who are new come in on the left', () => {
    const sheet = filled(BLOCK, ['甲所'], ['乙所']);
    expect(rowOf(sheet, 1).slice(7, 10)).toEqual(['甲所', 2, 90]);
    expect(rowOf(sheet, 2).slice(0, 4)).toEqual([2, '甲所', '李四', '客户经理']);
    expect(rowOf(sheet, 3).slice(7, 10)).toEqual(['乙所', 2, 80]);
    expect(sheet.formulas.get(cellKey(3, 4))).toBe('=SUM(E2:E3)');
  });

  it('takes further departments in its blank cells, where it has any, and makes no rows for them', () => {
    expect(rowOf(filled(BLOCK, ['甲所']), 3).slice(7, 10)).toEqual(['乙所', 2, 80]);
    const full = filled(BLOCK, ['甲所'], ['制表:']);
    expect(full.values.flat().filter((value) => value === '乙所')).toEqual([]);
    expect(full.values).toHaveLength(4);
  });

  it('is none without a column of its own: then two columns claim one field', () => {
    expect(
      recognise(workbook(['部(所)', '名次'], ['甲所']), scheme).issues.map(({ code }) => code),
    ).toContain('header-ambiguous');
  });
});
