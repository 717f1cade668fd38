import type { BookSheet } from '../book';

/** Positions along one axis: where each row (or column) begins, in CSS pixels. */
export interface Axis {
  readonly count: number;
  /** `starts[i]` is where `i` begins; one more entry gives the end of the last. */
  readonly starts: Float64Array;
}

const STANDARD_WIDTH = 72;
const STANDARD_HEIGHT = 22;

function axis(count: number, size: (index: number) => number): Axis {
  const starts = new Float64Array(count + 1);
  for (let index = 0; index < count; index += 1) starts[index + 1] = starts[index]! + size(index);
  return { count, starts };
}

/** Rows and columns of a sheet, with room to go on writing, at least as far as `reach` (0-based, included). */
export function layOut(
  sheet: BookSheet,
  reach: { row: number; column: number },
): { rows: Axis; columns: Axis } {
  const used = sheet.used();
  const rows = Math.max(100, (used?.bottom ?? 0) + 40, reach.row + 40);
  const columns = Math.max(26, (used?.right ?? 0) + 8, reach.column + 8);
  return {
    rows: axis(rows, (row) => (sheet.isRowHidden(row) ? 0 : (sheet.rowHeight(row) ?? STANDARD_HEIGHT))),
    columns: axis(columns, (column) =>
      sheet.isColumnHidden(column) ? 0 : (sheet.columnWidth(column) ?? STANDARD_WIDTH),
    ),
  };
}

/** The index that lies at `position` (pixels); the first or last one outside. */
export function indexAt({ starts, count }: Axis, position: number): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Pixels from the start of `first` to the end of `last`. */
export function span({ starts, count }: Axis, first: number, last: number): number {
  return starts[Math.min(last, count - 1) + 1]! - starts[first]!;
}
