import { originOf } from './origin';
import { hiddenRows } from './problems';
import type { PlannedStep } from './steps';

/** Ranges that Excel keeps track of: whoever inserts or deletes rows meanwhile, they stay on their cells. */
export type Held = ReadonlyMap<PlannedStep, Excel.Range>;

/** Puts into the batch what takes hold of the rows and formulas of the final steps, as they stand now. */
export function hold(context: Excel.RequestContext, steps: readonly PlannedStep[]): Held {
  const held = new Map<PlannedStep, Excel.Range>();
  for (const planned of steps) {
    const { step, before } = planned;
    if (step.kind !== 'deleteRows' && step.kind !== 'formulas') continue;
    const rowBefore = (row: number): number => originOf(step.sheet, row, before)?.row ?? row;
    const sheet = context.workbook.worksheets.getItem(step.sheet);
    if (step.kind === 'deleteRows') {
      const [top, bottom] = [rowBefore(step.row), rowBefore(step.row) + step.count - 1];
      held.set(planned, sheet.getRange(`${top + 1}:${bottom + 1}`));
    } else {
      const { left, right } = step.area;
      const [top, bottom] = [rowBefore(step.area.top), rowBefore(step.area.bottom)];
      held.set(planned, sheet.getRangeByIndexes(top, left, bottom - top + 1, right - left + 1));
    }
  }
  for (const range of held.values()) range.load('address,rowHidden');
  return held;
}

/** Throws where rows that are to go do not all show: of rows that a filter hides, Excel takes none away. */
export function requireShowing(held: Held): void {
  for (const [{ step }, range] of held) {
    if (step.kind === 'deleteRows' && range.rowHidden !== false) throw hiddenRows(step.sheet, range.address);
  }
}
