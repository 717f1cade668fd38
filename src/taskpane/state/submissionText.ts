import type { Dictionary } from '../../locales';
import { fullWidth } from '../../locales/punctuation';
import type { SubmissionOutcome } from './submission';

/** What the status region says of it. */
export function submissionText(outcome: SubmissionOutcome, t: Dictionary): string {
  const { status } = t.submission;
  switch (outcome.kind) {
    case 'fixed': {
      if (outcome.cells === 0) return status.nothingFixed;
      const skipped = outcome.skipped > 0 ? [status.skipped(outcome.skipped)] : [];
      return [status.fixed(outcome.cells), ...skipped].join(t.language === 'en' ? ' ' : '');
    }
    case 'marked':
      return outcome.cells === 0 ? status.nothingToMark : status.marked(outcome.cells);
    case 'reported':
      return status.reported(outcome.sheet, outcome.rows);
    case 'sealRefused':
      return fullWidth(outcome.reason);
    case 'verified':
      if (outcome.verdict.kind === 'changed') return status.changed(outcome.verdict.changes.length);
      return outcome.verdict.kind === 'intact' ? status.intact : status.noSeal;
    default:
      return status[outcome.kind];
  }
}
