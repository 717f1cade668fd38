import type { CellValue } from '../../model';
import { yinchuan2008 } from '../../schemes';
import { personScore } from '../../../tests/fixtures/scoreBooks';
import { applied, rowOf, sheetOf, snapshotOf } from '../../../tests/fixtures/snapshots';
import { cellKey } from '../snapshot';
import { planSummary } from './plan';

const scheme = yinchuan2008();
const HEADER = ['序号', '部(所)', '姓名', '岗位', '抽查户数', '折算百分制'];

function person(name: string, department: string) {
  return personScore(scheme, { name, department, role: '客户经理' });
}

/** The summary after a fill for 张三, 李四, and 王五 of a department that it does not have yet. */
function filled(...rows: CellValue[][]) {
  const workbook = snapshotOf(sheetOf('汇总', [HEADER, ...rows]));
  const persons = [person('张三', '甲所'), person('李四', '甲所'), person('王五', '乙所')];
  const plan = planSummary(workbook, scheme, { persons, departments: [] });
  return applied(workbook, plan.changes).sheets[0]!;
}

const ZHANG = [1, '甲所', '张三', '客户经理'];
const LI = [2, '甲所', '李四', '客户经理'];
const WANG = [3, '乙所', '王五', '客户经理'];

describe('a text under 姓名 without department and post', () => {
  it('is a line of the footer: who is new stands above it and is counted', () => {
    const sheet = filled(
      ZHANG,
      LI,
      ['', '', '达标人数', '', '=COUNT(F2:F3)'],
      ['', '', '最高分', '', '=MAX(F2:F3)'],
    );
    expect(rowOf(sheet, 3).slice(0, 4)).toEqual(WANG);
    expect(sheet.formulas.get(cellKey(4, 4))).toBe('=COUNT(F2:F4)');
    expect(sheet.formulas.get(cellKey(5, 4))).toBe('=MAX(F2:F4)');
  });

  it('is no second part of the table below its total', () => {
    const sheet = filled(
      ZHANG,
      LI,
      ['合计', '', '', '', '=SUM(E2:E3)'],
      ['', '', '最高分', '', '=MAX(F2:F3)'],
    );
    expect(rowOf(sheet, 3).slice(0, 4)).toEqual(WANG);
    expect(sheet.formulas.get(cellKey(4, 4))).toBe('=SUM(E2:E4)');
  });

  it('does not begin the rows that a formula must cover', () => {
    const sheet = filled(['', '', '标准线', '', '', 85], ZHANG, LI, ['合计', '', '', '', '=SUM(E3:E4)']);
    expect(sheet.formulas.get(cellKey(5, 4))).toBe('=SUM(E3:E5)');
    expect(rowOf(sheet, 1)[5]).toBe(85);
  });

  it('is a person where that is their name', () => {
    const sheet = filled(
      ZHANG,
      ['', '', '李四'],
      LI.map(() => ''),
      ['合计'],
    );
    expect(rowOf(sheet, 2)[5]).toBe(100);
    expect(rowOf(sheet, 4).slice(0, 4)).not.toEqual(LI);
  });

  it('is everybody in a summary that says no more', () => {
    const sheet = filled(['', '', '张三'], ['', '', '李四'], ['合计', '', '', '', '=SUM(E2:E3)']);
    expect(rowOf(sheet, 3).slice(1, 4)).toEqual(WANG.slice(1));
    expect(sheet.formulas.get(cellKey(4, 4))).toBe('=SUM(E2:E4)');
  });
});

describe("the sub-totals of Excel's own 分类汇总", () => {
  it('end the part of a department: who is new stands above them and is counted', () => {
    const sheet = filled(
      ZHANG,
      ['', '甲所 汇总', '', '', '=SUBTOTAL(9,E2:E2)'],
      ['', '乙所', '赵六', '客户经理'],
      ['', '乙所 汇总', '', '', '=SUBTOTAL(9,E4:E4)'],
      ['', '总计', '', '', '=SUBTOTAL(9,E2:E4)'],
    );
    expect(rowOf(sheet, 2).slice(1, 4)).toEqual(LI.slice(1));
    expect(sheet.formulas.get(cellKey(3, 4))).toBe('=SUBTOTAL(9,E2:E3)');
    expect(rowOf(sheet, 5).slice(1, 4)).toEqual(WANG.slice(1));
    expect(sheet.formulas.get(cellKey(6, 4))).toBe('=SUBTOTAL(9,E5:E6)');
  });
});
