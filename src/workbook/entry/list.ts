import type { CellValue } from '../../model';
import { identityValues, put, putPerson, ruleOf } from './grid';
import type { RowValues, SheetWork } from './sheetWork';
import { EntryError, type EntryFault, type VisitEntry } from './visitEntry';

/** The row of a list of visits. */
export function visitRow(work: SheetWork, entry: VisitEntry): RowValues {
  const own = personValues(work, entry);
  if (entry.faults.length === 0) put(work, own, 'note', entry.note);
  return { own, kept: numbering(work) };
}

/** The rows of a list of findings, one a fault; for a household without any a row that says only that it was visited. */
export function findingRows(work: SheetWork, entry: VisitEntry, withBlank: boolean): RowValues[] {
  const rows = entry.faults.map((fault) => findingRow(work, entry, fault));
  if (rows.length > 0 || !withBlank) return rows;
  const own = personValues(work, entry);
  put(work, own, 'note', entry.note);
  return [{ own, kept: numbering(work) }];
}

function findingRow(work: SheetWork, entry: VisitEntry, { indicator, count }: EntryFault): RowValues {
  const rule = ruleOf(work, indicator);
  if (!rule || !rule.posts.includes(entry.persons[0]!.post)) {
    throw new EntryError(`“${rule?.title ?? indicator}”不是这个岗位的测评项目。请取消这一条。`);
  }
  const own = personValues(work, entry);
  const item = work.column('item');
  if (item !== undefined) own.set(item, work.habits.itemText(item, rule));
  const [points, counts] = [work.column('deduction'), work.column('findingCount')];
  const countsOnly = work.layout.answer?.deductions === 'count';
  if (points !== undefined) own.set(points, countsOnly ? count : Math.round(rule.points * 100 * count) / 100);
  if (counts !== undefined && (points === undefined || work.habits.fills(counts))) own.set(counts, count);
  put(work, own, 'note', entry.note);
  return { own, kept: numbering(work) };
}

function personValues(work: SheetWork, entry: VisitEntry): Map<number, CellValue> {
  const own = identityValues(work, entry, entry.persons[0]!);
  putPerson(work, entry.persons[0]!, own);
  return own;
}

function numbering(work: SheetWork): RowValues['kept'] {
  const sequence = work.column('sequence');
  return new Map(sequence === undefined ? [] : [[sequence, '']]);
}
