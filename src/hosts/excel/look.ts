import { type Area, runSlices } from '../../model';
import type { UndoChange } from '../../workbook/host';
import { isSameSnapshotInSlices } from '../../workbook/sameSnapshot';
import { cellKey, type Snapshot } from '../../workbook/snapshot';
import { askAsRead, requireSameSheets, usedBy } from './as-read';
import { blocksBefore, Former } from './before';
import { type Held, hold, requireShowing } from './hold';
import { type Condition, findConditions } from './marks';
import { type KeptMemory, rootElement } from './memory-part';
import { askNames, type KnownName, sheetsOfNames } from './names';
import { askWorkbench, checkWritable, touchedSheets, type Workbench } from './preflight';
import {
  changedMemory,
  changedSince,
  isNotLoaded,
  isOfficeFailure,
  outdated,
  protectedSheet,
} from './problems';
import { askAllBlocks, type Block, type BlockAnswer, readBlocks } from './read-blocks';
import { askUsed, type Sight } from './sight';
import type { Plan } from './steps';

/** What is known of the workbook before something is written. */
export interface Looked {
  readonly bench: Workbench;
  readonly sight: Sight;
  /** The blocks that will be overwritten, and what stood in them. */
  readonly blocks: readonly Block[];
  readonly former: Former;
  /** The conditional formats with a formula, where marks come or go. */
  readonly conditions: readonly Condition[];
  readonly marks: readonly Condition[];
  /** What the workbook remembers, `undefined` where it was not read. */
  readonly memory: string | null | undefined;
  /** The ranges of the final steps. */
  readonly held: Held;
  /** The names that new rows may belong to, and the sheets into which these come. */
  readonly names: readonly KnownName[];
  readonly namesOf: readonly string[];
  /** The same right before the write. */
  namesNow: readonly KnownName[];
  /** The custom XML parts right before the write. */
  kept: KeptMemory;
}

/** What the changes come from, and where the workbook keeps what it remembers. */
export interface Ground {
  readonly basis: Snapshot | undefined;
  /** Id of the custom XML part that the basis' memory was read from. */
  readonly memoryId: string | null;
  /** Reads everything once more; `along` puts more into the batch of its first round trip. */
  readonly reread?: (context: Excel.RequestContext, along: () => void) => Promise<Snapshot>;
}

interface First {
  readonly held: Held;
  readonly bench: Workbench;
  readonly sight: Sight;
  readonly memory: string | null | undefined;
  readonly names: readonly KnownName[];
}

/**
 * Looks before a write, in one round trip (a second where marks come or go): throws the `HostError` for what would make
 * the write fail, and for what is no longer as it was read.
 */
export async function look(
  context: Excel.RequestContext,
  changes: readonly UndoChange[],
  plan: Plan,
  ground: Ground,
): Promise<Looked> {
  const touched = touchedSheets(changes);
  const blocks = blocksBefore([...plan.restorable, ...plan.final], usedAreas(ground.basis));
  const again = (): (() => First) => ask(context, touched, changes, plan, ground);
  try {
    const { collect, former } = await asked(context, blocks, ground, again);
    const first = await collected(context, collect, again);
    requireFormulas(former, blocks, ground.basis);
    const conditions = await openConditions(context, changes, first.bench);
    const kept = { ids: first.bench.memoryIds, xml: first.memory };
    const namesOf = sheetsOfNames(changes);
    return {
      ...first,
      namesOf,
      namesNow: first.names,
      kept,
      blocks,
      former,
      conditions,
      marks: conditions.filter(({ isMark }) => isMark),
    };
  } catch (error) {
    if (!isOfficeFailure(error) || error.code !== 'ItemNotFound') throw error;
    throw await whatIsGone(context, changes, ground, error);
  }
}

function usedAreas(basis: Snapshot | undefined): Map<string, Area> {
  return new Map(
    (basis?.sheets ?? []).flatMap((sheet): [string, Area][] => {
      const area = usedBy(sheet);
      return area ? [[sheet.name, area]] : [];
    }),
  );
}

/** What will be overwritten, and the other questions, which go out with what is read first. */
async function asked(
  context: Excel.RequestContext,
  blocks: readonly Block[],
  { basis, reread }: Ground,
  ask: () => () => First,
): Promise<{ collect: () => First; former: Former }> {
  if (!basis || !reread) {
    const collect = ask();
    return { collect, former: await readFormer(context, blocks) };
  }
  let along: (() => First) | null = null;
  let answers: (() => BlockAnswer[] | null) | null = null;
  // Asked last: of what is loaded twice of one object the last counts, and of the sheets this asks for more.
  const now = await reread(context, () => {
    answers = askAllBlocks(context, blocks);
    along = ask();
  });
  if (!(await runSlices(isSameSnapshotInSlices(basis, now)))) throw outdated(basis, now);
  return { collect: along!, former: formerOf(answers!()) ?? (await readFormer(context, blocks)) };
}

async function readFormer(context: Excel.RequestContext, blocks: readonly Block[]): Promise<Former> {
  if (blocks.length === 0) await context.sync();
  return formerOf(await readBlocks(context, blocks))!;
}

function formerOf(answers: readonly BlockAnswer[] | null): Former | null {
  if (!answers) return null;
  const former = new Former();
  for (const answer of answers) former.add(answer);
  return former;
}

/** Puts all other questions into the batch; the result, called after the sync, throws the first trouble. */
function ask(
  context: Excel.RequestContext,
  touched: readonly string[],
  changes: readonly UndoChange[],
  { final }: Plan,
  { basis, memoryId, reread }: Ground,
): () => First {
  const bench = askWorkbench(context);
  const held = hold(context, final);
  const used = askUsed(context, touched);
  const names = askNames(context, sheetsOfNames(changes));
  const asRead = basis && !reread ? askAsRead(context, basis, touched) : () => undefined;
  const isKept = basis !== undefined && basis.memory !== null && memoryId !== null;
  const xml = isKept ? context.workbook.customXmlParts.getItem(memoryId).getXml() : null;
  return () => {
    const found = bench();
    checkWritable(found, changes);
    if (basis) requireSameSheets(basis, [...found.sheets.keys()]);
    asRead();
    const memory = xml ? rootElement(xml.value) : found.memoryIds.length === 0 ? null : undefined;
    if (basis && memory !== undefined && memory !== basis.memory) throw changedMemory();
    if (basis?.memory === null && found.memoryIds.length > 0) throw changedMemory();
    requireShowing(held);
    return {
      held,
      bench: found,
      sight: { sheets: [...found.sheets.keys()], used: used() },
      memory: basis?.memory ?? memory,
      names: names(),
    };
  };
}

/** Where the blocks had to be halved, the batch with the other questions has failed: then they are asked again. */
async function collected(
  context: Excel.RequestContext,
  collect: () => First,
  again: () => () => First,
): Promise<First> {
  try {
    return collect();
  } catch (error) {
    if (!isNotLoaded(error)) throw error;
    const answer = again();
    await context.sync();
    return answer();
  }
}

/** A cell that is to be overwritten held a value when it was read, and now a formula, or the other way round. */
function requireFormulas(former: Former, blocks: readonly Block[], basis: Snapshot | undefined): void {
  const sheets = new Map((basis?.sheets ?? []).map((sheet) => [sheet.name, sheet]));
  for (const { sheet, area } of blocks) {
    const read = sheets.get(sheet);
    if (!read) continue;
    for (let row = area.top; row <= area.bottom; row += 1) {
      for (let column = area.left; column <= area.right; column += 1) {
        const formula = former.at(sheet, row, column)?.formula ?? null;
        if (formula !== (read.formulas.get(cellKey(row, column)) ?? null))
          throw changedSince([sheet], { row, column });
      }
    }
  }
}

/** The conditional formats, where marks come or go; throws the `HostError` where one stands on a protected sheet. */
async function openConditions(
  context: Excel.RequestContext,
  changes: readonly UndoChange[],
  { sheets }: Workbench,
): Promise<Condition[]> {
  const isUnmarking = changes.some(({ kind }) => kind === 'unmark');
  const marked = changes.flatMap((one) => (one.kind === 'mark' ? [one.sheet] : []));
  if (!isUnmarking && marked.length === 0) return [];
  const conditions = await findConditions(context, isUnmarking ? [...sheets.keys()] : [...new Set(marked)]);
  const locked = conditions.filter(
    ({ sheet, isMark }) => isUnmarking && isMark && sheets.get(sheet)?.isProtected,
  );
  if (locked.length > 0) throw protectedSheet([...new Set(locked.map(({ sheet }) => sheet))]);
  return conditions;
}

/** A sheet is gone, and with it the whole batch failed: asks again for the names alone, to say which. */
async function whatIsGone(
  context: Excel.RequestContext,
  changes: readonly UndoChange[],
  { basis }: Ground,
  error: unknown,
): Promise<unknown> {
  const again = askWorkbench(context);
  await context.sync();
  const bench = again();
  checkWritable(bench, changes);
  if (!basis) return error;
  requireSameSheets(basis, [...bench.sheets.keys()]);
  return changedMemory();
}
