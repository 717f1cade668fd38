import type { Former } from './before';
import { originOf } from './origin';
import { askWorkbench } from './preflight';
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

/** Puts into the batch what takes a step back; `false` where it cannot be taken back (deleted rows and sheets). */
function revert(
  context: Excel.RequestContext,
  planned: PlannedStep,
  reached: Reached,
  former: Former,
  sheets: ReadonlySet<string>,
): boolean {
  const { step } = planned;
  switch (step.kind) {
    case 'values':
    case 'formulas':
      if (sheets.has(step.sheet)) restoreCells(context, planned, step, former);
      return true;
    case 'numberFormats':
      if (sheets.has(step.sheet)) restoreFormats(context, planned, step, former);
      return true;
    case 'insertRows':
      if (reached !== 'begun') {
        rowsOf(context.workbook.worksheets.getItem(step.sheet), step.row, step.count).delete('Up');
      }
      return true;
    case 'addSheet':
      if (sheets.has(step.sheet.name)) context.workbook.worksheets.getItem(step.sheet.name).delete();
      return true;
    default:
      // Deleted rows and sheets are lost; what the workbook remembers is written last, so that it has not changed.
      return reached === 'begun' || step.kind === 'setMemory';
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
  former: Former,
  cause: unknown,
): Promise<void> {
  if (reached.size === 0) return;
  let complete = false;
  try {
    const collect = askWorkbench(context);
    await context.sync();
    const sheets = new Set(collect().sheets.keys());
    const begun = [...steps].reverse().filter((step) => reached.has(step));
    complete = begun.map((step) => revert(context, step, reached.get(step)!, former, sheets)).every(Boolean);
    await context.sync();
  } catch (failure) {
    throw halfWritten(cause, failure);
  }
  if (!complete) throw halfWritten(cause, null);
}
