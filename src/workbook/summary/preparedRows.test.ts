import type { Area, CellValue } from '../../model';
import { yinchuan2008 } from '../../schemes';
import { personScore } from '../../../tests/fixtures/scoreBooks';
import { applied, rowOf, sheetOf, snapshotOf } from '../../../tests/fixtures/snapshots';
import { cellKey, type SheetSnapshot } from '../snapshot';
import { planSummary } from './plan';

const scheme = yinchuan2008();
const HEADER = ['序号', '部(所)', '姓名', '岗位', '抽查户数', '折算百分制'];

/** A sheet as Excel leaves it, or as a program writes it that does not calculate: formulas have no value. */
function calculatedOr(sheet: SheetSnapshot, calculated: boolean): SheetSnapshot {
  if (calculated) return sheet;
  const values = sheet.values.map((cells, row) =>
    cells.map((value, column) => (sheet.formulas.has(cellKey(row, column)) ? '' : value)),
  );
  return { ...sheet, values, uncalculated: new Set(sheet.formulas.keys()) };
}

/** The plan and the summary after a fill for two persons of 甲所 and one of 乙所, none of whom stands in it. */
function filled(rows: CellValue[][], merges: Area[] = [], calculated = true) {
  const workbook = snapshotOf(calculatedOr(sheetOf('汇总', [HEADER, ...rows], merges), calculated));
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

  it('may hold formulas over their own cells', () => {
    const { plan } = filled([
      [1, '甲所', '', '', '', '=E2*2'],
      [2, '甲所', '', '', '', '=E3*2'],
      [3, '乙所', '', '', '', '=E4*2'],
      ['合计'],
    ]);
    expect(plan.insertedRows).toBe(0);
  });

  it.each([true, false])(
    'are not a numbered row of the footer that adds up others (calculated: %s)',
    (calculated) => {
      const rows = [
        [1, '甲所', '张三', '客户经理'],
        [2, '甲所', '赵六', '送货员'],
        [3, '全体', '', '', '=SUM(E2:E3)'],
      ];
      const { plan, sheet } = filled(rows, [], calculated);
      expect(plan.insertedRows).toBe(1);
      expect(rowOf(sheet, 3).slice(1, 3)).toEqual(['乙所', '李四']);
      expect(rowOf(sheet, 4).slice(0, 2)).toEqual([3, '全体']);
    },
  );
});
