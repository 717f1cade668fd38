import type { UndoChange, WorkbookChange } from '../workbook/host';
import type { UndoCell, UndoFormula, UndoRecord } from '../workbook/undo/record';
import { cellKey, type Snapshot } from '../workbook/snapshot';
import type { FillPlan } from './evaluation';

type Insertion = Extract<WorkbookChange, { kind: 'insertRows' }>;

/** What a record is made of. */
interface Planned extends Pick<FillPlan, 'cells' | 'made'> {
  readonly changes: readonly UndoChange[];
}

function insertionsOf(plan: Planned, sheet: string): Insertion[] {
  return plan.changes.filter(
    (change): change is Insertion => change.kind === 'insertRows' && change.sheet === sheet,
  );
}

/** The row as it was before the insertions, `null` for an inserted one. They were made from the bottom up. */
function rowBefore(insertions: readonly Insertion[], row: number): number | null {
  let at = row;
  for (const { row: from, count } of [...insertions].reverse()) {
    if (at >= from + count) at -= count;
    else if (at >= from) return null;
  }
  return at;
}

/** What the plan will replace, as the workbook now is. */
export function undoRecord(snapshot: Snapshot, plan: Planned): UndoRecord {
  const sheets = new Map(snapshot.sheets.map((sheet) => [sheet.name, sheet]));
  const formulaAt = (sheet: string, row: number | null, column: number): string | null =>
    row === null ? null : (sheets.get(sheet)?.formulas.get(cellKey(row, column)) ?? null);
  const cells = plan.cells.map(({ cell, before, after }): UndoCell => {
    const formula = formulaAt(cell.sheet, rowBefore(insertionsOf(plan, cell.sheet), cell.row), cell.column);
    return { ...cell, before, after, formula };
  });
  return {
    created: plan.made[0] ?? null,
    ...(plan.made.length > 1 ? { alsoCreated: plan.made.slice(1) } : {}),
    cells,
    formulas: formulasOf(plan, formulaAt),
    inserted: insertedRows(plan),
  };
}

function formulasOf(
  plan: Planned,
  formulaAt: (sheet: string, row: number | null, column: number) => string | null,
): UndoFormula[] {
  return plan.changes.flatMap((change) => {
    if (change.kind !== 'setFormulas') return [];
    const insertions = insertionsOf(plan, change.sheet);
    return change.cells.flatMap(({ row, column }): UndoFormula[] => {
      const home = rowBefore(insertions, row);
      const before = formulaAt(change.sheet, home, column);
      return home === null || before === null ? [] : [{ sheet: change.sheet, row, home, column, before }];
    });
  });
}

/** The inserted rows as they stand after all insertions, from the bottom up. */
function insertedRows(plan: Planned): UndoRecord['inserted'] {
  return plan.changes.flatMap((change, index) => {
    if (change.kind !== 'insertRows') return [];
    // Later insertions stand above (or at the same row) and push this one down.
    const row = plan.changes
      .slice(index + 1)
      .reduce(
        (at, later) =>
          later.kind === 'insertRows' && later.sheet === change.sheet && later.row <= at
            ? at + later.count
            : at,
        change.row,
      );
    return [{ sheet: change.sheet, row, count: change.count }];
  });
}
