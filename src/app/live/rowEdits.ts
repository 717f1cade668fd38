import type { Directory } from '../../checks/persons';
import type { Issue, VisitRow, Who } from '../../model';
import { isReadAlone, readRow, type RowRead, speaksForOthers } from '../../workbook/read/again';
import { findHeader, mayBeHeader } from '../../workbook/recognise/header';
import type { SheetLayout } from '../../workbook/recognise/layout';
import type { Recognition } from '../../workbook/recognise/recognise';
import type { SheetSnapshot, Snapshot } from '../../workbook/snapshot';
import type { KnownRows } from './known';

/** One visit that reads otherwise, or says the same in a row that was touched. */
export interface VisitEdit {
  /** Where it stands among the visits. */
  readonly position: number;
  readonly before: VisitRow;
  readonly after: VisitRow;
  readonly ownerBefore: number;
  readonly owner: number;
}

/** What edited rows of a sheet say now, beside what they said. */
export interface RowEdits {
  /** The recognition over the sheet as it stands now; headers are as they were. */
  readonly recognition: Recognition;
  readonly visits: readonly VisitEdit[];
  readonly issuesBefore: readonly Issue[];
  readonly issues: readonly Issue[];
}

/** A workbook before and after some rows of a sheet were edited. */
export interface EditedRows {
  readonly before: Snapshot;
  readonly after: Snapshot;
  readonly recognition: Recognition;
  readonly sheet: string;
  /** 0-based. */
  readonly rows: readonly number[];
}

/**
 * Reads edited rows by themselves. `null` where more than that may have changed: the header, which rows hold data, who
 * is known without a roster, or a row that belongs to nobody before or after.
 */
export function readEdits(edit: EditedRows, known: KnownRows, directory: Directory): RowEdits | null {
  const layout = edit.recognition.layouts.find(({ sheet }) => sheet.name === edit.sheet);
  const sheet = edit.after.sheets.find(({ name }) => name === edit.sheet)!;
  if (!layout || !edit.rows.every((row) => isReadAlone(layout, row))) return null;
  if (new Set(edit.rows).size < edit.rows.length) return null;
  if (edit.rows.some((row) => speaksForOthers(layout.sheet, sheet, row))) return null;
  if (edit.rows.some((row) => mayBeHeader(sheet, row)) && isOtherHeader(sheet, edit.recognition, layout))
    return null;
  const now: SheetLayout = { ...layout, sheet };
  const visits: VisitEdit[] = [];
  const issuesBefore: Issue[] = [];
  const issues: Issue[] = [];
  for (const row of edit.rows) {
    const before = readRow(edit.before, edit.recognition, layout, row);
    const after = readRow(edit.after, edit.recognition, now, row);
    const own = pairedVisits(before, after, known.visits.rows.placesOf(edit.sheet, row), known, directory);
    if (own === null) return null;
    visits.push(...own);
    issuesBefore.push(...before.issues);
    issues.push(...after.issues);
  }
  const layouts = edit.recognition.layouts.map((each) => (each === layout ? now : each));
  return { recognition: { ...edit.recognition, layouts }, visits, issuesBefore, issues };
}

function isOtherHeader(sheet: SheetSnapshot, { vocabulary }: Recognition, { header }: SheetLayout): boolean {
  return JSON.stringify(findHeader(sheet, vocabulary)) !== JSON.stringify(header);
}

/** The visits of a row, each beside what it was. */
function pairedVisits(
  before: RowRead,
  after: RowRead,
  positions: readonly number[],
  known: KnownRows,
  directory: Directory,
): readonly VisitEdit[] | null {
  const count = positions.length;
  if (count === 0 || before.visits.length !== count || after.visits.length !== count) return null;
  const pairs: VisitEdit[] = [];
  for (const [index, position] of positions.entries()) {
    const old = known.visits.rows.at(position);
    const now = after.visits.at(index);
    const ownerBefore = known.visits.ownerOf(position);
    const resolution = directory.resolve(now.who);
    if (ownerBefore === null || resolution.kind !== 'known' || now.who.post !== old.who.post) return null;
    if (!directory.fromRoster && !isSame(now.who, old.who)) return null;
    pairs.push({ position, before: old, after: now, ownerBefore, owner: resolution.id });
  }
  return pairs;
}

function isSame(one: Who, other: Who): boolean {
  return one.department === other.department && one.name === other.name && one.postText === other.postText;
}
