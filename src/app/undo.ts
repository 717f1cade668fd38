import { type CellRef, endsSlice, type Slices } from '../model';
import { resting, type UndoChange, type WorkbookHost } from '../workbook/host';
import { createdSheets, type UndoableWork, type UndoCell, type UndoRecord } from '../workbook/undo/record';
import type { Memory } from '../workbook/memory';
import { movedFormula } from '../workbook/formulaMoves';
import { cellKey, type SheetSnapshot, type Snapshot, valueAt } from '../workbook/snapshot';
import { memoryChangeInSlices } from './fill';
import { memoryInSlices, memoryOf } from './remembered';
import { inParts, runSlices } from './slices';

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
  options: {
    readonly evenIfChanged?: boolean;
    readonly signal?: AbortSignal;
    readonly onProgress?: (share: number) => void;
  } = {},
): Promise<UndoOutcome> {
  const signal = options.signal ? { signal: options.signal } : {};
  const [reading, comparing, writing] = inParts(options.onProgress ?? (() => undefined), [0.6, 0.1, 0.3]);
  const snapshot = await host.read({ ...signal, onProgress: reading!, wantsDetail: () => false });
  const memory = await memoryInSlices(snapshot, signal);
  const record = memory.undo;
  if (record === null) return { kind: 'nothing' };
  const looked = { ...signal, onProgress: comparing! };
  const changed = await runSlices(
    changedCells(snapshot, record),
    looked,
    SLICES + record.cells.length / CELLS_A_SLICE,
  );
  if (changed.length > 0 && (!options.evenIfChanged || isGone(snapshot, record))) {
    return { kind: 'changed', cells: changed };
  }
  const changes = await runSlices(takenBack(memory, record), signal);
  await host.write(changes, { ...resting(snapshot, options.signal), onProgress: writing! });
  const rows = record.inserted.reduce((sum, each) => sum + each.count, 0);
  return { kind: 'undone', cells: record.cells.length, rows, sheet: record.created };
}

/** Slices of a comparison: some, and more for each so many cells that were written. */
const SLICES = 8;
const CELLS_A_SLICE = 2_048;

/** All that is to be written for it. */
function* takenBack(memory: Memory, record: UndoRecord): Slices<UndoChange[]> {
  const changes = yield* undoChanges(record);
  const next = { ...memory, others: othersBefore(memory, record), undo: null };
  return [...changes, ...(yield* memoryChangeInSlices(memory, next))];
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
function* changedCells(snapshot: Snapshot, record: UndoRecord): Slices<CellRef[]> {
  const sheets = new Map(snapshot.sheets.map((sheet) => [sheet.name, sheet]));
  const written = new Set<string>();
  const changed: CellRef[] = [];
  for (const [index, cell] of record.cells.entries()) {
    if (endsSlice(index)) yield;
    const { sheet: name, row, column } = cell;
    written.add(placeKey(name, row, column));
    const sheet = sheets.get(name);
    if (!holds(sheet, cell) && !isBack(sheet, cell, record)) changed.push({ sheet: name, row, column });
  }
  for (const sheet of snapshot.sheets) yield* addFilledIn(changed, sheet, record, written);
  return changed;
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

/** Rows of a summary that are looked at in one slice: each has a dozen cells. */
const ROWS = 512;

/** Adds the cells that are not the fill's own in the rows (or on the sheet) that it made. */
function* addFilledIn(
  changed: CellRef[],
  sheet: SheetSnapshot,
  record: UndoRecord,
  written: ReadonlySet<string>,
): Slices<void> {
  const own = record.inserted.filter((each) => each.sheet === sheet.name);
  const created = createdSheets(record).includes(sheet.name);
  if (!created && own.length === 0) return;
  for (const [index, cells] of sheet.values.entries()) {
    if (index % ROWS === ROWS - 1) yield;
    const row = sheet.top + index;
    if (!created && !own.some((each) => row >= each.row && row < each.row + each.count)) continue;
    for (const [offset, value] of cells.entries()) {
      const column = sheet.left + offset;
      if (value === '' || written.has(placeKey(sheet.name, row, column))) continue;
      changed.push({ sheet: sheet.name, row, column });
    }
  }
}

/**
 * The changes that take a fill back: cells and formulas first, then the rows that the fill made, from the bottom up.
 * Formulas are put back as Excel would have shown them with those rows in the sheet; as the rows go they shrink to what
 * they were, whatever somebody else does to the sheet meanwhile.
 */
function* undoChanges(record: UndoRecord): Slices<UndoChange[]> {
  const created = createdSheets(record);
  const kept: UndoCell[] = [];
  for (const [index, cell] of record.cells.entries()) {
    if (endsSlice(index)) yield;
    const isGoing =
      created.includes(cell.sheet) ||
      record.inserted.some(
        ({ sheet, row, count }) => sheet === cell.sheet && cell.row >= row && cell.row < row + count,
      );
    if (!isGoing) kept.push(cell);
  }
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
