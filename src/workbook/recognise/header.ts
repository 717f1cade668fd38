import type { Area } from '../../model';
import { type SheetSnapshot, valueAt } from '../snapshot';
import { DEEPEST_HEADER, ofHead } from './head';
import { headRows } from './headRows';
import { normaliseHeader } from './normalise';
import { FIELD, kindsOf, LABEL, RULE } from './textKinds';
import type { Vocabulary } from './vocabulary';
import { isWidening, mergeAt, withoutParents } from './wideColumns';

/** Whether what stands in a row may decide over the header; 0-based. */
export function mayBeHeader(sheet: SheetSnapshot, row: number): boolean {
  return row < sheet.top + DEEPEST_HEADER;
}

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

/** The text of a cell, that of the merged area's first cell where it lies in one; '' for what is no text. */
function textAt(sheet: SheetSnapshot, merges: readonly Area[], row: number, column: number): string {
  const merge = mergeAt(merges, row, column);
  const value = merge ? valueAt(sheet, merge.top, merge.left) : valueAt(sheet, row, column);
  // A printed number such as 1.2 becomes a number where it is typed into a cell.
  return typeof value === 'boolean' ? '' : String(value).trim();
}

function rawText(sheet: SheetSnapshot, row: number, column: number): string {
  const value = valueAt(sheet, row, column);
  return typeof value === 'boolean' ? '' : String(value).trim();
}

/** Finds the header's rows; shared by its steps. */
interface Search {
  readonly sheet: SheetSnapshot;
  readonly vocabulary: Vocabulary;
  readonly merges: readonly Area[];
  /** Last row that is looked at. */
  readonly last: number;
}

/** What stands in a cell as a header, as bits; 0 for a label, which stands above a table. */
function kindsAt({ sheet, vocabulary }: Search, row: number, column: number): number {
  const kinds = kindsOf(rawText(sheet, row, column), vocabulary);
  return (kinds & LABEL) === 0 ? kinds : 0;
}

/** Number of cells of a row that the scheme knows as headers. */
function knownIn({ sheet, vocabulary }: Search, row: number): number {
  return headRows(sheet, vocabulary).known[row - sheet.top] ?? 0;
}

/**
 * Whether two rows may belong to one header. They do not where a known header stands above another one in the same
 * column: then the lower row is data that happens to name a rule (`条款` over `价签维护`).
 */
function stack(search: Search, upper: number, lower: number): boolean {
  const { sheet } = search;
  const width = sheet.values[upper - sheet.top]?.length ?? 0;
  for (let column = sheet.left; column < sheet.left + width; column++) {
    const above = kindsAt(search, upper, column);
    if (above === 0) continue;
    const below = kindsAt(search, lower, column);
    if (below !== 0 && ((above & FIELD) !== 0 || (below & RULE) !== 0)) return false;
  }
  return true;
}

/** Whether a row holds nothing but texts, none of them below a known field: group names over leaves. */
function isGroupRow(search: Search, row: number, fieldRow: number): boolean {
  const { sheet } = search;
  const cells = sheet.values[row - sheet.top] ?? [];
  if (!cells.some((value) => value !== '')) return false;
  return cells.every(
    (value, at) =>
      value === '' ||
      (typeof value === 'string' && (kindsAt(search, fieldRow, sheet.left + at) & FIELD) === 0),
  );
}

/**
 * Finds the header of a sheet's table: the row that the scheme knows most texts of, with the rows above and below
 * that belong to it (merged parents, leaves). `null` where no row holds two known texts.
 */
export const findHeader = ofHead((sheet, vocabulary): HeaderBlock | null => {
  const { known } = headRows(sheet, vocabulary);
  let most = 0;
  for (let at = 1; at < known.length; at++) if (known[at]! > known[most]!) most = at;
  if ((known[most] ?? 0) < 2) return null;
  const best = sheet.top + most;
  const last = sheet.top + known.length - 1;
  const merges = sheet.merges.filter((area) => area.top <= last);
  const search: Search = { sheet, vocabulary, merges, last };
  const top = extendUp(search, best);
  const bottom = extendDown(search, best, top);
  const isField = (text: string): boolean => vocabulary.fieldClaims(text).length > 0;
  const columns = withoutParents(headerColumns(search, top, bottom), merges, isField);
  return { top, bottom, columns };
});

function extendUp(search: Search, from: number): number {
  const { sheet, merges } = search;
  let top = from;
  for (const area of merges) {
    if (area.top < from && area.bottom >= from && from - area.top <= 3) top = Math.min(top, area.top);
  }
  while (top - 1 >= sheet.top && knownIn(search, top - 1) >= 2 && stack(search, top - 1, top)) top -= 1;
  const over = top - 2;
  if (
    over >= sheet.top &&
    knownIn(search, over) >= 2 &&
    stack(search, over, top) &&
    isGroupRow(search, top - 1, over)
  )
    return over;
  return top;
}

function extendDown(search: Search, from: number, top: number): number {
  const { merges, last } = search;
  let bottom = from;
  for (const area of merges) {
    if (area.top >= top && area.top <= from && area.bottom > from && area.bottom - from <= 3) {
      bottom = Math.max(bottom, area.bottom);
    }
  }
  const fits = (row: number): boolean => row <= last && knownIn(search, row) >= 2 && stack(search, from, row);
  while (fits(bottom + 1) && stack(search, bottom, bottom + 1)) bottom += 1;
  if (bottom === from && fits(from + 2) && isGroupRow(search, from + 1, from)) return from + 2;
  return bottom;
}

function headerColumns(search: Search, top: number, bottom: number): HeaderColumn[] {
  const { sheet, merges, vocabulary } = search;
  const columns: HeaderColumn[] = [];
  const inside = merges.filter((area) => area.bottom >= top && area.top <= bottom);
  const spread = parentSpread(sheet, inside, top, bottom);
  let width = 0;
  for (let row = top; row <= bottom; row++)
    width = Math.max(width, sheet.values[row - sheet.top]?.length ?? 0);
  // A header that is merged over the last columns has nothing in them.
  for (const { right } of inside) width = Math.max(width, right - sheet.left + 1);
  for (let column = sheet.left; column < sheet.left + width; column++) {
    if (isWidening(merges, bottom, column)) continue;
    const texts: { row: number; text: string }[] = [];
    for (let row = top; row <= bottom; row++) {
      const text = textAt(sheet, inside, row, column) || (spread[row - top]?.[column] ?? '');
      if (normaliseHeader(text) === '' || texts[texts.length - 1]?.text === text) continue;
      const named = texts.some((each) => vocabulary.ruleClaim(each.text, null) !== null);
      if (!isPoints(text, named)) texts.push({ row, text });
    }
    const leaf = texts.pop();
    if (leaf) {
      const parents = texts.map((each) => each.text);
      columns.push({ column, leaf: leaf.text, leafRow: leaf.row, parents });
    }
  }
  return columns;
}

/** `1分`, `(2)` and plain numbers below a rule's name are its points; a number alone may be its printed number. */
function isPoints(text: string, named: boolean): boolean {
  const plain = normaliseHeader(text);
  if (/^\(?\d+(\.\d+)?分\)?$/.test(plain) || /^\d+$/.test(plain)) return true;
  return named && /^\(?\d+(\.\d+)*\)?$/.test(plain);
}

/**
 * Where parents are not merged over their leaves (or the host cannot tell merges), a parent stands in its first
 * column alone: it reaches to the right over columns that have a leaf of their own and nothing above it.
 */
function parentSpread(
  sheet: SheetSnapshot,
  merges: readonly Area[],
  top: number,
  bottom: number,
): Record<number, string>[] {
  const rows: Record<number, string>[] = [];
  for (let row = top; row < bottom; row++) {
    const spread: Record<number, string> = {};
    let parent = '';
    const end = sheet.left + Math.max(...widthsOf(sheet, row, bottom));
    for (let column = sheet.left; column < end; column++) {
      const own = rawText(sheet, row, column);
      const leafBelow = hasLeafBelow(sheet, row, bottom, column);
      if (mergeAt(merges, row, column)) parent = '';
      else if (own !== '') parent = leafBelow ? own : '';
      else if (parent !== '' && leafBelow) spread[column] = parent;
    }
    rows.push(spread);
  }
  return rows;
}

function widthsOf(sheet: SheetSnapshot, from: number, to: number): number[] {
  const widths = [0];
  for (let row = from; row <= to; row++) widths.push(sheet.values[row - sheet.top]?.length ?? 0);
  return widths;
}

function hasLeafBelow(sheet: SheetSnapshot, row: number, bottom: number, column: number): boolean {
  for (let lower = row + 1; lower <= bottom; lower++) {
    if (rawText(sheet, lower, column) !== '') return true;
  }
  return false;
}
