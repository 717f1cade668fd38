import type { Scheme } from '../../model';
import type { Snapshot } from '../../workbook/snapshot';
import { evaluate, evaluateInSlices } from '../evaluate';
import type { EvaluateOptions, Evaluation } from '../evaluation';
import { memoryInSlices, memoryOf, settingsOf } from '../remembered';
import type { SliceOptions } from '../slices';
import { standingOf } from './standing';

/**
 * One full pass over a workbook under its own rules and with what it remembers; `shipped` is the product's scheme.
 * Throws MemoryError, AnswersError or RulingError.
 */
export function evaluateWorkbook(
  snapshot: Snapshot,
  shipped: Scheme,
  options: EvaluateOptions = {},
): Evaluation {
  const memory = memoryOf(snapshot);
  const standing = standingOf(snapshot, shipped, memory);
  return evaluate(snapshot, standing.scheme, options, settingsOf(memory, standing.scheme), standing);
}

/** The same in slices, so that a page stays alive; rejects once `slices.signal` is aborted. */
export async function evaluateWorkbookInSlices(
  snapshot: Snapshot,
  shipped: Scheme,
  options: EvaluateOptions,
  slices: SliceOptions,
): Promise<Evaluation> {
  const memory = await memoryInSlices(snapshot, slices);
  const standing = standingOf(snapshot, shipped, memory);
  const asked = { options, remembered: settingsOf(memory, standing.scheme), standing };
  return evaluateInSlices(snapshot, standing.scheme, asked, slices);
}
