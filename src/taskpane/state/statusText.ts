import type { Dictionary } from '../../locales';
import { fullWidth } from '../../locales/punctuation';
import type { Outcome, PaneState } from './paneState';
import { submissionText } from './submissionText';

function done(outcome: Outcome, t: Dictionary): string {
  switch (outcome.kind) {
    case 'filled': {
      const { plan } = outcome;
      if (!plan) return t.status.nothingFilled;
      if (plan.cells.length === 0 && plan.made.length === 0) return t.status.unchanged(plan.summarySheet);
      if (plan.made.length > 1) return t.status.createdSeveral(plan.made.length, outcome.persons);
      return plan.made.includes(plan.summarySheet)
        ? t.status.created(plan.summarySheet, outcome.persons)
        : t.status.filled(plan.summarySheet, outcome.persons);
    }
    case 'failed':
      return outcome.failure.message === null
        ? t.status.unknownFailure
        : t.status.failed(fullWidth(outcome.failure.message));
    case 'fixed':
    case 'fixesUndone':
    case 'marked':
    case 'unmarked':
    case 'reported':
    case 'sealed':
    case 'sealRefused':
    case 'verified':
      return submissionText(outcome, t);
    case 'entered':
      return t.status.entered(outcome.household, outcome.place.sheet, outcome.place.row + 1);
    case 'templateAdded':
      return outcome.sheets > 0 ? t.status.templateAdded(outcome.sheets) : t.status.templateThere;
    case 'exampleAdded':
      return t.status.exampleAdded(outcome.sheets);
    default:
      return t.status[outcome.kind];
  }
}

/** What the status region says: what was done, how many are unscored, how many errors and warnings there are. */
export function statusText(state: Pick<PaneState, 'work' | 'outcome' | 'evaluation'>, t: Dictionary): string {
  const { work, outcome, evaluation } = state;
  if (work) return t.work[work.kind];
  if (!outcome) return t.status.idle;
  const said = [done(outcome, t)];
  // The seal speaks of the workbook as it was sealed and as it is; the counts are those of the last check.
  if (evaluation && outcome.kind !== 'failed' && outcome.kind !== 'verified') {
    const unscored = evaluation.scores.persons.filter((person) => person.status === 'unscored').length;
    if (unscored > 0) said.push(t.status.unscored(unscored));
    said.push(t.status.counts(evaluation.counts.error, evaluation.counts.warning));
  }
  return said.join(t.language === 'en' ? ' ' : '');
}
