import { finished, type Issue, type VisitRow } from '../../model';
import type { SheetLayout } from '../recognise/layout';
import type { Recognition } from '../recognise/recognise';
import type { Snapshot } from '../snapshot';
import { ReadContext } from './context';
import { readGrid } from './grid';
import { SheetReader } from './reader';

/** What one row of a grid gave when it was read by itself. */
export interface RowRead {
  readonly visits: readonly VisitRow[];
  readonly issues: readonly Issue[];
}

/** Whether a row of a sheet can be read by itself: it is a grid, and no merged area reaches into the row from another. */
export function isReadAlone({ definition, undecided, sheet, header }: SheetLayout, row: number): boolean {
  if (definition.kind !== 'matrix' && definition.kind !== 'combined') return false;
  if (undecided.length > 0 || row <= header.bottom) return false;
  return !sheet.merges.some(({ top, bottom }) => top !== bottom && row >= top && row <= bottom);
}

/** Reads one row of a grid again, 0-based; exactly what reading the whole sheet makes of it. See `isReadAlone`. */
export function readRow(
  snapshot: Snapshot,
  { vocabulary }: Recognition,
  layout: SheetLayout,
  row: number,
): RowRead {
  const { sheet } = layout;
  const cells = sheet.values[row - sheet.top] ?? [];
  const merges = sheet.merges.filter(({ top, bottom }) => row >= top && row <= bottom);
  const alone = { ...sheet, top: row, values: [cells], merges };
  const context = new ReadContext(snapshot, vocabulary);
  const reader = new SheetReader(context, { ...layout, sheet: alone }, layout);
  const visits = finished(readGrid(reader));
  return { visits, issues: context.issues };
}
