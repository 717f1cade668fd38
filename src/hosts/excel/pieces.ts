import { type Area, endsSlice, type Slices } from '../../model';
import type { NewCell } from '../../workbook/host';

/** Cells of a new sheet that go safely into one request, each with its format. */
const CELLS_AT_ONCE = 40_000;

/** Cells of one of several requests: what office.js makes of them should keep the page no longer than anybody notices. */
const CELLS_A_PIECE = 20_000;

/** How many cells are not cut yet, and how many a piece has where they are more. */
export interface PieceLimits {
  readonly atOnce: number;
  readonly piece: number;
}

/** Cuts the cells of a new sheet between rows, so that no piece is too large for a request (a long row is not cut). */
export function* inPieces(
  cells: readonly NewCell[],
  { atOnce, piece }: PieceLimits = { atOnce: CELLS_AT_ONCE, piece: CELLS_A_PIECE },
): Slices<NewCell[][]> {
  if (cells.length <= atOnce) return [[...cells]];
  const rows = new Map<number, NewCell[]>();
  for (const [index, cell] of cells.entries()) {
    const row = rows.get(cell.row);
    if (row) row.push(cell);
    else rows.set(cell.row, [cell]);
    if (endsSlice(index)) yield;
  }
  const pieces: NewCell[][] = [];
  let room = 0;
  let taken = 0;
  for (const [, row] of [...rows].sort(([one], [other]) => one - other)) {
    if (row.length > room) {
      pieces.push([]);
      room = piece;
    }
    pieces.at(-1)!.push(...row);
    room -= row.length;
    if (endsSlice(taken++)) yield;
  }
  return pieces;
}

/** The area from the first cell of the sheet to the last of these. */
export function* extentOf(cells: readonly NewCell[]): Slices<Area> {
  let [bottom, right] = [0, 0];
  for (const [index, cell] of cells.entries()) {
    bottom = Math.max(bottom, cell.row);
    right = Math.max(right, cell.column);
    if (endsSlice(index)) yield;
  }
  return { top: 0, left: 0, bottom, right };
}
