import type { Evaluation } from '../../app/evaluation';
import type { Dictionary } from '../../locales';
import { fullWidth } from '../../locales/punctuation';
import type { Unread } from './failure';
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
    case 'unread':
      return unread(outcome, t);
    case 'undoAsked':
      return t.status.undoAsked(t.undone[outcome.work], outcome.cells);
    case 'templateAdded':
      return outcome.sheets > 0 ? t.status.templateAdded(outcome.sheets) : t.status.templateThere;
    case 'exampleAdded':
      return t.status.exampleAdded(outcome.sheets);
    default:
      return t.status[outcome.kind];
  }
}

/** What was done, and that nothing was read after it. */
function unread({ done: deed, failure }: Unread<Outcome>, t: Dictionary): string {
  const recorded: Partial<Record<Outcome['kind'], string>> = t.status.recorded;
  const reason = failure && (failure.message === null ? t.status.unknownReason : fullWidth(failure.message));
  const said = [recorded[deed.kind] ?? done(deed, t), t.status.unread(reason)];
  return said.join(t.language === 'en' ? ' ' : '');
}

/** What the status region is drawn as. */
export type Tone = 'good' | 'bad' | 'unsure' | 'plain';

type Told = Pick<PaneState, 'work' | 'outcome' | 'evaluation'>;

const seen = { intact: 'good', changed: 'bad', none: 'unsure' } as const;

/** How what was done ended; `isTable`: a regulation over a table is offered, and the issues are those of another. */
export function statusTone({ work, outcome, evaluation }: Told, isTable: boolean): Tone {
  if (work || !outcome || outcome.kind === 'cancelled') return 'plain';
  if (outcome.kind === 'failed' || outcome.kind === 'sealRefused') return 'bad';
  if (outcome.kind === 'undoAsked' || outcome.kind === 'unread') return 'unsure';
  if (outcome.kind === 'verified') return seen[outcome.verdict.kind];
  if (isTable) return 'plain';
  const { error = 0, warning = 0 } = evaluation?.counts ?? {};
  // What was asked for is done; the errors are said, but the deed was no failure.
  if (error > 0) return outcome.kind === 'read' || outcome.kind === 'checked' ? 'bad' : 'unsure';
  return warning > 0 ? 'unsure' : 'good';
}

/** What is said without the counts of the last check, which is of the workbook as it was. */
const ALONE: readonly Outcome['kind'][] = ['failed', 'unread', 'verified'];

/** How many have no score, and the errors and warnings of the last check. */
function found({ scores, counts }: Evaluation, t: Dictionary): string[] {
  const unscored = scores.persons.filter((person) => person.status === 'unscored').length;
  const said = unscored > 0 ? [t.status.unscored(unscored)] : [];
  return [...said, t.status.counts(counts.error, counts.warning)];
}

/**
 * What the status region says: what was done, how many are unscored, how many errors and warnings there are. Where a
 * regulation over a table is offered (`isTable`), no counts of another, but what to do next.
 */
export function statusText({ work, outcome, evaluation }: Told, isTable: boolean, t: Dictionary): string {
  if (work) return t.work[work.kind];
  if (!outcome) return t.status.idle;
  if (!evaluation || ALONE.includes(outcome.kind)) return done(outcome, t);
  // Whatever was read or checked, it was for the other regulation.
  const isOther = isTable && (outcome.kind === 'read' || outcome.kind === 'checked');
  const said = isOther ? [] : [done(outcome, t)];
  const next = isTable ? [t.status.table] : found(evaluation, t);
  return [...said, ...next].join(t.language === 'en' ? ' ' : '');
}
