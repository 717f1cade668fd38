import { parseCellName } from '../../model';
import type { Insertions } from './insertions';

/** Texts in quotes, or an optional sheet name with a cell or a range. */
const TOKEN =
  /"(?:[^"]|"")*"|(?<![\p{L}\p{N}_.$!\]])('(?:[^']|'')+'!|[\p{L}_][\p{L}\p{N}_.]*!)?(\$?[A-Za-z]{1,3}\$?[1-9]\d*)(?::(\$?[A-Za-z]{1,3}\$?[1-9]\d*))?(?![\p{L}\p{N}_(.!])/gu;

/** Rows of a table that belong together, and where they end. */
export interface GrowingRun {
  readonly first: number;
  readonly rows: readonly { readonly row: number }[];
  readonly free: readonly { readonly row: number }[];
  /** Where further rows come in. */
  readonly end: number;
}

/** A run that grew, by the rows it had, and its last row after all insertions. */
export interface Growth {
  readonly run: GrowingRun;
  readonly last: number;
}

/** The sheet that grows. */
export interface GrownSheet {
  readonly name: string;
  readonly insertions: Insertions;
  readonly growths: readonly Growth[];
}

/** First and last row of a run that hold data, or wait for it where none do. */
function extent(run: GrowingRun): { first: number; last: number } {
  const rows = run.rows.length > 0 ? run.rows : run.free;
  return { first: rows[0]?.row ?? run.first, last: rows.at(-1)?.row ?? run.end - 1 };
}

/** The last row (after the insertions) that a range over a grown run must reach, `null` where it reaches far enough. */
function mustReach(sheet: GrownSheet, top: number, bottom: number): number | null {
  for (const { run, last } of sheet.growths) {
    const { first, last: lastBefore } = extent(run);
    const covers = top <= first && bottom >= lastBefore && bottom < run.end;
    if (covers && sheet.insertions.after(bottom) < last) return last;
  }
  return null;
}

function moved(name: string, row: number): string {
  return name.replace(/\d+$/, String(row + 1));
}

function isOwnSheet(prefix: string, sheet: string): boolean {
  const plain = prefix.slice(0, -1).replace(/^'|'$/g, '').replaceAll("''", "'");
  return plain.toLowerCase() === sheet.toLowerCase();
}

/**
 * A formula as it must read once persons were added below the rows that it adds up: Excel lets a range grow only
 * where rows are inserted inside it, and new persons come in below the last one. `null` where no range ends too
 * early. `home` says where the formula stands now: its sheet and 0-based row.
 */
export function reachingFormula(
  formula: string,
  home: { readonly sheet: string; readonly row: number },
  sheet: GrownSheet,
): string | null {
  let grown = false;
  const text = formula.replace(TOKEN, (token: string, prefix?: string, from?: string, to?: string) => {
    if (from === undefined) return token;
    if (prefix ? !isOwnSheet(prefix, sheet.name) : home.sheet !== sheet.name) return token;
    const top = parseCellName(from)!.row;
    const head = `${prefix ?? ''}${moved(from, sheet.insertions.after(top))}`;
    if (to === undefined) return head;
    const bottom = parseCellName(to)!.row;
    const acrossOwnRow = top === bottom && home.sheet === sheet.name && home.row === top;
    const reach = acrossOwnRow ? null : mustReach(sheet, top, bottom);
    if (reach !== null) grown = true;
    return `${head}:${moved(to, reach ?? sheet.insertions.after(bottom))}`;
  });
  return grown ? text : null;
}
