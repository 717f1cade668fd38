import { evaluate } from '../evaluate';
import type { Evaluation } from '../evaluation';
import { askedOf } from '../asked';
import { memoryOf } from '../remembered';
import { standingOf } from '../scheme/standing';
import { isSchemeSheet } from '../../workbook/schemeSheet';
import type { Snapshot } from '../../workbook/snapshot';
import { type ChangedRow, withRows } from './edit';
import { NarrowFollower } from './narrow';

/** An evaluation that follows what is typed into the workbook. */
export interface LiveEvaluation {
  /** As of the last edit. */
  readonly evaluation: Evaluation;
  /** Whether the last edit was followed by looking at what hangs on it alone; a whole pass was made otherwise. */
  readonly wasNarrow: boolean;
  /**
   * The evaluation with rows of one sheet as they stand now: exactly what a full evaluation of that workbook gives,
   * issues included. Only values, formats and formulas of the rows may have changed; after rows or columns were
   * inserted or deleted, cells merged, sheets added, renamed or removed, or settings changed, read and evaluate anew.
   * Throws a RangeError where the sheet was not read, or a row lies above what was read of it.
   */
  apply(sheet: string, rows: readonly ChangedRow[]): Evaluation;
}

/** Who follows from an evaluation on, as long as it is at that evaluation. */
const followers = new WeakMap<Evaluation, NarrowFollower>();

/** Follows edits from an evaluation that `evaluate` or another LiveEvaluation has made. */
export function liveEvaluation(start: Evaluation): LiveEvaluation {
  let current = start;
  let wasNarrow = false;
  followerOf(start);
  return {
    get evaluation() {
      return current;
    },
    get wasNarrow() {
      return wasNarrow;
    },
    apply(sheet, rows) {
      const { snapshot } = current;
      if (!snapshot.sheets.some(({ name }) => name === sheet)) throw new RangeError(`no sheet ${sheet}`);
      const next = withRows(snapshot, sheet, rows);
      const narrow = touchesRules(current, next, sheet) ? null : followed(current, next, sheet, rows);
      wasNarrow = narrow !== null;
      current = narrow ?? evaluatedAnew(current, next, sheet);
      return current;
    },
  };
}

/** Takes who follows from an evaluation on; it moves on with the edit, so nobody else may. */
function followed(
  current: Evaluation,
  next: Snapshot,
  sheet: string,
  rows: readonly ChangedRow[],
): Evaluation | null {
  const follower = followerOf(current);
  followers.delete(current);
  const narrow =
    follower?.follow(
      next,
      sheet,
      rows.map(({ row }) => row),
    ) ?? null;
  if (follower && narrow) followers.set(narrow, follower);
  return narrow;
}

function followerOf(evaluation: Evaluation): NarrowFollower | null {
  const known = followers.get(evaluation);
  if (known) return known;
  const made = NarrowFollower.from(evaluation);
  if (made) followers.set(evaluation, made);
  return made;
}

/** A whole pass over the workbook as it is now. */
function evaluatedAnew(current: Evaluation, next: Snapshot, sheet: string): Evaluation {
  const { options, remembered } = askedOf(current);
  // An edit on a sheet of rules, or one that makes or unmakes one, may change the rules in force.
  const standing = touchesRules(current, next, sheet)
    ? standingOf(next, current.standing.shipped, memoryOf(next))
    : current.standing;
  return evaluate(next, standing.scheme, options, remembered, standing);
}

function touchesRules(current: Evaluation, next: Snapshot, edited: string): boolean {
  return [current.snapshot, next].some(({ sheets }) =>
    sheets.some((sheet) => sheet.name === edited && isSchemeSheet(sheet)),
  );
}
