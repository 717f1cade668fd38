import { sheetOf } from '../../../tests/fixtures/snapshots';
import type { SummaryRun, SummaryTable } from './layout';
import { RunningNumbers } from './runningNumbers';

function run(...rows: number[]): SummaryRun {
  const named = rows.map((row) => ({ row, department: '甲所', name: '张三', post: '' }));
  return { first: rows[0]!, rows: named, free: [], end: rows.at(-1)! + 1, formatOf: rows[0]! };
}

/** The numbers of two new rows of the first part and one of the second. */
function numbersAfter(column: readonly (number | string)[], ...runs: SummaryRun[]): number[] {
  const table: SummaryTable = {
    headerRows: [0],
    columns: new Map([['sequence', 0]]),
    ambiguous: new Map(),
    runs,
    strays: [],
    below: 9,
  };
  const numbers = new RunningNumbers(
    sheetOf(
      '汇总',
      column.map((value) => [value]),
    ),
    table,
  );
  return [runs[0]!, runs[0]!, runs.at(-1)!].map((each) => numbers.next(each));
}

describe('running numbers of new rows', () => {
  it('go on from the highest of the table', () => {
    expect(numbersAfter(['序号', 1, 2, '小计', 3, 4], run(1, 2), run(4, 5))).toEqual([5, 6, 7]);
  });

  it('go on in each part where each begins anew', () => {
    expect(numbersAfter(['序号', 1, 2, '小计', 1, 2, 3], run(1, 2), run(4, 5, 6))).toEqual([3, 4, 4]);
  });

  it('go on from numbers that are kept as text, too', () => {
    expect(numbersAfter(['序号', '1', '２ '], run(1, 2))).toEqual([3, 4, 5]);
  });

  it('count the rows where no number stands', () => {
    expect(numbersAfter(['序号', '', ''], run(1, 2))).toEqual([3, 4, 5]);
  });
});
