import { runSlices, type Slices } from '../../model';
import { applyStep } from './apply';
import type { Looked } from './look';
import { wasCarriedOut } from './outcome';
import { isOfficeFailure, unsure } from './problems';
import type { PlannedStep } from './steps';
import type { Reached } from './take-back';

/** Writes a pack; `false` where it was written but the answer got lost. */
export async function writePack(
  context: Excel.RequestContext,
  pack: readonly PlannedStep[],
  looked: Looked,
  reached: Map<PlannedStep, Reached>,
): Promise<boolean> {
  await applyPack(context, pack, looked);
  let isAnswered = true;
  try {
    await context.sync();
  } catch (error) {
    noteTraces(error, pack, reached);
    if (pack.some((step) => reached.has(step)) || !(await isDone(context, pack, looked, error))) throw error;
    isAnswered = false;
  }
  for (const step of pack) reached.set(step, 'done');
  return isAnswered;
}

/**
 * Puts the steps into the batch, with traces that tell how far Excel came. In slices, of which the last is over when it
 * resolves: office.js then makes the request in a task of its own. Nothing goes to Excel before the sync.
 */
export async function applyPack(
  context: Excel.RequestContext,
  pack: readonly PlannedStep[],
  looked: Looked,
): Promise<void> {
  await runSlices(applyInSlices(context, pack, looked));
}

function* applyInSlices(
  context: Excel.RequestContext,
  pack: readonly PlannedStep[],
  looked: Looked,
): Slices<void> {
  const { memoryIds, retiredName } = looked.bench;
  context.application.suspendApiCalculationUntilNextSync();
  for (const [index, step] of pack.entries()) {
    context.trace(`begun ${index}`);
    const onInserted = (): void => context.trace(`inserted ${index}`);
    yield* applyStep(context, step, { ...looked, memoryIds, retiredName, onInserted });
    context.trace(`done ${index}`);
    yield;
  }
}

const STAGES: readonly Reached[] = ['begun', 'inserted', 'done'];

/** The traces that Excel came to say how far each step got. */
function noteTraces(error: unknown, pack: readonly PlannedStep[], reached: Map<PlannedStep, Reached>): void {
  const traces = isOfficeFailure(error) ? (error.traceMessages ?? []) : [];
  pack.forEach((step, index) => {
    const last = STAGES.filter((stage) => traces.includes(`${stage} ${index}`)).at(-1);
    if (last) reached.set(step, last);
  });
}

async function isDone(
  context: Excel.RequestContext,
  pack: readonly PlannedStep[],
  looked: Looked,
  cause: unknown,
): Promise<boolean> {
  try {
    return (await wasCarriedOut(context, pack, looked)) === true;
  } catch (failure) {
    throw unsure(cause, failure);
  }
}
