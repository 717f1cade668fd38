import type { Scheme } from '../../model';
import { scoreChanges } from '../../scoring';
import { evaluate } from '../evaluate';
import type { Evaluation } from '../evaluation';
import { memoryOf, settingsOf } from '../remembered';

/** A person whose published figures other rules would move; `null` is: not known. */
export interface ScoreEffect {
  readonly person: string;
  readonly department: string;
  readonly post: string;
  readonly score: { readonly from: number | null; readonly to: number | null };
  readonly deduction: { readonly from: number | null; readonly to: number | null };
  readonly qualified: { readonly from: boolean | null; readonly to: boolean | null };
}

/** Figures of two evaluations of one workbook that differ, person by person. */
export function effectsBetween(before: Evaluation, after: Evaluation): readonly ScoreEffect[] {
  return scoreChanges(before.scores, after.scores).map(({ assessee, score, deduction, qualified }) => ({
    person: assessee.name,
    department: assessee.department,
    post: assessee.post,
    score: { from: score.from?.valueOf() ?? null, to: score.to?.valueOf() ?? null },
    deduction: { from: deduction.from?.valueOf() ?? null, to: deduction.to?.valueOf() ?? null },
    qualified,
  }));
}

/** Whose figures the rules in force have moved from what they were under others; nothing is read again or written. */
export function effectsSince(before: Scheme, evaluation: Evaluation): readonly ScoreEffect[] {
  const { snapshot, period, rulings, rulingSources } = evaluation;
  // What nobody has decided follows each rules' own defaults.
  const decided = Object.entries(rulings).filter(([key]) => rulingSources[key] === 'option');
  const options = { rulings: Object.fromEntries(decided), ...(period === null ? {} : { period }) };
  const other = evaluate(snapshot, before, options, settingsOf(memoryOf(snapshot), before));
  return effectsBetween(other, evaluation);
}
