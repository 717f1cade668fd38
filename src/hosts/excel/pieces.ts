import type { Area } from '../../model';
import type { NewCell } from '../../workbook/host';

/** Cells of a new sheet that go safely into one request, each with its format. */
const CELLS_A_PIECE = 40_000;

/** Cuts the cells of a new sheet between rows, so that no piece is too large for a request (a long row is not cut). */
export function inPieces(cells: readonly NewCell[], most = CELLS_A_PIECE): NewCell[][] {
  if (cells.length <= most) return [[...cells]];
  const rows = new Map<number, NewCell[]>();
  for (const cell of cells) {
    const row = rows.get(cell.row);
    if (row) row.push(cell);
    else rows.set(cell.row, [cell]);
  }
  const pieces: NewCell[][] = [];
  let room = 0;
  for (const [, row] of [...rows].sort(([one], [other]) => one - other)) {
    if (row.length > room) {
      pieces.push([]);
      room = most;
    }
    pieces.at(-1)!.push(...row);
    room -= row.length;
  }
  return pieces;
}

/** The area from the first cell of the sheet to the last of these. */
export function extentOf(cells: readonly NewCell[]): Area {
  return cells.reduce(
    (area, { row, column }) => ({
      ...area,
      bottom: Math.max(area.bottom, row),
      right: Math.max(area.right, column),
    }),
    { top: 0, left: 0, bottom: 0, right: 0 },
  );
}
