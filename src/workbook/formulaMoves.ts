import { LAST_COLUMN, LAST_ROW, mapReferences, type Bound, type Reference } from './formulaReferences';

/** Rows that come (`count` > 0) or go (`count` < 0) at `row` of a sheet, 0-based. */
export interface RowMove {
  readonly sheet: string;
  readonly row: number;
  readonly count: number;
  /** The row whose formats new rows take, 0-based, before the move. */
  readonly formatOf?: number;
  /** First row of the block that new rows belong to, 0-based: names over all of it take them in. */
  readonly namesFrom?: number;
}

/** Where a row stands after the move; `null` where it is gone. */
export function movedRow(row: number, move: RowMove): number | null {
  if (row < move.row) return row;
  if (move.count < 0 && row < move.row - move.count) return null;
  const next = row + move.count;
  return next > LAST_ROW ? null : next;
}

/**
 * Where a block of rows stands after the move, as Excel does it: it grows only by rows that come between its first
 * and its last, and it loses those that go. `null` where nothing of it is left.
 */
export function movedSpan(from: number, to: number, move: RowMove): readonly [number, number] | null {
  if (move.count >= 0) {
    const first = movedRow(from, move);
    return first === null ? null : [first, movedRow(to, move) ?? LAST_ROW];
  }
  const end = move.row - move.count;
  const first = from < move.row ? from : Math.max(from, end) + move.count;
  const last = to >= end ? to + move.count : Math.min(to, move.row - 1);
  return last < first ? null : [first, last];
}

/** The formula after the move. `home` is the sheet it stands on; formula without its leading `=`. */
export function movedFormula(formula: string, home: string, move: RowMove): string {
  const wanted = move.sheet.toLowerCase();
  return mapReferences(formula, (reference) => {
    if ((reference.sheet ?? home).toLowerCase() !== wanted) return reference;
    return movedReference(reference, move);
  });
}

function movedReference(reference: Reference, move: RowMove): Reference | null {
  const { rows } = reference;
  if (rows === null) return reference;
  const [low, high] = rows[0].at <= rows[1].at ? rows : [rows[1], rows[0]];
  const span = movedSpan(low.at, high.at, move);
  if (span === null) return null;
  if (span[0] === low.at && span[1] === high.at) return reference;
  return {
    ...reference,
    rows: [
      { ...low, at: span[0] },
      { ...high, at: span[1] },
    ],
  };
}

/**
 * The formula of a rule (conditional format, validation) that is written as for its first cell, which the move takes
 * `offset` rows down: relative rows keep their distance to it, fixed ones (`$`) go with their cells.
 */
export function movedOffsetFormula(formula: string, home: string, move: RowMove, offset: number): string {
  const wanted = move.sheet.toLowerCase();
  return mapReferences(formula, (reference) => {
    if ((reference.sheet ?? home).toLowerCase() !== wanted || reference.rows === null) return reference;
    const [first, last] = reference.rows;
    if (first.fixed && last.fixed) return movedReference(reference, move);
    const rows = [movedBound(first, move, offset), movedBound(last, move, offset)] as const;
    if (rows[0] === null || rows[1] === null) return null;
    const same = rows[0] === first.at && rows[1] === last.at;
    return same
      ? reference
      : {
          ...reference,
          rows: [
            { ...first, at: rows[0] },
            { ...last, at: rows[1] },
          ],
        };
  });
}

function movedBound(bound: Bound, move: RowMove, offset: number): number | null {
  if (bound.fixed) return movedRow(bound.at, move);
  const next = bound.at + offset;
  return next < 0 || next > LAST_ROW ? null : next;
}

/** A shared formula as it reads `rows` below and `columns` right of where it is written. */
export function shiftedFormula(formula: string, rows: number, columns: number): string {
  return mapReferences(formula, (reference) => {
    const next = {
      ...reference,
      rows: shifted(reference.rows, rows, LAST_ROW),
      columns: shifted(reference.columns, columns, LAST_COLUMN),
    };
    return next;
  });
}

/** Beyond the edge of the sheet a relative reference comes in again at the other side. */
function shifted(
  ends: readonly [Bound, Bound] | null,
  by: number,
  last: number,
): readonly [Bound, Bound] | null {
  if (ends === null) return null;
  const size = last + 1;
  const move = (bound: Bound): Bound =>
    bound.fixed ? bound : { ...bound, at: (((bound.at + by) % size) + size) % size };
  return [move(ends[0]), move(ends[1])];
}

/** The formula once a sheet is gone: references to it are `#REF!`. */
export function formulaWithoutSheet(formula: string, sheet: string): string {
  const gone = sheet.toLowerCase();
  return mapReferences(formula, (reference) => (reference.sheet?.toLowerCase() === gone ? null : reference));
}
