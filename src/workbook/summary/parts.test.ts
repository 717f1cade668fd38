import type { CellValue } from '../../model';
import { yinchuan2008 } from '../../schemes';
import { personScore } from '../../../tests/fixtures/scoreBooks';
import { applied, rowOf, sheetOf, snapshotOf } from '../../../tests/fixtures/snapshots';
import { cellKey } from '../snapshot';
import { planSummary } from './plan';

const scheme = yinchuan2008();
const HEADER = ['序号', '部(所)', '姓名', '岗位', '抽查户数', '折算百分制'];

/** A summary of 客户经理 张三 and 李四 and 送货员 赵六 after a fill in which these persons are new. */
function filled(rows: CellValue[][], ...added: [department: string, name: string, role: string][]) {
  const there: typeof added = [
    ['甲所', '张三', '客户经理'],
    ['乙所', '李四', '客户经理'],
    ['甲所', '赵六', '送货员'],
    ['乙所', '孙七', '送货员'],
  ];
  const workbook = snapshotOf(sheetOf('汇总', [HEADER, ...rows]));
  const persons = [...there, ...added].map(([department, name, role]) =>
    personScore(scheme, { department, name, role }),
  );
  return applied(workbook, planSummary(workbook, scheme, { persons, departments: [] }).changes).sheets[0]!;
}

const BY_POST: CellValue[][] = [
  [1, '甲所', '张三', '客户经理'],
  [2, '乙所', '李四', '客户经理'],
  ['客户经理平均', '', '', '', '', '=AVERAGE(F2:F3)'],
  [1, '甲所', '赵六', '送货员'],
  [2, '乙所', '孙七', '送货员'],
  ['送货员平均', '', '', '', '', '=AVERAGE(F5:F6)'],
];

describe('a summary whose parts are posts', () => {
  it('takes a new person into the part of their post, so that its mean counts them and no other does', () => {
    const sheet = filled(BY_POST, ['甲所', '王五', '客户经理']);
    expect(rowOf(sheet, 3).slice(0, 4)).toEqual([3, '甲所', '王五', '客户经理']);
    expect(sheet.formulas.get(cellKey(4, 5))).toBe('=AVERAGE(F2:F4)');
    expect(sheet.formulas.get(cellKey(7, 5))).toBe('=AVERAGE(F5:F6)'); // as it was; Excel moves it along
  });

  it('does so with somebody of a department that no part has yet', () => {
    const sheet = filled(BY_POST, ['丙所', '王五', '客户经理']);
    expect(rowOf(sheet, 3).slice(0, 4)).toEqual([3, '丙所', '王五', '客户经理']);
  });

  it('has a post that is new below the last part, as before', () => {
    const sheet = filled(BY_POST, ['甲所', '王五', '专管员']);
    expect(rowOf(sheet, 6).slice(0, 4)).toEqual([3, '甲所', '王五', '专管员']);
  });
});

describe('a summary whose parts are departments', () => {
  it('takes a new person into the part of their department, whatever posts stand there', () => {
    const rows: CellValue[][] = [
      [1, '甲所', '张三', '客户经理'],
      ['甲所小计', '', '', '', '=SUM(E2:E2)'],
      [2, '乙所', '孙七', '送货员'],
      ['乙所小计', '', '', '', '=SUM(E4:E4)'],
    ];
    const sheet = filled(rows, ['甲所', '王五', '送货员']);
    const names = [1, 2, 3, 4].map((row) => rowOf(sheet, row)[2] ?? '');
    expect(names).toEqual(['张三', '赵六', '王五', '']);
  });
});
