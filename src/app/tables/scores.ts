import { type CellRef, type CellValue, type Issue, makeIssue } from '../../model';
import { readNumber } from '../../workbook/read/values/number';

/** Whether the scores of a column, out of `maximum`, are all no more than 1 and some of them a part of 1. */
export function isUnclear(cells: readonly CellValue[], maximum: number): boolean {
  const values = cells.flatMap((value) => {
    const read = readNumber(value);
    return read.kind === 'number' ? [read.value] : [];
  });
  return maximum > 1 && values.every((value) => value <= 1) && values.some((value) => value > 0 && value < 1);
}

/** What to say of such a column, at its header. */
export function unclearScores(cell: CellRef, name: string, maximum: number): Issue {
  return makeIssue('rate-unit-ambiguous', {
    cell,
    received: name,
    expected: `0 到 ${maximum} 的分数`,
    message: `“${name}”这一列的数都不大于 1,看不出是不是百分数(0.92 是 92 分?),不能猜。请写 0 到 ${maximum} 的分数,再校验。`,
  });
}
