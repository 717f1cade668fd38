import { type Bound, mapReferences, type Reference } from '../formulaReferences';
import type { Insertions } from './insertions';

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

/** A sheet that grows. */
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

/**
 * A formula as it must read once persons were added below the rows that it adds up, on whichever of the sheets: Excel
 * lets a range grow only where rows are inserted inside it, and new persons come in below the last one. `null` where no
 * range ends too early. `home` says where the formula stands now: its sheet and 0-based row.
 */
export function reachingFormula(
  formula: string,
  home: { readonly sheet: string; readonly row: number },
  sheets: readonly GrownSheet[],
): string | null {
  let grown = false;
  const text = mapReferences(formula, (reference) => {
    const named = (reference.sheet ?? home.sheet).toLowerCase();
    const sheet = sheets.find(({ name }) => name.toLowerCase() === named);
    if (!sheet || reference.rows === null) return reference;
    const [top, bottom] = ordered(reference.rows);
    const acrossOwnRow = top.at === bottom.at && home.sheet === sheet.name && home.row === top.at;
    const reach = reference.isRange && !acrossOwnRow ? mustReach(sheet, top.at, bottom.at) : null;
    if (reach !== null) grown = true;
    return withRows(reference, top, bottom, {
      top: sheet.insertions.after(top.at),
      bottom: reach ?? sheet.insertions.after(bottom.at),
    });
  });
  return grown ? text : null;
}

/** The upper end first. */
function ordered([one, other]: readonly [Bound, Bound]): readonly [Bound, Bound] {
  return one.at <= other.at ? [one, other] : [other, one];
}

function withRows(
  reference: Reference,
  top: Bound,
  bottom: Bound,
  at: { readonly top: number; readonly bottom: number },
): Reference {
  return {
    ...reference,
    rows: [
      { ...top, at: at.top },
      { ...bottom, at: at.bottom },
    ],
  };
}
