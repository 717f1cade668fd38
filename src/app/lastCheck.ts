import type { EvaluateOptions, Evaluation } from './evaluation';

/**
 * What is known of the workbook since it was checked last, for a fill that comes next. It only says what the fill need not
 * compute again: that the workbook still is so, the fill finds out by reading it (`fillSummary`).
 */
export class LastCheck {
  private known: { readonly decisions: string; readonly evaluation: Evaluation } | null = null;

  note(options: EvaluateOptions, evaluation: Evaluation): void {
    this.known = { decisions: decisions(options), evaluation };
  }

  forget(): void {
    this.known = null;
  }

  /** Edits were followed (`liveEvaluation`) from one evaluation to another; what did not begin at the last is passed over. */
  followed(before: Evaluation, after: Evaluation): void {
    if (this.known?.evaluation === before) this.known = { ...this.known, evaluation: after };
  }

  /** What is known under these decisions, `null` for nothing; forgotten in any case, for whoever asks is about to write. */
  take(options: EvaluateOptions): Evaluation | null {
    const { known } = this;
    this.known = null;
    return known?.decisions === decisions(options) ? known.evaluation : null;
  }
}

/** What an evaluation hangs on beside the workbook and the scheme, as text. */
function decisions({ period, rulings, answers }: EvaluateOptions): string {
  return JSON.stringify([period, rulings, answers]);
}
