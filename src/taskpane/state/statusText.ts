import type { Evaluation } from '../../app/evaluation';
import type { Dictionary } from '../../locales';
import type { Outcome, PaneState } from './paneState';
import { submissionText } from './submissionText';

function done(outcome: Outcome, evaluation: Evaluation | null, t: Dictionary): string {
  switch (outcome.kind) {
    case 'filled': {
      const { plan } = outcome;
      if (!plan) return t.status.nothingFilled;
      const persons = evaluation?.scores.persons.filter((person) => person.status === 'scored').length ?? 0;
      if (plan.cells.length === 0 && !plan.created) return t.status.unchanged(plan.summarySheet);
      return plan.created
        ? t.status.created(plan.summarySheet, persons)
        : t.status.filled(plan.summarySheet, persons);
    }
    case 'failed':
      return outcome.failure.message === null
        ? t.status.unknownFailure
        : t.status.failed(outcome.failure.message);
    case 'fixed':
    case 'fixesUndone':
    case 'marked':
    case 'unmarked':
    case 'reported':
    case 'sealed':
    case 'sealRefused':
    case 'verified':
      return submissionText(outcome, t);
    case 'templateAdded':
      return outcome.sheets > 0 ? t.status.templateAdded(outcome.sheets) : t.status.templateThere;
    default:
      return t.status[outcome.kind];
  }
}

/** What the status region says: what was done, how many are unscored, how many errors and warnings there are. */
export function statusText(state: Pick<PaneState, 'work' | 'outcome' | 'evaluation'>, t: Dictionary): string {
  const { work, outcome, evaluation } = state;
  if (work) return t.work[work.kind];
  if (!outcome) return t.status.idle;
  const said = [done(outcome, evaluation, t)];
  // The seal speaks of the workbook as it was sealed and as it is; the counts are those of the last check.
  if (evaluation && outcome.kind !== 'failed' && outcome.kind !== 'verified') {
    const unscored = evaluation.scores.persons.filter((person) => person.status === 'unscored').length;
    if (unscored > 0) said.push(t.status.unscored(unscored));
    said.push(t.status.counts(evaluation.counts.error, evaluation.counts.warning));
  }
  return said.join(t.language === 'en' ? ' ' : '');
}
