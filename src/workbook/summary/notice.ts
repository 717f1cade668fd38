import { type PersonScore, type Scheme } from '../../model';
import { type SheetSnapshot, valueAt } from '../snapshot';
import type { CellWrites } from './cellWrites';
import type { Insertions } from './insertions';
import type { SummaryLayout } from './layout';
import { noticeText } from './wording';

/** Where the line goes: a row of the sheet as it stands, or the number of an insertion made for it. */
export interface NoticePlace {
  readonly column: number;
  readonly row: number | null;
  readonly insertion: number | null;
}

function isBlankRow(sheet: SheetSnapshot, row: number): boolean {
  return (sheet.values[row - sheet.top] ?? []).every((value) => value === '');
}

/**
 * The line below a summary that says how many are not scored, `''` for none: persons, not posts, of this sheet.
 */
export function noticeFor(scheme: Scheme, persons: readonly PersonScore[]): string {
  const unscored = persons.filter((person) => person.status === 'unscored');
  const names = new Set(unscored.map(({ assessee }) => JSON.stringify([assessee.department, assessee.name])));
  return names.size === 0 ? '' : noticeText(names.size, scheme.words.results.unscored);
}

/**
 * Finds the place of the line: that of the line an earlier fill has left, a blank row below the table with another
 * blank one after it, else a row inserted there. `null` where there is nothing to say and nothing to replace.
 */
export function placeNotice(
  sheet: SheetSnapshot,
  layout: SummaryLayout,
  text: string,
  insertions: Insertions,
): NoticePlace | null {
  if (layout.notice) return { column: layout.notice.column, row: layout.notice.row, insertion: null };
  if (text === '') return null;
  const row = layout.persons.below;
  const column = Math.min(...layout.persons.columns.values());
  if (isBlankRow(sheet, row) && isBlankRow(sheet, row + 1)) return { column, row, insertion: null };
  const formatOf = isBlankRow(sheet, row) ? row : row - 1;
  return { column, row: null, insertion: insertions.add({ row, count: 1, formatOf }) };
}

/** Writes, replaces or empties the line. */
export function writeNotice(
  sheet: SheetSnapshot,
  place: NoticePlace,
  text: string,
  insertions: Insertions,
  writes: CellWrites,
): void {
  if (place.insertion !== null) writes.putNew(insertions.placed(place.insertion, 0), place.column, text);
  else if (valueAt(sheet, place.row!, place.column) !== text) writes.put(place.row!, place.column, text);
}
