import { runSlices } from '../../model';
import type { UndoChange, WriteOptions } from '../../workbook/host';
import { clearAway } from './clear';
import { writeFinal } from './final';
import { requireFitting } from './fitting';
import { type Ground, look, type Looked } from './look';
import { askMemory } from './memory-part';
import { renewNotes } from './notes';
import { askNames, haveChanged } from './names';
import { writePack } from './pack';
import { changedMemory, changedSince, requireGoing } from './problems';
import { sheetsAt } from './ranges';
import { askBlocks } from './read-blocks';
import { askUsed, movedSheets } from './sight';
import { packSteps, planSteps, type PlannedStep } from './steps';
import { takeBack, type Reached } from './take-back';

/**
 * Bytes of a request that are safe: Excel on the web takes 5 MB. What is more goes in parts that office.js has put together
 * before anybody notices that the page stands still (decision 40).
 */
const BYTES = { limit: 3_500_000, part: 700_000 };

/**
 * Applies all changes, in order, or none: one round trip to look (protection, what will be overwritten, whether all is
 * as it was read), one to write, more for changes of several megabytes and where something goes for good. What a failure
 * leaves half done is taken back, or carried through where rows are gone already; where the answer got lost, Excel is
 * asked whether the write was carried out.
 */
export async function writeExcel(
  context: Excel.RequestContext,
  changes: readonly UndoChange[],
  ground: Ground,
  { signal, onProgress = () => undefined }: WriteOptions,
): Promise<void> {
  requireGoing(signal);
  requireFitting(changes);
  const plan = await runSlices(planSteps(changes));
  const looked = await look(context, changes, plan, ground);
  requireGoing(signal);
  const reached = new Map<PlannedStep, Reached>();
  try {
    const [first, ...others] = packSteps(plan.restorable, BYTES);
    if (first) await writeGuarded(context, first, looked, reached);
    for (const [index, pack] of others.entries()) {
      onProgress((index + 1) / (others.length + 1));
      await writePack(context, pack, looked, reached);
    }
    if (plan.final.length > 0) await writeFinal(context, plan.final, looked, reached);
  } catch (error) {
    await takeBack(context, [...plan.restorable, ...plan.final], reached, looked, error);
    throw error;
  }
  await clearAway(context, plan.clearing, looked);
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
  const blocks = askBlocks(sheetsAt(context), looked.blocks);
  const memory = askMemory(context, looked.bench.memoryIds);
  const names = askNames(context, looked.namesOf);
  const isAnswered = await writePack(context, pack, looked, reached);
  if (!isAnswered) return;
  const moved = movedSheets(looked.sight.used, used());
  const differing = blocks()
    .filter((answer) => looked.former.differs(answer))
    .map(({ request }) => request.sheet);
  const kept = memory();
  const isForgotten = looked.memory !== undefined && kept.xml !== undefined && kept.xml !== looked.memory;
  const isOther = isForgotten || kept.ids.join() !== looked.bench.memoryIds.join();
  looked.namesNow = names();
  const renamed = haveChanged(looked.names, looked.namesNow) ? looked.namesOf : [];
  const changed = [...new Set([...moved, ...differing, ...renamed])];
  if (changed.length === 0 && !isOther) return;
  looked.kept = kept;
  const cause = isOther ? changedMemory() : changedSince(changed);
  for (const answer of blocks()) looked.former.add(answer);
  throw cause;
}
