import type { CellValue, PerFinding } from '../../model';
import type { SheetWork, RowValues } from './sheetWork';
import { EntryError, type EntryPerson, type VisitEntry } from './visitEntry';

/** The row of a grid that an entry becomes: persons, household, day, and a figure or mark under each rule. */
export function gridRow(work: SheetWork, entry: VisitEntry): RowValues {
  const own = identityValues(work, entry, entry.persons[0]!);
  for (const person of entry.persons) putPerson(work, person, own);
  put(work, own, 'note', entry.note);
  const lost = putFaults(work, entry, own);
  return { own, kept: totals(work, entry, lost) };
}

/** What all layouts say of a visit: department, household, day and who was there. */
export function identityValues(
  work: SheetWork,
  entry: VisitEntry,
  { department }: EntryPerson,
): Map<number, CellValue> {
  const own = new Map<number, CellValue>();
  put(work, own, 'department', department);
  put(work, own, 'household', entry.household);
  const licence = work.column('licence');
  if (licence !== undefined && entry.licence !== '') {
    const asNumber = /^[1-9]\d{0,14}$/.test(entry.licence) && work.habits.hasNumbers(licence);
    own.set(licence, asNumber ? Number(entry.licence) : entry.licence);
  }
  if (entry.date !== null) put(work, own, 'date', work.serial(entry.date));
  put(work, own, 'inspector', entry.inspector);
  return own;
}

/** Puts a value under a field that the sheet has; blank ones are left out. */
export function put(work: SheetWork, own: Map<number, CellValue>, field: string, value: CellValue): void {
  const column = work.column(field);
  if (column !== undefined && value !== '') own.set(column, value);
}

/** Name and post where the row says them. */
export function putPerson(work: SheetWork, person: EntryPerson, own: Map<number, CellValue>): void {
  const { layout, recognition, habits } = work;
  const column = layout.persons.find(({ post }) => post === person.post)?.column ?? work.column('name');
  if (column !== undefined) own.set(column, person.name);
  const post = work.column('post');
  const name = recognition.vocabulary.scheme.posts.find(({ id }) => id === person.post)?.name ?? person.post;
  if (post !== undefined) own.set(post, habits.postText(post, person.post, name));
}

/** Points, numbers or marks under the rules of whoever was assessed; hundredths lost, by post. */
function putFaults(work: SheetWork, entry: VisitEntry, own: Map<number, CellValue>): Map<string, number> {
  const { layout, habits } = work;
  const lost = new Map(entry.persons.map(({ post }) => [post, 0]));
  const counts = new Map(entry.faults.map(({ indicator, count }) => [indicator, count]));
  const [mark, nothing] = [habits.mark(), habits.nothing()];
  for (const rule of layout.rules) {
    if (!lost.has(rule.post)) continue;
    const count = counts.get(rule.indicator) ?? 0;
    counts.delete(rule.indicator);
    const hundredths = Math.round(rule.points * 100) * count;
    lost.set(rule.post, lost.get(rule.post)! + hundredths);
    if (count === 1 && mark !== null && !rule.counts) own.set(rule.column, mark);
    else if (count > 0) own.set(rule.column, rule.counts ? count : hundredths / 100);
    else if (nothing !== '') own.set(rule.column, nothing);
  }
  const [stray] = counts.keys();
  if (stray !== undefined) {
    const title = ruleOf(work, stray)?.title ?? stray;
    throw new EntryError(
      `工作表“${layout.sheet.name}”没有“${title}”这一列,写不进去。请取消这一条,或换一张表。`,
    );
  }
  return lost;
}

export function ruleOf(work: SheetWork, id: string): PerFinding | null {
  return work.recognition.vocabulary.rule(id);
}

/** Running number, 扣分合计 and 得分 of the row. */
function totals(
  work: SheetWork,
  { persons }: VisitEntry,
  lost: ReadonlyMap<string, number>,
): RowValues['kept'] {
  const kept = new Map<number, CellValue>();
  const { layout, recognition } = work;
  const sequence = work.column('sequence');
  if (sequence !== undefined) kept.set(sequence, '');
  const section = recognition.vocabulary.scheme.sections.find(({ id }) => id === layout.definition.section);
  const figure = (field: 'rowTotal' | 'rowScore', posts: readonly string[]): number =>
    posts.reduce((sum, post) => {
      const points = (lost.get(post) ?? 0) / 100;
      return sum + (field === 'rowTotal' ? points : Math.max(0, (section?.points[post] ?? 0) - points));
    }, 0);
  for (const field of ['rowTotal', 'rowScore'] as const) {
    const column = work.column(field);
    if (column !== undefined)
      kept.set(
        column,
        figure(
          field,
          persons.map(({ post }) => post),
        ),
      );
  }
  for (const { column, field, posts } of layout.totals) {
    const assessed = (posts[0] ?? []).filter((post) => lost.has(post));
    if (posts.length === 1 || work.habits.formula(column)) kept.set(column, figure(field, assessed));
  }
  return kept;
}
