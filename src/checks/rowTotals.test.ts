import {
  SECTIONS_TURNED,
  DETAIL,
  emptyDesk,
  findingsOf,
  knownOf,
  linesOf,
  sheetOf,
  visitOf,
} from '../../tests/fixtures/checkRows';
import { inColumns } from '../../tests/fixtures/plainVisits';
import { finished, type OwnTotal, type VisitRow } from '../model';
import { Desk } from './desk';
import { checkRowTotals as totalsInSlices } from './rows';

/**
 * Looks at the totals, and once more with the rows in columns that can be: nothing else is said of them. `blocked`:
 * assessees whose section is not known.
 */
function checkRowTotals(
  rows: readonly VisitRow[],
  owners: number | readonly number[],
  desk: Desk,
  blocked: readonly number[] = [],
): void {
  const before = linesOf(desk).length;
  for (const each of blocked) desk.block(each, 'standard');
  finished(totalsInSlices(knownOf(rows, owners), 'standard', desk));
  const again = new Desk(desk.scheme);
  for (const id of [0, 1, ...blocked])
    if (desk.blockedSections(id).has('standard')) again.block(id, 'standard');
  finished(totalsInSlices(knownOf(rows, owners, null, 0, inColumns(rows)), 'standard', again));
  expect(linesOf(again)).toEqual(linesOf(desk).slice(before));
}

const DETAILS = sheetOf('明细', DETAIL);
const WANG = '城东 王芳 专管员';

type More = Parameters<typeof visitOf>[3];

describe('totals that the staff keep in a row', () => {
  /** What is said of one row of 王芳 (30 points at a household) that loses these points. */
  function summed(
    findings: readonly string[],
    kept: Partial<VisitRow>,
    prepare = emptyDesk(SECTIONS_TURNED),
  ) {
    const row = visitOf(DETAILS, 4, WANG, {
      findings: findingsOf(DETAILS, 4, ...findings),
      ...kept,
    } as More);
    checkRowTotals([row], 0, prepare);
    return linesOf(prepare);
  }

  const item = (value: number, expected: number, more: Partial<OwnTotal> = {}): OwnTotal => ({
    cell: { sheet: '明细', row: 3, column: 11 },
    value,
    expected,
    ...more,
  });

  test('right ones, with a sign or without, are silent', () => {
    expect(summed(['MS-S01 1', 'MS-S03 2'], { total: 3, score: 27 })).toEqual([]);
    expect(summed(['MS-S01 1', 'MS-S03 2'], { total: -3 })).toEqual([]);
    expect(summed(['MS-S01 1'], { total: 1.0049 })).toEqual([]);
    expect(summed([], { total: 0, score: 30 })).toEqual([]);
  });

  test('扣分合计 and 得分 that contradict their row', () => {
    expect(summed(['MS-S01 1', 'MS-S03 2'], { total: 4, score: 28 })).toEqual([
      'row-total-differs 明细!H4 - | 4 → 3 | 王芳 | 扣分合计写的是 4,按本行各项计算应为 3。计分只看各项扣分,请核对本行。',
      'row-total-differs 明细!I4 - | 28 → 27 | 王芳 | 得分写的是 28,按本行各项计算应为 27。计分只看各项扣分,请核对本行。',
    ]);
    expect(summed([], { total: 0.005 })).toHaveLength(1);
    expect(summed(['MS-S01 1'], { total: 1.006 })).toHaveLength(1);
    expect(summed(['MS-S01 1'], { score: 28.994 })).toHaveLength(1);
  });

  test('a household has nothing left below 0', () => {
    expect(summed(['MS-S02 35'], { score: 0 })).toEqual([]);
    expect(summed(['MS-S02 35'], { score: -5 })).toHaveLength(1);
  });

  test('the score of a single item', () => {
    expect(summed([], { itemScores: [item(1, 1), item(2, 1)] })).toEqual([
      'row-total-differs 明细!L4 - | 2 → 1 | 王芳 | 得分写的是 2,按本行各项计算应为 1。计分只看各项扣分,请核对本行。',
    ]);
  });

  test('a total that may be read in several ways is wrong only where it is wrong in all', () => {
    expect(summed([], { itemScores: [item(7, 5, { orElse: [6, 7] })] })).toEqual([]);
    expect(summed([], { itemScores: [item(8, 5, { orElse: [6, 7] })] })).toHaveLength(1);
  });

  test('a deduction’s total has no sign, a score’s has', () => {
    expect(summed([], { itemScores: [item(-5, 5, { field: 'rowTotal' })] })).toEqual([]);
    expect(summed([], { itemScores: [item(-5, 5, { field: 'rowScore' })] })).toEqual([
      'row-total-differs 明细!L4 - | -5 → 5 | 王芳 | 得分写的是 -5,按本行各项计算应为 5。计分只看各项扣分,请核对本行。',
    ]);
    expect(summed([], { itemScores: [item(-6, 5, { field: 'rowTotal' })] })).toEqual([
      'row-total-differs 明细!L4 - | -6 → 5 | 王芳 | 扣分合计写的是 -6,按本行各项计算应为 5。计分只看各项扣分,请核对本行。',
    ]);
  });

  test('a row with a fault is left to that fault', () => {
    expect(summed(['MS-S01 1'], { total: 9, faulty: true })).toEqual([]);
    const desk = emptyDesk();
    desk.block(0, 'standard');
    expect(summed(['MS-S01 1'], { total: 9 }, desk)).toEqual([]);
    const other = emptyDesk();
    other.block(0, 'enhanced');
    expect(summed(['MS-S01 1'], { total: 9 }, other)).toHaveLength(1);
  });

  test('a total over several persons is left alone where one of them has a fault in that row', () => {
    const whole = item(9, 5, { wholeRow: true });
    const own = item(9, 5);
    const visits = (itemScores: readonly OwnTotal[]): readonly VisitRow[] => {
      const wang = [4, 5].map((row) => visitOf(DETAILS, row, WANG, { itemScores }));
      const zhao = [4, 6].map((row) => visitOf(DETAILS, row, '城东 赵强 送货员'));
      return [...wang, ...zhao];
    };
    /** How many totals are told of 王芳, where 赵强 of row 4 is (not) known. */
    const count = (itemScores: readonly OwnTotal[], blocked: boolean): number => {
      const desk = emptyDesk();
      checkRowTotals(visits(itemScores), [0, 0, 1, 1], desk, blocked ? [1] : []);
      return desk.issues.length;
    };
    expect(count([whole, own], false)).toBe(4);
    expect(count([whole, own], true)).toBe(3);
    expect(count([own], true)).toBe(2);
    expect(count([own, whole], true)).toBe(3);
    expect(count([own, own, whole], true)).toBe(5);
  });
});
