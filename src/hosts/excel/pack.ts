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
  applyPack(context, pack, looked);
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

/** Puts the steps into the batch, with traces that tell how far Excel came. */
export function applyPack(context: Excel.RequestContext, pack: readonly PlannedStep[], looked: Looked): void {
  const { memoryIds, retiredName } = looked.bench;
  context.application.suspendApiCalculationUntilNextSync();
  pack.forEach((step, index) => {
    context.trace(`begun ${index}`);
    const onInserted = (): void => context.trace(`inserted ${index}`);
    applyStep(context, step, { ...looked, memoryIds, retiredName, onInserted });
    context.trace(`done ${index}`);
  });
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
