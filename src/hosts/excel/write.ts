import type { UndoChange } from '../../workbook/host';
import { type ApplyOptions, applyStep } from './apply';
import { blocksBefore, Former, readFormer } from './before';
import { findMarks, type KnownMark } from './marks';
import { askWorkbench, checkWritable, type Workbench } from './preflight';
import { isOfficeFailure, protectedSheet, requireGoing } from './problems';
import { packSteps, planSteps, type PlannedStep } from './steps';
import { takeBack, type Reached } from './take-back';

/** Bytes of a request that are safe: Excel on the web takes 5 MB. */
const BYTES_A_TRIP = 3_500_000;

/**
 * Applies all changes, in order, or none: one round trip to look (protection, and what will be overwritten), one to
 * write, more only for changes of several megabytes. What a failure leaves half done is taken back.
 */
export async function writeExcel(
  context: Excel.RequestContext,
  changes: readonly UndoChange[],
  signal: AbortSignal | undefined,
): Promise<void> {
  requireGoing(signal);
  const steps = planSteps(changes);
  const { bench, former } = await look(context, changes, steps);
  const marks = changes.some(({ kind }) => kind === 'unmark') ? await openMarks(context, bench) : [];
  requireGoing(signal);
  const reached = new Map<PlannedStep, Reached>();
  try {
    for (const pack of packSteps(steps, BYTES_A_TRIP))
      await writePack(context, pack, { former, memoryIds: bench.memoryIds, marks }, reached);
  } catch (error) {
    await takeBack(context, steps, reached, former, error);
    throw error;
  }
}

/** The marks that are to be taken away; throws the `HostError` where one stands on a protected sheet. */
async function openMarks(context: Excel.RequestContext, { sheets }: Workbench): Promise<KnownMark[]> {
  const marks = await findMarks(context, [...sheets.keys()]);
  const locked = [...new Set(marks.map(({ sheet }) => sheet))].filter(
    (name) => sheets.get(name)?.isProtected,
  );
  if (locked.length > 0) throw protectedSheet(locked);
  return marks;
}

async function look(
  context: Excel.RequestContext,
  changes: readonly UndoChange[],
  steps: readonly PlannedStep[],
): Promise<{ bench: Workbench; former: Former }> {
  const collect = askWorkbench(context);
  const blocks = blocksBefore(steps);
  try {
    // The blocks are asked for first: the workbench's loads wait in the same batch and go out with them.
    const former = blocks.length > 0 ? await readFormer(context, blocks) : await nothingFormer(context);
    const bench = await collected(context, collect);
    checkWritable(bench, changes);
    return { bench, former };
  } catch (error) {
    if (!isOfficeFailure(error) || error.code !== 'ItemNotFound') throw error;
    // A sheet is gone, and with it the whole batch failed: ask again for the names alone, to say which.
    const again = askWorkbench(context);
    await context.sync();
    checkWritable(again(), changes);
    throw error;
  }
}

/** Where the blocks had to be halved, the batch with the workbench's loads has failed: then it is asked again. */
async function collected(context: Excel.RequestContext, collect: () => Workbench): Promise<Workbench> {
  try {
    return collect();
  } catch (error) {
    if (!isOfficeFailure(error) || !error.code.endsWith('NotLoaded')) throw error;
    const again = askWorkbench(context);
    await context.sync();
    return again();
  }
}

async function nothingFormer(context: Excel.RequestContext): Promise<Former> {
  await context.sync();
  return new Former();
}

async function writePack(
  context: Excel.RequestContext,
  pack: readonly PlannedStep[],
  known: Pick<ApplyOptions, 'former' | 'memoryIds' | 'marks'>,
  reached: Map<PlannedStep, Reached>,
): Promise<void> {
  context.application.suspendApiCalculationUntilNextSync();
  pack.forEach((step, index) => {
    context.trace(`begun ${index}`);
    const onInserted = (): void => context.trace(`inserted ${index}`);
    applyStep(context, step, { ...known, onInserted });
    context.trace(`done ${index}`);
  });
  try {
    await context.sync();
  } catch (error) {
    // The traces that Excel came to say how far each step got.
    const traces = isOfficeFailure(error) ? (error.traceMessages ?? []) : [];
    pack.forEach((step, index) => {
      const last = STAGES.filter((stage) => traces.includes(`${stage} ${index}`)).at(-1);
      if (last) reached.set(step, last);
    });
    throw error;
  }
  for (const step of pack) reached.set(step, 'done');
}

const STAGES: readonly Reached[] = ['begun', 'inserted', 'done'];
