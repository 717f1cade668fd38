import { type Issue, makeIssue, type Rulings, type ScoreBook } from '../model';
import { confirmations, type Touched, touchedBy } from '../scoring';
import type { Entries } from '../workbook/read/read';
import type { Attempts } from './attempts';
import type { CheckNotRun } from './evaluation';

/** Above this many visits the open rulings are not tried out one by one (rulebook §2). */
const MOST_VISITS_FOR_CONFIRMATION = 50_000;

/** What trying out the rulings still to be confirmed has found. */
export interface OpenRulings {
  readonly tried: readonly CheckNotRun[];
  readonly open: readonly Issue[];
  /** `null` where they were not tried out. */
  readonly touched: Touched | null;
}

/** The rulings still to be confirmed that changed somebody's score; with very many visits they are not tried out. */
export function openRulings(
  entries: Entries,
  rulings: Rulings,
  scores: ScoreBook,
  attempts: Attempts,
): OpenRulings {
  if (entries.visits.length > MOST_VISITS_FOR_CONFIRMATION) {
    const reason = `走访超过 ${MOST_VISITS_FOR_CONFIRMATION} 行,未逐项试算需确认的规定`;
    return { tried: [{ check: 'needs-confirmation', reason }], open: [], touched: null };
  }
  const look = (): OpenRulings => {
    const touched = touchedBy(scores);
    return { tried: [], open: confirmationIssues(rulings, scores, touched), touched };
  };
  const fallback = { tried: [], open: [], touched: null };
  return attempts.run('needs-confirmation', '需确认的规定', look, { fallback });
}

/** What there is to confirm, said of the workbook as a whole. */
export function confirmationIssues(rulings: Rulings, scores: ScoreBook, touched: Touched): Issue[] {
  return confirmations(scores, touched).map((each) =>
    makeIssue('needs-confirmation', {
      clause: each.clause,
      // In words for people, with the key by which it is set: `每超 0.1‰(breakageStep=0.0001)`.
      received: each.keys.map((key, at) => `${each.answers[at]}(${key}=${String(rulings[key])})`).join(';'),
      expected: '由负责部门确认',
      message: `需确认(${each.ruling}):${each.titles.join('、')}。换一种理解,会有 ${each.persons} 人的结果不同。请由负责部门确认。`,
    }),
  );
}
