import type { Former } from './before';
import { findConditions, type KnownMark, removeMarks } from './marks';
import { type KeptMemory, restoreMemory } from './memory-part';
import { type KnownName, restoreNames } from './names';
import { originOf } from './origin';
import { askWorkbench, type Workbench } from './preflight';
import { halfWritten } from './problems';
import { blockOf, rowsOf } from './ranges';
import type { PlannedStep, Step } from './steps';

/** How far a step came before the write failed. */
export type Reached = 'begun' | 'inserted' | 'done';

type CellStep = Extract<Step, { kind: 'values' | 'formulas' }>;

function restoreCells(
  context: Excel.RequestContext,
  planned: PlannedStep,
  step: CellStep,
  former: Former,
): void {
  const { sheet, area } = step;
  const known = step.rows.map((line, y) =>
    line.map((_value, x) => {
      const origin = originOf(sheet, area.top + y, planned.before);
      return origin && !origin.fresh ? former.at(sheet, origin.row, area.left + x) : null;
    }),
  );
  // Writing a number has taken the text format away; without it the former text would be converted.
  known.forEach((line, y) =>
    line.forEach((cell, x) => {
      if (cell?.numberFormat !== '@') return;
      const one = { top: area.top + y, left: area.left + x, bottom: area.top + y, right: area.left + x };
      blockOf(context.workbook.worksheets.getItem(sheet), one).numberFormat = [['@']];
    }),
  );
  blockOf(context.workbook.worksheets.getItem(sheet), area).values = known.map((line) =>
    line.map((cell) => cell?.entry ?? ''),
  );
}

function restoreFormats(
  context: Excel.RequestContext,
  planned: PlannedStep,
  step: Extract<Step, { kind: 'numberFormats' }>,
  former: Former,
): void {
  const { sheet, area } = step;
  blockOf(context.workbook.worksheets.getItem(sheet), area).numberFormat = step.rows.map((line, y) =>
    line.map((_format, x) => {
      const origin = originOf(sheet, area.top + y, planned.before);
      return (origin && former.at(sheet, origin.row, area.left + x)?.numberFormat) ?? 'General';
    }),
  );
}

/** What has to be known to take something back. */
export interface Past {
  readonly bench: Workbench;
  readonly former: Former;
  readonly kept: KeptMemory;
  /** Names as they were looked at, and right before the write. */
  readonly names: readonly KnownName[];
  readonly namesNow: readonly KnownName[];
  /** The conditional formats with formulas that there were, where marks are made. */
  readonly conditions: readonly KnownMark[];
}

/** What there is now. */
interface Present {
  readonly sheets: ReadonlySet<string>;
  readonly ids: ReadonlySet<string>;
  readonly memoryIds: readonly string[];
  readonly conditions: readonly KnownMark[];
}

/** Puts into the batch what takes a step back; `false` where it cannot be taken back (deleted rows). */
function revert(
  context: Excel.RequestContext,
  planned: PlannedStep,
  reached: Reached,
  past: Past,
  now: Present,
): boolean {
  const { step } = planned;
  const { worksheets } = context.workbook;
  switch (step.kind) {
    case 'values':
    case 'formulas':
      if (now.sheets.has(step.sheet)) restoreCells(context, planned, step, past.former);
      return true;
    case 'numberFormats':
      if (now.sheets.has(step.sheet)) restoreFormats(context, planned, step, past.former);
      return true;
    case 'moreCells':
      // They go with the sheet, which was made by a step before.
      return true;
    case 'insertRows':
      if (reached !== 'begun') {
        rowsOf(worksheets.getItem(step.sheet), step.row, step.count).delete('Up');
        restoreNames(context, step, past);
      }
      return true;
    case 'deleteRows':
      // Once rows are gone the write is carried through instead.
      return reached === 'begun';
    case 'addSheet':
      if (now.sheets.has(step.sheet.name)) worksheets.getItem(step.sheet.name).delete();
      return true;
    case 'retireSheet': {
      const was = past.bench.sheets.get(step.sheet);
      if (was === undefined || !now.ids.has(was.id)) return true;
      worksheets.getItem(was.id).name = step.sheet;
      worksheets.getItem(was.id).visibility = was.visibility;
      return true;
    }
    case 'setMemory':
      // Where there was no part, the step has made one: what somebody else has added meanwhile is as it was.
      if (past.bench.memoryIds.length > 0 && past.kept.xml === undefined) return reached === 'begun';
      restoreMemory(context, past.kept, now.memoryIds);
      return true;
    case 'mark': {
      const known = new Set(past.conditions.map(({ id }) => id));
      const made = now.conditions.filter(({ sheet, id }) => sheet === step.sheet && !known.has(id));
      removeMarks(context, made);
      return true;
    }
  }
}

/**
 * Takes back, last first, what was done of a write that failed with `cause`; throws the `HostError` for a half-written
 * workbook where that is not possible.
 */
export async function takeBack(
  context: Excel.RequestContext,
  steps: readonly PlannedStep[],
  reached: ReadonlyMap<PlannedStep, Reached>,
  past: Past,
  cause: unknown,
): Promise<void> {
  const begun = [...steps].reverse().filter((step) => reached.has(step));
  if (begun.length === 0) return;
  let complete = false;
  try {
    const now = await lookAround(context, begun);
    complete = begun.map((step) => revert(context, step, reached.get(step)!, past, now)).every(Boolean);
    await context.sync();
  } catch (failure) {
    throw halfWritten(cause, failure);
  }
  if (!complete) throw halfWritten(cause, null);
}

async function lookAround(context: Excel.RequestContext, begun: readonly PlannedStep[]): Promise<Present> {
  const collect = askWorkbench(context);
  await context.sync();
  const { sheets, leftovers, memoryIds } = collect();
  const ids = new Set([...[...sheets.values()].map(({ id }) => id), ...leftovers]);
  const marked = new Set(begun.flatMap(({ step }) => (step.kind === 'mark' ? [step.sheet] : [])));
  const conditions = marked.size > 0 ? await findConditions(context, [...marked]) : [];
  return { sheets: new Set(sheets.keys()), ids, memoryIds, conditions };
}
