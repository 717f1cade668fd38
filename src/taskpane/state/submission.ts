import type { EvaluateOptions, Evaluation } from '../../app/evaluation';
import type { FixOffer, SealVerdict, Submission } from '../../app/submission';
import type { Unread } from './failure';
import type { Run, SummaryState } from './services';

/** Long calls that belong to handing in. */
export type SubmissionWork = 'fix' | 'mark' | 'unmark' | 'report' | 'seal' | 'verify';

/** What was done last on the way to handing in. */
export type SubmissionOutcome =
  | { readonly kind: 'fixed'; readonly cells: number; readonly skipped: number }
  | { readonly kind: 'fixesUndone' | 'unmarked' }
  | { readonly kind: 'marked'; readonly cells: number }
  | { readonly kind: 'reported'; readonly sheet: string; readonly rows: number }
  | { readonly kind: 'sealed'; readonly code: string }
  | { readonly kind: 'sealRefused'; readonly reason: string }
  | { readonly kind: 'verified'; readonly verdict: SealVerdict };

export interface SubmissionActions {
  /** Repairs the chosen offers, `null` for all of them. */
  readonly fix: (chosen: readonly FixOffer[] | null) => Promise<void>;
  readonly mark: () => Promise<void>;
  readonly removeMarks: () => Promise<void>;
  readonly report: () => Promise<void>;
  readonly seal: () => Promise<void>;
  readonly verifySeal: () => Promise<void>;
}

/** The parts of the pane's state that a fresh reading gives. */
interface Fresh {
  readonly evaluation?: Evaluation | null;
  readonly summary?: SummaryState;
  readonly period?: string | null;
}

/** What a call changes in the pane's state. */
interface Change extends Fresh {
  readonly outcome: SubmissionOutcome | Unread<SubmissionOutcome>;
  readonly view?: { readonly name: 'seal'; readonly seen: SealVerdict };
  readonly attention?: number;
}

interface Tools {
  readonly submission: Submission;
  readonly run: (kind: SubmissionWork, call: (run: Run) => Promise<Change>) => Promise<void>;
  readonly freshlyAfter: (run: Run, done: SubmissionOutcome) => Promise<Change>;
  /** The options that every evaluation goes by. */
  readonly options: () => EvaluateOptions;
  /** Count of commands whose result is to be brought into sight, this one included. */
  readonly attention: () => number;
}

/** The actions of handing in; each says in `outcome` what it has done. */
export function submissionActions(tools: Tools): SubmissionActions {
  return { ...repairActions(tools), ...markActions(tools), ...sealActions(tools) };
}

function repairActions({ submission, run, freshlyAfter, options }: Tools) {
  return {
    fix: (chosen: readonly FixOffer[] | null) =>
      run('fix', async (watch) => {
        const { cells, skipped } = await submission.fix(chosen, options(), watch);
        return freshlyAfter(watch, { kind: 'fixed', cells, skipped: skipped.length });
      }),
  };
}

function markActions({ submission, run, options }: Tools) {
  return {
    mark: () =>
      run('mark', async (watch) => {
        const { evaluation, cells } = await submission.mark(options(), watch);
        return { evaluation, outcome: { kind: 'marked', cells } };
      }),
    removeMarks: () =>
      run('unmark', async () => {
        await submission.removeMarks();
        return { outcome: { kind: 'unmarked' } };
      }),
    report: () =>
      run('report', async (watch) => {
        const { evaluation, sheet, rows } = await submission.report(options(), watch);
        return { evaluation, outcome: { kind: 'reported', sheet, rows } };
      }),
  };
}

function sealActions({ submission, run, options, attention }: Tools) {
  return {
    seal: () =>
      run('seal', async (watch) => {
        const sealed = await submission.seal(options(), watch);
        const { evaluation } = sealed;
        if (sealed.kind === 'refused')
          return { evaluation, outcome: { kind: 'sealRefused', reason: sealed.reason } };
        return {
          evaluation,
          outcome: { kind: 'sealed', code: sealed.seal.code },
          view: { name: 'seal', seen: { kind: 'intact', seal: sealed.seal } },
          attention: attention(),
        };
      }),
    verifySeal: () =>
      run('verify', async (watch) => {
        const verdict = await submission.verify(watch);
        return {
          outcome: { kind: 'verified', verdict },
          view: { name: 'seal', seen: verdict },
          attention: attention(),
        };
      }),
  };
}
