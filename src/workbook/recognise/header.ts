import type { Area } from '../../model';
import { type SheetSnapshot, valueAt } from '../snapshot';
import { normaliseHeader } from './normalise';
import type { Vocabulary } from './vocabulary';

/** Rows from the top of the used range in which a header is looked for. */
const DEEPEST_HEADER = 40;

/** One column under a header. Rows are 0-based sheet rows. */
export interface HeaderColumn {
  readonly column: number;
  /** The lowest text that says something, as it stands. */
  readonly leaf: string;
  readonly leafRow: number;
  /** Texts above it, top first; merged parents reach over all their columns. */
  readonly parents: readonly string[];
}

export interface HeaderBlock {
  readonly top: number;
  readonly bottom: number;
  readonly columns: readonly HeaderColumn[];
}

/** The merged area that covers a cell, if any. Only merges near the header are looked through. */
function mergeAt(merges: readonly Area[], row: number, column: number): Area | null {
  for (const area of merges) {
    if (row >= area.top && row <= area.bottom && column >= area.left && column <= area.right) return area;
  }
  return null;
}

/** The text of a cell, that of the merged area's first cell where it lies in one; '' for what is no text. */
function textAt(sheet: SheetSnapshot, merges: readonly Area[], row: number, column: number): string {
  const merge = mergeAt(merges, row, column);
  const value = merge ? valueAt(sheet, merge.top, merge.left) : valueAt(sheet, row, column);
  return typeof value === 'string' ? value.trim() : '';
}

/** Number of columns of a row whose text the scheme knows. */
function knownTexts(sheet: SheetSnapshot, row: number, vocabulary: Vocabulary): number {
  const cells = sheet.values[row - sheet.top] ?? [];
  let count = 0;
  for (const value of cells) {
    if (typeof value !== 'string' || value === '') continue;
    if (vocabulary.fieldClaims(value).length > 0) count += 1;
    else {
      const claim = vocabulary.ruleClaim(value, null);
      if (claim && claim.by !== 'part') count += 1;
    }
  }
  return count;
}

function isTextRow(sheet: SheetSnapshot, row: number): boolean {
  const cells = sheet.values[row - sheet.top] ?? [];
  return cells.some((value) => value !== '') && cells.every((value) => typeof value === 'string');
}

function hasText(value: string): boolean {
  const plain = normaliseHeader(value);
  return plain !== '' && !/^\(?\d+(\.\d+)?分?\)?$/.test(plain);
}

/**
 * Finds the header of a sheet's table: the row that the scheme knows most texts of, with the rows above and below
 * that belong to it (merged parents, leaves). `null` where no row holds two known texts.
 */
export function findHeader(sheet: SheetSnapshot, vocabulary: Vocabulary): HeaderBlock | null {
  const last = Math.min(sheet.top + sheet.values.length, sheet.top + DEEPEST_HEADER) - 1;
  const known: number[] = [];
  let best = -1;
  for (let row = sheet.top; row <= last; row++) {
    known[row] = knownTexts(sheet, row, vocabulary);
    if (known[row]! >= 2 && (best < 0 || known[row]! > known[best]!)) best = row;
  }
  if (best < 0) return null;
  const merges = sheet.merges.filter((area) => area.top <= last);
  const top = extendUp(sheet, merges, known, best);
  const bottom = extendDown(merges, known, best, top, last);
  return { top, bottom, columns: headerColumns(sheet, merges, top, bottom) };
}

function extendUp(
  sheet: SheetSnapshot,
  merges: readonly Area[],
  known: readonly number[],
  from: number,
): number {
  let top = from;
  for (const area of merges) {
    if (area.top < from && area.bottom >= from && from - area.top <= 3) top = Math.min(top, area.top);
  }
  while (top - 1 >= sheet.top && (known[top - 1] ?? 0) >= 2) top -= 1;
  if (top === from && from - 2 >= sheet.top && (known[from - 2] ?? 0) >= 2 && isTextRow(sheet, from - 1)) {
    return from - 2;
  }
  return top;
}

function extendDown(
  merges: readonly Area[],
  known: readonly number[],
  from: number,
  top: number,
  last: number,
): number {
  let bottom = from;
  for (const area of merges) {
    if (area.top >= top && area.top <= from && area.bottom > from && area.bottom - from <= 3) {
      bottom = Math.max(bottom, area.bottom);
    }
  }
  while (bottom + 1 <= last && (known[bottom + 1] ?? 0) >= 2) bottom += 1;
  return bottom;
}

function headerColumns(
  sheet: SheetSnapshot,
  merges: readonly Area[],
  top: number,
  bottom: number,
): HeaderColumn[] {
  const columns: HeaderColumn[] = [];
  const inside = merges.filter((area) => area.bottom >= top && area.top <= bottom);
  const spread = parentSpread(sheet, inside, top, bottom);
  let width = 0;
  for (let row = top; row <= bottom; row++)
    width = Math.max(width, sheet.values[row - sheet.top]?.length ?? 0);
  for (let column = sheet.left; column < sheet.left + width; column++) {
    const texts: { row: number; text: string }[] = [];
    for (let row = top; row <= bottom; row++) {
      const text = textAt(sheet, inside, row, column) || (spread[row - top]?.[column] ?? '');
      if (hasText(text) && texts[texts.length - 1]?.text !== text) texts.push({ row, text });
    }
    const leaf = texts.pop();
    if (leaf) {
      const parents = texts.map((each) => each.text);
      columns.push({ column, leaf: leaf.text, leafRow: leaf.row, parents });
    }
  }
  return columns;
}

/**
 * Where a host cannot tell merges, a parent above several leaves stands in its first column alone: it reaches to
 * the right over columns that have a leaf of their own and nothing above it.
 */
function parentSpread(
  sheet: SheetSnapshot,
  merges: readonly Area[],
  top: number,
  bottom: number,
): Record<number, string>[] {
  if (merges.length > 0 || top === bottom) return [];
  const rows: Record<number, string>[] = [];
  for (let row = top; row < bottom; row++) {
    const spread: Record<number, string> = {};
    let parent = '';
    const cells = sheet.values[row - sheet.top] ?? [];
    for (
      let column = sheet.left;
      column < sheet.left + (sheet.values[bottom - sheet.top]?.length ?? 0);
      column++
    ) {
      const own = cells[column - sheet.left] ?? '';
      const below = valueAt(sheet, bottom, column);
      if (own !== '') parent = below === '' ? '' : String(own);
      else if (parent !== '' && below !== '') spread[column] = parent;
    }
    rows.push(spread);
  }
  return rows;
}
