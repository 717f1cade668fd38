import { evaluate } from '../evaluate';
import type { Evaluation } from '../evaluation';
import { askedOf } from '../asked';
import { memoryOf } from '../remembered';
import { type Standing, standingOf } from '../scheme/standing';
import { isSchemeSheet } from '../../workbook/schemeSheet';
import type { Snapshot } from '../../workbook/snapshot';
import { type ChangedRow, withRows } from './edit';

/** An evaluation that follows what is typed into the workbook. */
export interface LiveEvaluation {
  /** As of the last edit. */
  readonly evaluation: Evaluation;
  /**
   * The evaluation with rows of one sheet as they stand now: exactly what a full evaluation of that workbook gives,
   * issues included. Only values, formats and formulas of the rows may have changed; after rows or columns were
   * inserted or deleted, cells merged, sheets added, renamed or removed, or settings changed, read and evaluate anew.
   * Throws a RangeError where the sheet was not read, or a row lies above what was read of it.
   */
  apply(sheet: string, rows: readonly ChangedRow[]): Evaluation;
}

/** Follows edits from an evaluation that `evaluate` has made. */
export function liveEvaluation(start: Evaluation): LiveEvaluation {
  let current = start;
  const { options, remembered } = askedOf(start);
  return {
    get evaluation() {
      return current;
    },
    apply(sheet, rows) {
      const { snapshot } = current;
      if (!snapshot.sheets.some(({ name }) => name === sheet)) throw new RangeError(`no sheet ${sheet}`);
      const next = withRows(snapshot, sheet, rows);
      const standing = standingAfter(current, next, sheet);
      current = evaluate(next, standing.scheme, options, remembered, standing);
      return current;
    },
  };
}

/** An edit on a sheet of rules, or one that makes or unmakes one, may change the rules in force. */
function standingAfter(current: Evaluation, next: Snapshot, edited: string): Standing {
  const touches = [current.snapshot, next].some(({ sheets }) =>
    sheets.some((sheet) => sheet.name === edited && isSchemeSheet(sheet)),
  );
  return touches ? standingOf(next, current.standing.shipped, memoryOf(next)) : current.standing;
}
