import type { Finding, PerFinding, VisitRow } from '../../model';
import { sameText } from '../../workbook/entry/habits';
import type { EntryPlan } from '../../workbook/entry/plan';
import { EntryError, type EntryPerson, type VisitEntry } from '../../workbook/entry/visitEntry';
import type { Entries } from '../../workbook/read/read';
import type { Recognition } from '../../workbook/recognise/recognise';
import { isPerson } from './recorded';

/** What the planned rows say of one person: the row of the visit, and the faults under it. */
export interface ReadVisit {
  readonly person: EntryPerson;
  /** `null` in a list of findings without one of visits. */
  readonly row: VisitRow | null;
  readonly findings: readonly Finding[];
}

/**
 * Reads a plan back as the product reads the workbook: what is written must be exactly what was entered. Throws
 * EntryError where it is not, so that a way of keeping a sheet that is not understood is never written into.
 */
export function readBack(
  entry: VisitEntry,
  plan: EntryPlan,
  entries: Entries,
  recognition: Recognition,
): readonly ReadVisit[] {
  const planned = new Set(plan.rows.map(({ sheet, row }) => `${row} ${sheet}`));
  const isPlanned = (row: { readonly source: { readonly sheet: string }; readonly row: number }): boolean =>
    planned.has(`${row.row} ${row.source.sheet}`);
  const visits = [...entries.visits].filter(isPlanned);
  const found = entries.findings.filter(isPlanned);
  const strangers = [...visits, ...found].some(
    ({ who }) => !entry.persons.some((person) => isPerson(who, person)),
  );
  if (strangers) throw differs(entry.sheet, '人员');
  return entry.persons.map((person) => {
    const rows = visits.filter(({ who }) => isPerson(who, person));
    const listed = found.filter(({ who }) => isPerson(who, person));
    if (rows.length > 1 || rows.length + listed.length === 0) throw differs(entry.sheet, '人员');
    for (const row of [...rows, ...listed]) requireSame(entry, row, recognition);
    const findings = [
      ...rows.flatMap((row) => row.findings),
      ...listed.flatMap(({ finding }) => finding ?? []),
    ];
    requireFaults(entry, person, findings, recognition);
    return { person, row: rows[0] ?? null, findings };
  });
}

function requireSame(
  entry: VisitEntry,
  row: Pick<VisitRow, 'source' | 'household' | 'licence' | 'date' | 'faulty'>,
  recognition: Recognition,
): void {
  const has = (field: string): boolean => row.source.columns.has(field);
  const name = (field: string): string => recognition.vocabulary.field(field).name;
  if (has('household') && !sameText(row.household, entry.household))
    throw differs(entry.sheet, name('household'));
  if (has('licence') && !sameText(row.licence, entry.licence)) throw differs(entry.sheet, name('licence'));
  if (has('date') && row.date.serial !== entry.date) throw differs(entry.sheet, name('date'));
  if (row.faulty) throw differs(entry.sheet, '整行');
}

function requireFaults(
  { sheet, faults }: VisitEntry,
  person: EntryPerson,
  findings: readonly Finding[],
  { vocabulary }: Recognition,
): void {
  const expected = new Map<string, number>();
  for (const { indicator, count } of faults) {
    const rule = vocabulary.rule(indicator);
    if (rule?.posts.includes(person.post)) expected.set(indicator, pointsOf(rule) * count);
  }
  const read = new Map<string, number>();
  for (const { indicator, hundredths } of findings) {
    read.set(indicator, (read.get(indicator) ?? 0) + hundredths);
  }
  const same = [...expected].every(([indicator, hundredths]) => read.get(indicator) === hundredths);
  if (!same || read.size !== expected.size) throw differs(sheet, vocabulary.field('deduction').name);
}

function pointsOf({ points }: PerFinding): number {
  return Math.round(points * 100);
}

function differs(sheet: string, what: string): EntryError {
  return new EntryError(
    `按工作表“${sheet}”现在的写法写进去,再读出来的“${what}”和填的不一样,所以没有写入。请直接在表里填写这一户。`,
  );
}
