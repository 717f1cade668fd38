import { endsSlice, finished, type Slices } from '../model';
import type { UndoChange, WorkbookChange } from '../workbook/host';
import type { UndoCell, UndoFormula, UndoRecord } from '../workbook/undo/record';
import { cellKey, type Snapshot } from '../workbook/snapshot';
import type { FillPlan } from './evaluation';

type Insertion = Extract<WorkbookChange, { kind: 'insertRows' }>;

/** What a record is made of. */
interface Planned extends Pick<FillPlan, 'made'> {
  readonly cells: readonly Pick<FillPlan['cells'][number], 'cell' | 'before' | 'after'>[];
  readonly changes: readonly UndoChange[];
}

/** The rows that the plan inserts, by sheet and from the top down. They are made from the bottom up. */
function insertionsOf(plan: Planned): ReadonlyMap<string, readonly Insertion[]> {
  const sheets = new Map<string, Insertion[]>();
  for (const change of plan.changes) {
    if (change.kind !== 'insertRows') continue;
    const own = sheets.get(change.sheet);
    if (own) own.unshift(change);
    else sheets.set(change.sheet, [change]);
  }
  return sheets;
}

/** The row as it was before the insertions, `null` for an inserted one. */
function rowBefore(insertions: readonly Insertion[], row: number): number | null {
  let at = row;
  for (const { row: from, count } of insertions) {
    if (at >= from + count) at -= count;
    else if (at >= from) return null;
  }
  return at;
}

/** What the plan will replace, as the workbook now is. */
export function undoRecord(snapshot: Snapshot, plan: Planned): UndoRecord {
  return finished(undoRecordInSlices(snapshot, plan));
}

/** The same in slices. */
export function* undoRecordInSlices(snapshot: Snapshot, plan: Planned): Slices<UndoRecord> {
  const sheets = new Map(snapshot.sheets.map((sheet) => [sheet.name, sheet]));
  const formulaAt = (sheet: string, row: number | null, column: number): string | null =>
    row === null ? null : (sheets.get(sheet)?.formulas.get(cellKey(row, column)) ?? null);
  const inserted = insertionsOf(plan);
  const cells: UndoCell[] = [];
  for (const { cell, before, after } of plan.cells) {
    if (endsSlice(cells.length)) yield;
    const { sheet, row, column } = cell;
    const formula = formulaAt(sheet, rowBefore(inserted.get(sheet) ?? NONE, row), column);
    cells.push({ sheet, row, column, before, after, formula });
  }
  return {
    created: plan.made[0] ?? null,
    ...(plan.made.length > 1 ? { alsoCreated: plan.made.slice(1) } : {}),
    cells,
    formulas: formulasOf(plan, inserted, formulaAt),
    inserted: insertedRows(plan),
  };
}

const NONE: readonly Insertion[] = [];

function formulasOf(
  plan: Planned,
  inserted: ReadonlyMap<string, readonly Insertion[]>,
  formulaAt: (sheet: string, row: number | null, column: number) => string | null,
): UndoFormula[] {
  return plan.changes.flatMap((change) => {
    if (change.kind !== 'setFormulas') return [];
    const insertions = inserted.get(change.sheet) ?? NONE;
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
