import type { Looked } from './look';
import { askMemory, type KeptMemory, restoreMemory } from './memory-part';
import { applyPack, writePack } from './pack';
import { askWorkbench } from './preflight';
import { halfWritten } from './problems';
import type { PlannedStep } from './steps';
import type { Reached } from './take-back';

/**
 * Writes the steps that take rows away. Once rows are gone nothing brings them back as they were: if the request fails
 * after that, the rest of it is written in another. What somebody else has made the workbook remember since is kept.
 */
export async function writeFinal(
  context: Excel.RequestContext,
  steps: readonly PlannedStep[],
  looked: Looked,
  reached: Map<PlannedStep, Reached>,
): Promise<void> {
  const memory = askMemory(context, looked.bench.memoryIds);
  try {
    const isAnswered = await writePack(context, steps, looked, reached);
    if (isAnswered) await keepTheirs(context, memory(), looked);
  } catch (error) {
    const isBegun = steps.some((one) => one.step.kind === 'deleteRows' && reached.get(one) === 'done');
    if (!isBegun) throw error;
    await carryThrough(
      context,
      steps.filter((one) => reached.get(one) !== 'done'),
      looked,
      error,
    );
  }
}

async function carryThrough(
  context: Excel.RequestContext,
  rest: readonly PlannedStep[],
  looked: Looked,
  cause: unknown,
): Promise<void> {
  try {
    await applyPack(context, rest, looked);
    await context.sync();
  } catch (failure) {
    throw halfWritten(cause, failure);
  }
}

async function keepTheirs(
  context: Excel.RequestContext,
  { ids, xml }: KeptMemory,
  looked: Looked,
): Promise<void> {
  if (xml === undefined || looked.memory === undefined || xml === looked.memory) return;
  const collect = askWorkbench(context);
  await context.sync();
  restoreMemory(context, { ids, xml }, collect().memoryIds);
  await context.sync();
}
