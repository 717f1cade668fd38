import { type CellValue, endsSlice, type Slices } from '../../model';
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
export function* packed(cells: readonly UndoCell[]): Slices<Packed[]> {
  const made: (UndoCell | { readonly sheet: string; readonly strips: GrowingStrip[] })[] = [];
  for (const [index, cell] of cells.entries()) {
    if (endsSlice(index)) yield;
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
  yield;
  return made.map((each) =>
    'strips' in each ? { sheet: each.sheet, strips: each.strips.map(stripOf) } : each,
  );
}

/** Strips that become text in one slice. */
const STRIPS = 1_024;

/** What was packed as JSON, word for word what `JSON.stringify` makes of it. */
export function* packedText(groups: readonly Packed[]): Slices<string> {
  const texts: string[] = [];
  for (const [index, group] of groups.entries()) {
    if (endsSlice(index)) yield;
    if (!('strips' in group)) {
      texts.push(JSON.stringify(group));
      continue;
    }
    const { sheet, strips } = group;
    const pieces: string[] = [];
    for (let from = 0; from < strips.length; from += STRIPS) {
      pieces.push(JSON.stringify(strips.slice(from, from + STRIPS)).slice(1, -1));
      yield;
    }
    texts.push(`{"sheet":${JSON.stringify(sheet)},"strips":[${pieces.join(',')}]}`);
  }
  return `[${texts.join(',')}]`;
}

function stripOf({ row, column, after, before }: GrowingStrip): Strip {
  return before.every((value) => value === '') ? [row, column, after] : [row, column, after, before];
}

/** The cells of what `packed` has made, or of a list of cells as it is; `null` where it is neither. */
export function* unpacked(value: unknown): Slices<UndoCell[] | null> {
  if (!Array.isArray(value)) return null;
  const cells: UndoCell[] = [];
  for (const [index, each] of (value as readonly unknown[]).entries()) {
    if (endsSlice(index)) yield;
    if (isUndoCell(each)) cells.push(each);
    else if (!(yield* addStrips(cells, each))) return null;
  }
  return cells;
}

/** Adds the cells of the strips of a sheet; `false` where it is none. */
function* addStrips(cells: UndoCell[], value: unknown): Slices<boolean> {
  if (!isRecord(value) || typeof value.sheet !== 'string' || !Array.isArray(value.strips)) return false;
  const { sheet } = value;
  for (const [index, strip] of (value.strips as readonly unknown[]).entries()) {
    if (index % STRIPS === STRIPS - 1) yield;
    if (!isStrip(strip)) return false;
    const [row, first, after, before] = strip;
    for (const [offset, written] of after.entries()) {
      const column = first + offset;
      cells.push({ sheet, row, column, before: before?.[offset] ?? '', formula: null, after: written });
    }
  }
  return true;
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
