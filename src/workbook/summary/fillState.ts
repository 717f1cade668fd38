import type { Period, Scheme, ScoreBook } from '../../model';
import { cellKey, type SheetSnapshot, type Snapshot, valueAt } from '../snapshot';
import { addedDepartments } from './addedDepartments';
import { homesOf } from './homes';
import type { SummaryLayout } from './layout';
import { noticeFor } from './notice';
import { standing } from './people';
import { findSummaries } from './plan';
import { rowLooks } from './rowLooks';

/**
 * What a fill would do, without planning it: `makes` a summary, change `nothing`, fill `blanks` or new rows alone, or
 * `replaces` something. It says what the plan says (`planSummary` without options), and costs little after an edit.
 */
export type FillState = 'makes' | 'nothing' | 'blanks' | 'replaces';

/** What a fill of the workbook would do. */
export function fillState(
  snapshot: Snapshot,
  scheme: Scheme,
  book: ScoreBook,
  period: Period | null = null,
): FillState {
  const found = findSummaries(snapshot, scheme, period);
  const layouts = found.map(({ layout }) => layout);
  if (layouts.length === 0) return 'makes';
  const where = standing(scheme, book, layouts);
  const isListed = where.missing.length === 0;
  const homes = isListed ? NOBODY : homesOf(book, book.persons, where, { layouts, perDepartment: false });
  if (homes.made.length > 0) return 'makes';
  const fills = new Set(rowLooks(scheme, book, found, where).map(({ fill }) => fill));
  if (!isListed || addedDepartments(book.departments, layouts, where, homes).size > 0) fills.add('blanks');
  for (const { sheet, layout } of found) {
    const persons = [...where.persons.get(layout)!.values(), ...(homes.added.get(layout) ?? [])];
    fills.add(noticeFill(sheet, layout, noticeFor(scheme, persons)));
  }
  if (fills.has('replaces')) return 'replaces';
  return fills.has('blanks') ? 'blanks' : 'nothing';
}

const NOBODY: ReturnType<typeof homesOf> = { added: new Map(), made: [] };

/** What a fill would do to the line that says how many are not scored. */
function noticeFill(
  sheet: SheetSnapshot,
  { notice }: SummaryLayout,
  text: string,
): Exclude<FillState, 'makes'> {
  if (!notice) return text === '' ? 'nothing' : 'blanks';
  const { row, column } = notice;
  const isKept = sheet.formulas.has(cellKey(row, column));
  return isKept || valueAt(sheet, row, column) === text ? 'nothing' : 'replaces';
}
