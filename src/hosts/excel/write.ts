import type { UndoChange } from '../../workbook/host';
import { applyStep } from './apply';
import { type Ground, look, type Looked } from './look';
import { wasCarriedOut } from './outcome';
import { renewNotes } from './notes';
import { changedMemory, changedSince, halfWritten, isOfficeFailure, requireGoing, unsure } from './problems';
import { askBlocks } from './read-blocks';
import { askMemory } from './memory-part';
import { askUsed, movedSheets } from './sight';
import { packSteps, planSteps, type PlannedStep } from './steps';
import { takeBack, type Reached } from './take-back';

/** Bytes of a request that are safe: Excel on the web takes 5 MB. */
const BYTES_A_TRIP = 3_500_000;

/**
 * Applies all changes, in order, or none: one round trip to look (protection, what will be overwritten, whether all is
 * as it was read), one to write, more only for changes of several megabytes. What a failure leaves half done is taken
 * back; where the answer got lost, Excel is asked whether the write was carried out.
 */
export async function writeExcel(
  context: Excel.RequestContext,
  changes: readonly UndoChange[],
  ground: Ground,
  signal: AbortSignal | undefined,
): Promise<void> {
  requireGoing(signal);
  const steps = planSteps(changes);
  const looked = await look(context, changes, steps, ground);
  requireGoing(signal);
  const reached = new Map<PlannedStep, Reached>();
  try {
    const [first, ...others] = packSteps(steps, BYTES_A_TRIP);
    if (first) await writeGuarded(context, first, looked, reached);
    for (const pack of others) await writePack(context, pack, looked, reached);
  } catch (error) {
    await takeBack(context, steps, reached, looked, error);
    throw error;
  }
  await renewNotes(context, changes, looked.sight.sheets);
}

/**
 * Writes a pack and, in the same request, looks once more right before: what somebody has done since the look is seen
 * then, though only afterwards, and the write is taken back.
 */
async function writeGuarded(
  context: Excel.RequestContext,
  pack: readonly PlannedStep[],
  looked: Looked,
  reached: Map<PlannedStep, Reached>,
): Promise<void> {
  const used = askUsed(context, [...looked.sight.used.keys()]);
  const blocks = askBlocks(context, looked.blocks);
  const memory = askMemory(context, looked.bench.memoryIds);
  const isAnswered = await writePack(context, pack, looked, reached);
  if (!isAnswered) return;
  const moved = movedSheets(looked.sight.used, used());
  const differing = blocks()
    .filter((answer) => looked.former.differs(answer))
    .map(({ request }) => request.sheet);
  const kept = memory();
  const isForgotten = looked.memory !== undefined && kept.xml !== undefined && kept.xml !== looked.memory;
  const isOther = isForgotten || kept.ids.join() !== looked.bench.memoryIds.join();
  if (moved.length + differing.length === 0 && !isOther) return;
  looked.kept = kept;
  const cause = isOther ? changedMemory() : changedSince([...new Set([...moved, ...differing])]);
  for (const answer of blocks()) looked.former.add(answer);
  const isFinal = pack.some(({ step }) => step.kind === 'deleteRows' || step.kind === 'deleteSheet');
  if (isFinal) throw halfWritten(cause, null);
  throw cause;
}

/** Writes a pack; `false` where it was written but the answer got lost. */
async function writePack(
  context: Excel.RequestContext,
  pack: readonly PlannedStep[],
  looked: Looked,
  reached: Map<PlannedStep, Reached>,
): Promise<boolean> {
  context.application.suspendApiCalculationUntilNextSync();
  pack.forEach((step, index) => {
    context.trace(`begun ${index}`);
    const onInserted = (): void => context.trace(`inserted ${index}`);
    applyStep(context, step, { ...looked, memoryIds: looked.bench.memoryIds, onInserted });
    context.trace(`done ${index}`);
  });
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
