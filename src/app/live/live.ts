import { finished, type Scheme, type Slices } from '../../model';
import { type Asked, askedOf } from '../asked';
import { evaluate, evaluateInSlices } from '../evaluate';
import type { Evaluation } from '../evaluation';
import { memoryOf } from '../remembered';
import { standingOf } from '../scheme/standing';
import type { SliceOptions } from '../slices';
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
  /**
   * The same, with any whole pass in slices. Rejects with the signal's reason once it is aborted; nothing has been
   * applied then.
   */
  applyInSlices(sheet: string, rows: readonly ChangedRow[], slices: SliceOptions): Promise<Evaluation>;
}

/** Who follows from an evaluation on, as long as it is at that evaluation. */
const followers = new WeakMap<Evaluation, NarrowFollower>();

/** Follows edits from an evaluation that `evaluate` or another LiveEvaluation has made. */
export function liveEvaluation(start: Evaluation): LiveEvaluation {
  return finished(liveEvaluationInSlices(start));
}

/** The same; what is looked through before the first edit can be followed is looked through in slices. */
export function* liveEvaluationInSlices(start: Evaluation): Slices<LiveEvaluation> {
  yield* getReady(start);
  let current = start;
  let wasNarrow = false;
  /** The workbook with the rows, and the evaluation where what hangs on them tells it. */
  const narrowly = (sheet: string, rows: readonly ChangedRow[]): [Snapshot, Evaluation | null] => {
    const { snapshot } = current;
    if (!snapshot.sheets.some(({ name }) => name === sheet)) throw new RangeError(`no sheet ${sheet}`);
    const next = withRows(snapshot, sheet, rows);
    return [next, touchesRules(current, next, sheet) ? null : followed(current, next, sheet, rows)];
  };
  const take = (evaluation: Evaluation, narrow: boolean): Evaluation => {
    wasNarrow = narrow;
    return (current = evaluation);
  };
  return {
    get evaluation() {
      return current;
    },
    get wasNarrow() {
      return wasNarrow;
    },
    apply(sheet, rows) {
      const [next, narrow] = narrowly(sheet, rows);
      if (narrow) return take(narrow, true);
      const { scheme, asked } = askedAnew(current, next, sheet);
      return take(evaluate(next, scheme, asked.options, asked.remembered, asked.standing), false);
    },
    async applyInSlices(sheet, rows, slices) {
      const [next, narrow] = narrowly(sheet, rows);
      if (narrow) return take(narrow, true);
      const { scheme, asked } = askedAnew(current, next, sheet);
      return take(await evaluateInSlices(next, scheme, asked, slices), false);
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
  finished(getReady(evaluation));
  return followers.get(evaluation) ?? null;
}

/** Gets somebody ready to follow from an evaluation on. */
function* getReady(evaluation: Evaluation): Slices<void> {
  if (followers.has(evaluation)) return;
  const made = yield* NarrowFollower.from(evaluation);
  if (made) followers.set(evaluation, made);
}

/** What a whole pass over the workbook as it is now is asked for. */
function askedAnew(
  current: Evaluation,
  next: Snapshot,
  sheet: string,
): { readonly scheme: Scheme; readonly asked: Asked } {
  const { options, remembered } = askedOf(current);
  // An edit on a sheet of rules, or one that makes or unmakes one, may change the rules in force.
  const standing = touchesRules(current, next, sheet)
    ? standingOf(next, current.standing.shipped, memoryOf(next))
    : current.standing;
  return { scheme: standing.scheme, asked: { options, remembered, standing } };
}

function touchesRules(current: Evaluation, next: Snapshot, edited: string): boolean {
  return [current.snapshot, next].some(({ sheets }) =>
    sheets.some((sheet) => sheet.name === edited && isSchemeSheet(sheet)),
  );
}
