import { summaryState, type SummaryState } from '../workbook/summary';
import type { Evaluation } from './evaluation';

export type { SummaryState } from '../workbook/summary';

/** Where the workbook's summary stands against the evaluation: none, unfilled, current or stale. */
export function summaryStateOf({ snapshot, scheme, scores }: Evaluation): SummaryState {
  return summaryState(snapshot, scheme, scores);
}
