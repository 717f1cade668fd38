import type { CellRef } from '../model';
import { resting, type UndoChange, type WorkbookHost } from '../workbook/host';
import { createdSheets, type UndoableWork, type UndoCell, type UndoRecord } from '../workbook/undo/record';
import type { Memory } from '../workbook/memory';
import { movedFormula } from '../workbook/formulaMoves';
import { cellKey, type SheetSnapshot, type Snapshot, valueAt } from '../workbook/snapshot';
import { memoryChange } from './fill';
import { memoryOf } from './remembered';

/** What came of an undo. */
export type UndoOutcome =
  /** No fill is remembered. */
  | { readonly kind: 'nothing' }
  /** Somebody has changed these cells since the fill (or their sheet is gone); nothing was written. */
  | { readonly kind: 'changed'; readonly cells: readonly CellRef[] }
  | { readonly kind: 'undone'; readonly cells: number; readonly rows: number; readonly sheet: string | null };

/** What is remembered that could be undone; `null` for nothing. */
export function undoableOf(snapshot: Snapshot): UndoableWork | null {
  const { undo } = memoryOf(snapshot);
  return undo === null ? null : (undo.of ?? 'fill');
}

/**
 * Brings back exactly what stood there before the last fill: values, formulas, rows, and no sheet where there was
 * none. Cells that were changed since are named and nothing is written, unless `evenIfChanged` says to lose those
 * changes. Throws HostError and MemoryError.
 */
export async function undoFill(
  host: WorkbookHost,
  options: { readonly evenIfChanged?: boolean; readonly signal?: AbortSignal } = {},
): Promise<UndoOutcome> {
  const signal = options.signal ? { signal: options.signal } : {};
  const snapshot = await host.read(signal);
  const memory = memoryOf(snapshot);
  const record = memory.undo;
  if (record === null) return { kind: 'nothing' };
  const changed = changedCells(snapshot, record);
  if (changed.length > 0 && (!options.evenIfChanged || isGone(snapshot, record))) {
    return { kind: 'changed', cells: changed };
  }
  await host.write(
    [
      ...undoChanges(record),
      ...memoryChange(memory, { ...memory, others: othersBefore(memory, record), undo: null }),
    ],
    resting(snapshot, options.signal),
  );
  const rows = record.inserted.reduce((sum, each) => sum + each.count, 0);
  return { kind: 'undone', cells: record.cells.length, rows, sheet: record.created };
}

/** Entries of the memory with those that the work wrote as they were before it. */
function othersBefore({ others }: Memory, { entries = {} }: UndoRecord): Memory['others'] {
  const restored = new Map(others);
  for (const [name, text] of Object.entries(entries)) {
    if (text === '') restored.delete(name);
    else restored.set(name, text);
  }
  return restored;
}

/** A sheet that the fill wrote to is no longer there: nothing can be put back into it. */
function isGone(snapshot: Snapshot, record: UndoRecord): boolean {
  const names = new Set(snapshot.sheets.map(({ name }) => name));
  return record.cells.some(({ sheet }) => !names.has(sheet));
}

/** Cells that no longer hold what the fill wrote, and cells that somebody has filled in rows that it made. */
function changedCells(snapshot: Snapshot, record: UndoRecord): CellRef[] {
  const sheets = new Map(snapshot.sheets.map((sheet) => [sheet.name, sheet]));
  const written = new Set(record.cells.map(({ sheet, row, column }) => placeKey(sheet, row, column)));
  const differing = record.cells.filter((cell) => {
    const sheet = sheets.get(cell.sheet);
    return !holds(sheet, cell) && !isBack(sheet, cell, record);
  });
  const added = snapshot.sheets.flatMap((sheet) => filledIn(sheet, record, written));
  return [...differing.map(({ sheet, row, column }) => ({ sheet, row, column })), ...added];
}

function placeKey(sheet: string, row: number, column: number): string {
  return `${cellKey(row, column)} ${sheet}`;
}

function holds(sheet: SheetSnapshot | undefined, { row, column, after, afterFormula }: UndoCell): boolean {
  if (!sheet) return false;
  const formula = sheet.formulas.get(cellKey(row, column));
  if (formula !== afterFormula) return false;
  return formula !== undefined || valueAt(sheet, row, column) === after;
}

/** What stood there before the fill stands there again: an undo was interrupted, or somebody has put it back. */
function isBack(sheet: SheetSnapshot | undefined, cell: UndoCell, { inserted }: UndoRecord): boolean {
  const { row, column, formula, before } = cell;
  if (!sheet) return false;
  const found = sheet.formulas.get(cellKey(row, column)) ?? null;
  if (formula !== null) return found === withRows(formula, cell.sheet, inserted);
  return found === null && valueAt(sheet, row, column) === before;
}

/** Cells that are not the fill's own in the rows (or on the sheet) that it made. */
function filledIn(sheet: SheetSnapshot, record: UndoRecord, written: ReadonlySet<string>): CellRef[] {
  const own = record.inserted.filter((each) => each.sheet === sheet.name);
  const created = createdSheets(record).includes(sheet.name);
  const isMade = (row: number): boolean =>
    created || own.some((each) => row >= each.row && row < each.row + each.count);
  return sheet.values.flatMap((cells, index) => {
    const row = sheet.top + index;
    if (!isMade(row)) return [];
    return cells.flatMap((value, offset) => {
      const column = sheet.left + offset;
      const known = value === '' || written.has(placeKey(sheet.name, row, column));
      return known ? [] : [{ sheet: sheet.name, row, column }];
    });
  });
}

/**
 * The changes that take a fill back: cells and formulas first, then the rows that the fill made, from the bottom up.
 * Formulas are put back as Excel would have shown them with those rows in the sheet; as the rows go they shrink to what
 * they were, whatever somebody else does to the sheet meanwhile.
 */
function undoChanges(record: UndoRecord): UndoChange[] {
  const created = createdSheets(record);
  const kept = record.cells.filter(
    (cell) =>
      !created.includes(cell.sheet) &&
      !record.inserted.some(
        ({ sheet, row, count }) => sheet === cell.sheet && cell.row >= row && cell.row < row + count,
      ),
  );
  const rows = [...record.inserted].sort((a, b) => b.row - a.row);
  return [
    ...created.map((sheet): UndoChange => ({ kind: 'deleteSheet', sheet })),
    ...restoredCells(kept, record.inserted),
    ...grouped(record.formats ?? []).map(([sheet, formats]): UndoChange => ({
      kind: 'setNumberFormats',
      sheet,
      cells: formats.map(({ row, column, format }) => ({ row, column, format })),
    })),
    ...grouped(record.formulas).map(([sheet, formulas]): UndoChange => ({
      kind: 'setFormulas',
      sheet,
      cells: formulas.map((each) => ({
        row: each.row,
        column: each.column,
        formula: withRows(each.before, sheet, record.inserted),
      })),
    })),
    ...rows.map((each): UndoChange => ({ kind: 'deleteRows', ...each })),
  ];
}

/** The formula (with its `=`) of a cell of the sheet, as Excel adapts it to rows that come in. */
function withRows(formula: string, home: string, inserted: UndoRecord['inserted']): string {
  const fromTop = [...inserted].sort((a, b) => a.row - b.row);
  return `=${fromTop.reduce((text, rows) => movedFormula(text, home, rows), formula.slice(1))}`;
}

function restoredCells(cells: readonly UndoCell[], inserted: UndoRecord['inserted']): UndoChange[] {
  return grouped(cells).flatMap(([sheet, group]): UndoChange[] => {
    const values = group.filter(({ formula }) => formula === null);
    const formulas = group.filter(({ formula }) => formula !== null);
    const changes: UndoChange[] = [];
    if (values.length > 0) {
      const back = values.map(({ row, column, before }) => ({ row, column, value: before }));
      changes.push({ kind: 'setCells', sheet, cells: back });
    }
    if (formulas.length > 0) {
      const back = formulas.map(({ row, column, formula }) => ({
        row,
        column,
        formula: withRows(formula!, sheet, inserted),
      }));
      changes.push({ kind: 'setFormulas', sheet, cells: back });
    }
    return changes;
  });
}

function grouped<Item extends { readonly sheet: string }>(items: readonly Item[]): [string, Item[]][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(item.sheet);
    if (group) group.push(item);
    else groups.set(item.sheet, [item]);
  }
  return [...groups];
}
