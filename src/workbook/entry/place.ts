import type { SheetLayout } from '../recognise/layout';
import type { TableRows } from './tableRows';

/** Where new rows go. All rows are 0-based. */
export interface Place {
  /** Rows that stand free already, in the order in which they are taken. */
  readonly free: readonly number[];
  /** Rows to be inserted, as the sheet now stands; `null` where the free rows are enough. */
  readonly insertion: { readonly row: number; readonly count: number; readonly formatOf: number } | null;
  /** The rows of data that the new ones join; `null` where there are none. */
  readonly run: { readonly first: number; readonly last: number } | null;
}

/** What is wanted of a place. */
export interface Wanted {
  readonly count: number;
  /** The new rows' department: where subtotals part the rows, they join their own. */
  readonly department: string;
  /** Whether a row that is not data may be written to. */
  readonly suits: (row: number) => boolean;
}

/**
 * The first free rows below the last row of data and above totals or signatures; where there are none, or none of them
 * is surely meant for data, rows are to be inserted right below the data.
 */
export function placeRows(layout: SheetLayout, rows: TableRows, wanted: Wanted): Place {
  const run = runOf(rows, wanted.department);
  const top = run?.last ?? lastHead(layout, rows);
  const free = freeRows(layout, rows, top, run === null)
    .filter(wanted.suits)
    .slice(0, wanted.count);
  const missing = wanted.count - free.length;
  if (missing === 0) return { free, insertion: null, run };
  const end = Math.max(top, ...free) + 1;
  const row = belowMerges(layout, end);
  return { free, insertion: { row, count: missing, formatOf: run?.last ?? free[0] ?? end }, run };
}

/** The last rows between two totals that have the department, else the last ones. */
function runOf({ data, skipped }: TableRows, department: string): Place['run'] {
  const totals = [...skipped].filter(([, reason]) => reason === 'total').map(([row]) => row);
  let found: { first: number; last: number; own: boolean } | null = null;
  let current: { first: number; last: number; own: boolean } | null = null;
  for (const each of data) {
    const parted = current !== null && totals.some((row) => row > current!.last && row < each.row);
    if (current === null || parted) current = { first: each.row, last: each.row, own: false };
    current.last = each.row;
    current.own ||= each.department === department;
    if (current.own || !found?.own) found = current;
  }
  return found && { first: found.first, last: found.last };
}

/** The header's last row, or that of the points or column numbers right below it. */
function lastHead({ header }: SheetLayout, { skipped }: TableRows): number {
  let last = header.bottom;
  while (skipped.get(last + 1) === 'header') last += 1;
  return last;
}

function freeRows(layout: SheetLayout, rows: TableRows, top: number, isEmpty: boolean): number[] {
  const { sheet } = layout;
  const end = sheet.top + sheet.values.length;
  const data = new Set(rows.data.map(({ row }) => row));
  const found: { row: number; prepared: boolean }[] = [];
  for (let row = top + 1; row < end; row += 1) {
    if (data.has(row)) break;
    const reason = rows.skipped.get(row);
    if (reason === 'total') return found.map((each) => each.row);
    // Above a signature one row keeps the distance.
    if (reason !== undefined) return keepingDistance(found);
    found.push({ row, prepared: (sheet.values[row - sheet.top] ?? []).some((cell) => cell !== '') });
  }
  if (!isEmpty) return found.map((each) => each.row);
  // Nothing stands below an empty table: its rows are free as far as they are wanted.
  const more = Array.from({ length: EMPTY_ROWS }, (_, index) => Math.max(end, top + 1) + index);
  return [...found.map((each) => each.row), ...more];
}

/** More rows than one visit needs. */
const EMPTY_ROWS = 200;

function keepingDistance(found: readonly { readonly row: number; readonly prepared: boolean }[]): number[] {
  const last = found.map(({ prepared }) => prepared).lastIndexOf(true);
  return found.slice(0, Math.max(last + 1, found.length - 1)).map(({ row }) => row);
}

/** A row is never put into the middle of cells that are merged over several rows. */
function belowMerges({ sheet }: SheetLayout, row: number): number {
  let at = row;
  for (;;) {
    const area = sheet.merges.find(({ top, bottom }) => top < at && bottom >= at);
    if (!area) return at;
    at = area.bottom + 1;
  }
}
