import { readEntries } from '../read/read';
import type { SkippedRow } from '../read/rows';
import type { SheetLayout } from '../recognise/layout';
import type { Recognition } from '../recognise/recognise';
import type { Snapshot } from '../snapshot';

/** The rows below a header, told apart as the reading of the sheet does it. Rows are 0-based. */
export interface TableRows {
  /** Rows with data, from top to bottom, each with the departments of whom it means. */
  readonly data: readonly { readonly row: number; readonly department: string }[];
  /** Totals, signatures, repeated headers and titles. */
  readonly skipped: ReadonlyMap<number, SkippedRow['reason']>;
}

/** Reads one sheet for its rows. */
export function tableRows(snapshot: Snapshot, recognition: Recognition, layout: SheetLayout): TableRows {
  const read = readEntries(snapshot, { ...recognition, layouts: [layout] });
  const departments = new Map<number, string>();
  for (const { row, who } of [...read.visits, ...read.findings]) departments.set(row, who.department);
  const data = [...departments].map(([row, department]) => ({ row, department }));
  const skipped = read.skipped.get(layout.sheet.name) ?? [];
  return {
    data: data.sort((one, other) => one.row - other.row),
    skipped: new Map(skipped.map(({ row, reason }) => [row, reason])),
  };
}
