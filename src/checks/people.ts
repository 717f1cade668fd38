import type { RegisterEntry, RegisterRow, Row } from '../model';
import { fieldCell } from '../model';
import type { Desk } from './desk';
import { NOBODY } from './identity';
import { type Period, periodLike, periodText, serialIn } from './period';
import type { Directory, DirectoryEntry } from './persons';
import { sampleNeeded } from './sampleSize';

/** Complaints that count for each assessee: dated inside the period (or not at all), with a verdict. */
export function checkRegister(
  rows: readonly RegisterRow[],
  owners: Int32Array,
  period: Period | null,
  words: { readonly pending: string; readonly known: string },
  desk: Desk,
): ReadonlyMap<number, RegisterEntry[]> {
  const entries = new Map<number, RegisterEntry[]>();
  const firstOf = new Map<string, RegisterRow>();
  rows.forEach((row, index) => {
    const assessee = owners[index] === NOBODY ? null : owners[index]!;
    const serial = period === null ? row.date.serial : serialIn(row.date, period);
    if (row.faulty && assessee !== null) desk.block(assessee, row.section);
    const inside = checkRegisterDate(row, serial, period, desk);
    if (row.state === null) {
      if (assessee !== null) desk.block(assessee, row.section);
      if (row.verdictLost !== true) verdictMissing(row, words.known, desk);
      return;
    }
    if (row.state === words.pending) pending(row, desk);
    if (assessee === null || !inside) return;
    if (isCopied(row, assessee, serial, firstOf, desk)) return;
    const cell = fieldCell(row, 'verdict');
    const list = entries.get(assessee) ?? [];
    list.push({ cell, state: row.state, date: serial, summary: row.summary });
    entries.set(assessee, list);
  });
  return entries;
}

/**
 * The same day, customer, person and words on another sheet: the sheet was copied, or one complaint was entered in two
 * registers. Counted twice it would cost twice. On one sheet nobody can tell it from two complaints.
 */
function isCopied(
  row: RegisterRow,
  assessee: number,
  day: number | null,
  firstOf: Map<string, RegisterRow>,
  desk: Desk,
): boolean {
  const { household, summary, state } = row;
  const counts = desk.scheme.indicators.some(
    (each) => each.kind === 'registerCount' && each.section === row.section && each.counts === state,
  );
  if (!counts || day === null || (household === '' && summary === '')) return false;
  const key = [assessee, day, household, summary].join('\n');
  const first = firstOf.get(key);
  if (!first) firstOf.set(key, row);
  if (!first || first.source.sheet === row.source.sheet) return false;
  desk.block(assessee, row.section);
  desk.report('duplicate-visit', {
    cell: fieldCell(row, 'name'),
    clause: desk.clauseOf(row.section),
    received: row.who.name,
    expected: '一起投诉登记一次',
    message: `这起投诉在“${first.source.sheet}”第 ${first.row + 1} 行已经登记过(日期、客户、人员、内容都相同)。请删去重复的一行;确实是两起,请把内容写得有区别。`,
    person: row.who.name,
  });
  return true;
}

function checkRegisterDate(
  row: RegisterRow,
  serial: number | null,
  period: Period | null,
  desk: Desk,
): boolean {
  if (row.date.invalid) return false;
  if (serial === null) {
    desk.report('date-missing', {
      cell: fieldCell(row, 'receivedDate'),
      clause: desk.clauseOf(row.section),
      expected: desk.fieldName('receivedDate'),
      message: `这起投诉没有${desk.fieldName('receivedDate')},仍然计入。请补上日期。`,
      person: row.who.name,
    });
    return true;
  }
  if (period === null || periodLike(period, serial) === period) return true;
  desk.report('date-outside-period', {
    cell: fieldCell(row, 'receivedDate'),
    clause: desk.clauseOf(row.section),
    received: periodText(periodLike(period, serial)),
    expected: periodText(period),
    message: `这起投诉不在${periodText(period)}受理,不计入本期。请核对日期或测评期间。`,
    person: row.who.name,
  });
  return false;
}

function verdictMissing(row: RegisterRow, known: string, desk: Desk): void {
  desk.report('complaint-verdict-missing', {
    cell: fieldCell(row, 'verdict'),
    clause: desk.clauseOf(row.section),
    received: row.stateText === '' ? null : row.stateText,
    expected: known,
    message: `${row.stateText === '' ? '这里是空的' : `这里写的是“${row.stateText}”`},看不出投诉是否成立。请写${known}。`,
    person: row.who.name,
  });
}

function pending(row: RegisterRow, desk: Desk): void {
  desk.report('complaint-pending', {
    cell: fieldCell(row, 'verdict'),
    clause: desk.clauseOf(row.section),
    received: row.stateText,
    message: `这起投诉还没有结论,暂不扣分。有结论后请改正并重新计算。`,
    person: row.who.name,
  });
}

/** Everybody of the roster needs visits, and enough of them for the area (R26). `unclaimed`: visits of nobody. */
export function checkSamples(
  people: readonly DirectoryEntry[],
  visitsOf: (assessee: number) => number,
  section: string,
  disputed: ReadonlySet<number>,
  unclaimed: readonly Row[],
  desk: Desk,
): void {
  const { clause } = desk.scheme.sampling;
  for (const person of people) {
    const visited = visitsOf(person.id);
    if (visited === 0) {
      if (disputed.has(person.id)) continue;
      desk.block(person.id, section);
      desk.report('no-sample', {
        cell: person.cell,
        clause,
        received: '0 户',
        expected: '至少 1 户',
        message: `${person.department}的${person.name}(${desk.postName(person.post)})没有一户走访记录,不能计分。请补上走访记录,或从名册中移去。`,
        person: person.name,
      });
      continue;
    }
    if (person.customers === null) continue;
    const needed = sampleNeeded(desk.scheme.sampling, person.customers);
    if (visited >= needed || desk.isUnresolved(person.id, section)) continue;
    // A visit that belongs to nobody yet may be one of these: that is one fault, reported there.
    const perhaps = unclaimed.filter(
      ({ who }) =>
        (who.department === '' || who.department === person.department) &&
        (who.post === null || who.post === person.post),
    ).length;
    if (visited + perhaps >= needed) continue;
    desk.report('sample-too-small', {
      cell: person.cell,
      clause,
      received: `${visited} 户`,
      expected: `至少 ${needed} 户`,
      message: `${person.name}(${desk.postName(person.post)})的片区有 ${person.customers} 户,应抽查至少 ${needed} 户,现在只有 ${visited} 户。请补上走访,或核对名册里的户数。`,
      person: person.name,
    });
  }
}

/** Sections without any data are left out of the total, and said so (R25). */
export function checkSections(
  people: readonly DirectoryEntry[],
  hasData: (assessee: number, section: string) => boolean,
  desk: Desk,
): ReadonlyMap<number, ReadonlySet<string>> {
  const missing = new Map<number, Set<string>>();
  for (const person of people) {
    for (const section of desk.scheme.sections) {
      if (section.ifMissing !== 'ruling' || hasData(person.id, section.id)) continue;
      if (desk.blockedSections(person.id).has(section.id)) continue;
      missing.set(person.id, (missing.get(person.id) ?? new Set<string>()).add(section.id));
      if (desk.isUnresolved(person.id, section.id)) continue;
      desk.report('missing-section', {
        cell: person.cell,
        clause: section.clause,
        expected: section.title,
        message: `${person.department}的${person.name}(${desk.postName(person.post)})没有任何“${section.title}”的数据,按缺项处理。请核对是否漏填。`,
        person: person.name,
      });
    }
  }
  return missing;
}

/** One person in two posts is scored in each, and counted once in the department (R31). */
export function checkTwoRoles(persons: Iterable<readonly number[]>, directory: Directory, desk: Desk): void {
  for (const ids of persons) {
    if (ids.length < 2) continue;
    const [first] = ids.map((id) => directory.entries[id]!);
    const posts = ids.map((id) => desk.postName(directory.entries[id]!.post)).join('、');
    desk.report('two-roles', {
      cell: first!.cell,
      received: posts,
      message: `${first!.department}的${first!.name}兼任${posts},各岗位分别计分,部门平均只算一人。`,
      person: first!.name,
    });
  }
}
