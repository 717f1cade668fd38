import { finished, type Issue, VisitRows } from '../../model';
import type { SheetLayout } from '../recognise/layout';
import type { Recognition } from '../recognise/recognise';
import { type SheetSnapshot, type Snapshot, valueAt } from '../snapshot';
import { ReadContext } from './context';
import { readGrid } from './grid';
import { SheetReader } from './reader';

/** What one row of a grid gave when it was read by itself. */
export interface RowRead {
  readonly visits: VisitRows;
  readonly issues: readonly Issue[];
}

/** Whether the rows of a sheet can be read by themselves: those of a grid, below its header. */
export function isReadAlone({ definition, undecided, header }: SheetLayout, row: number): boolean {
  if (definition.kind !== 'matrix' && definition.kind !== 'combined') return false;
  return undecided.length === 0 && row > header.bottom;
}

/** Whether a row speaks for rows below it too, as the first of a merged area, and may do so otherwise than before. */
export function speaksForOthers(before: SheetSnapshot, after: SheetSnapshot, row: number): boolean {
  return before.merges.some(({ top, bottom, left }) => {
    if (top !== row || bottom === row) return false;
    return before.uncalculated.size > 0 || valueAt(before, row, left) !== valueAt(after, row, left);
  });
}

/** Reads one row of a grid again, 0-based; exactly what reading the whole sheet makes of it. See `isReadAlone`. */
export function readRow(
  snapshot: Snapshot,
  { vocabulary }: Recognition,
  layout: SheetLayout,
  row: number,
): RowRead {
  const { sheet } = layout;
  const merges = sheet.merges.filter(({ top, bottom }) => row >= top && row <= bottom);
  // Merged areas may begin further up; of all other rows nothing is kept.
  const top = merges.reduce((highest, area) => Math.min(highest, area.top), row);
  const values = sheet.values.slice(top - sheet.top, row - sheet.top + 1);
  const context = new ReadContext(snapshot, vocabulary);
  const reader = new SheetReader(
    context,
    { ...layout, sheet: { ...sheet, top, values, merges } },
    { row, whole: layout },
  );
  const visits = new VisitRows();
  finished(readGrid(reader, visits));
  return { visits, issues: context.issues };
}
