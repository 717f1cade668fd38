import type { CellRef, Scheme } from '../model';
import type { WorkbookHost } from '../workbook/host';
import type { EvaluateOptions, Evaluation } from './evaluation';
import { sealWorkbook, type SealOutcome } from './handin/seal';
import { verifySeal, type SealVerdict } from './handin/verify';
import { markIssues, removeMarks } from './marks/marks';
import { applyFixes } from './repair/fix';
import type { FixOffer } from './repair/offer';
import { offeredFixesInSlices } from './repair/offers';
import { writeReport } from './report/report';
import { runSlices } from './slices';

export type { FixOffer, SealOutcome, SealVerdict };

/** How a call is watched and stopped, as a session's `Run`. */
interface Watch {
  readonly signal: AbortSignal;
  readonly onProgress: (share: number) => void;
}

/** What came of a repair. */
export interface Fixed {
  /** Number of cells that were written. */
  readonly cells: number;
  /** Chosen cells that by now hold something else; they were left alone. */
  readonly skipped: readonly CellRef[];
}

/** What a call has written, and the fresh evaluation that it rests on. */
export interface Marked {
  readonly evaluation: Evaluation;
  readonly cells: number;
}

export interface Reported {
  readonly evaluation: Evaluation;
  readonly sheet: string;
  readonly rows: number;
}

/** What a session lends: its way to check, and its memory of what can be undone. */
export interface Lent {
  readonly check: (options: EvaluateOptions, run: Watch) => Promise<Evaluation>;
  readonly undoable: () => void;
}

/**
 * What belongs to handing in a workbook: repairs, marks, the report and the seal. Each call reads the workbook afresh;
 * calls reject as those of a session do, and nothing was written then.
 */
export function createSubmission(host: WorkbookHost, scheme: Scheme, { check, undoable }: Lent) {
  return {
    /** The repairs that can be offered; rejects with the signal's reason once it is aborted. */
    offers: (evaluation: Evaluation, signal: AbortSignal): Promise<readonly FixOffer[]> =>
      runSlices(offeredFixesInSlices(evaluation), { signal }),
    /** Repairs the chosen offers, `null` for all; one `undo` of the session takes it back. */
    async fix(chosen: readonly FixOffer[] | null, options: EvaluateOptions, run: Watch): Promise<Fixed> {
      const { plan, skipped } = await applyFixes(host, scheme, chosen, options, run);
      if (plan.changes.length > 0) undoable();
      return { cells: plan.preview.length, skipped };
    },
    async mark(options: EvaluateOptions, run: Watch): Promise<Marked> {
      const evaluation = await check(options, run);
      run.signal.throwIfAborted();
      return { evaluation, cells: (await markIssues(host, evaluation)).cells };
    },
    removeMarks: (): Promise<void> => removeMarks(host),
    async report(options: EvaluateOptions, run: Watch): Promise<Reported> {
      const evaluation = await check(options, run);
      run.signal.throwIfAborted();
      const { sheet, rows } = await writeReport(host, evaluation);
      return { evaluation, sheet, rows };
    },
    seal: (options: EvaluateOptions, run: Watch): Promise<SealOutcome> =>
      sealWorkbook(host, scheme, () => new Date(), options, run),
    verify: async (run: Watch): Promise<SealVerdict> => verifySeal(await host.read(run), scheme),
  };
}

/** The calls as a pane makes them. */
export type Submission = ReturnType<typeof createSubmission>;
