import type { CellValue } from '../../model';
import { isPlain, isRecord } from '../plain';
import type { UndoCell } from './record';

/*
 * A record of a fill holds every cell that was written, tens of thousands in a city's workbook, and a custom XML part may
 * be no larger than what Excel takes in one request. So values that stand side by side are kept as one strip.
 */

/** 0-based row and column of the first cell, what was written from there to the right, and what stood there before. */
type Strip = readonly [
  row: number,
  column: number,
  after: readonly CellValue[],
  /** Left out where all were blank. */
  before?: readonly CellValue[],
];

/** Strips of one sheet that follow one another. */
interface StripsOfSheet {
  readonly sheet: string;
  readonly strips: readonly Strip[];
}

/** A cell with a formula is kept by itself. */
export type Packed = UndoCell | StripsOfSheet;

interface GrowingStrip {
  readonly row: number;
  readonly column: number;
  readonly after: CellValue[];
  readonly before: CellValue[];
}

const isBare = ({ formula, afterFormula }: UndoCell): boolean =>
  formula === null && afterFormula === undefined;

/** The cells as strips, in the same order; `unpacked` gives them back. */
export function packed(cells: readonly UndoCell[]): Packed[] {
  const made: (UndoCell | { readonly sheet: string; readonly strips: GrowingStrip[] })[] = [];
  for (const cell of cells) {
    if (!isBare(cell)) {
      made.push(cell);
      continue;
    }
    const last = made.at(-1);
    const group = last && 'strips' in last && last.sheet === cell.sheet ? last : null;
    const strip = group?.strips.at(-1);
    if (strip && strip.row === cell.row && strip.column + strip.after.length === cell.column) {
      strip.after.push(cell.after);
      strip.before.push(cell.before);
      continue;
    }
    const begun = { row: cell.row, column: cell.column, after: [cell.after], before: [cell.before] };
    if (group) group.strips.push(begun);
    else made.push({ sheet: cell.sheet, strips: [begun] });
  }
  return made.map((each) =>
    'strips' in each ? { sheet: each.sheet, strips: each.strips.map(stripOf) } : each,
  );
}

function stripOf({ row, column, after, before }: GrowingStrip): Strip {
  return before.every((value) => value === '') ? [row, column, after] : [row, column, after, before];
}

/** The cells of what `packed` has made, or of a list of cells as it is; `null` where it is neither. */
export function unpacked(value: unknown): UndoCell[] | null {
  if (!Array.isArray(value)) return null;
  const cells: UndoCell[] = [];
  for (const each of value as readonly unknown[]) {
    const found = isUndoCell(each) ? [each] : cellsOf(each);
    if (found === null) return null;
    for (const cell of found) cells.push(cell);
  }
  return cells;
}

function cellsOf(value: unknown): UndoCell[] | null {
  if (!isRecord(value) || typeof value.sheet !== 'string' || !Array.isArray(value.strips)) return null;
  const { sheet } = value;
  const strips = value.strips as readonly unknown[];
  if (!strips.every(isStrip)) return null;
  return strips.flatMap(([row, column, after, before]) =>
    after.map((written, offset) => ({
      sheet,
      row,
      column: column + offset,
      before: before?.[offset] ?? '',
      formula: null,
      after: written,
    })),
  );
}

function isStrip(value: unknown): value is Strip {
  if (!Array.isArray(value)) return false;
  const [row, column, after, before] = value as readonly unknown[];
  if (!Number.isInteger(row) || !Number.isInteger(column) || !isValues(after)) return false;
  return before === undefined || (isValues(before) && before.length === after.length);
}

function isValues(value: unknown): value is readonly CellValue[] {
  return Array.isArray(value) && value.every(isPlain);
}

function isUndoCell(value: unknown): value is UndoCell {
  if (!isRecord(value) || typeof value.sheet !== 'string' || !Number.isInteger(value.row)) return false;
  const { column, before, after, formula, afterFormula } = value;
  const formulaIs =
    (formula === null || typeof formula === 'string') &&
    (afterFormula === undefined || typeof afterFormula === 'string');
  return Number.isInteger(column) && isPlain(before) && isPlain(after) && formulaIs;
}
