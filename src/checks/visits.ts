import {
  endsSlice,
  fieldCell,
  type Finding,
  type FindingRow,
  licenceNumber,
  type Slices,
  type VisitRow,
} from '../model';
import type { Desk } from './desk';
import { Households } from './households';
import { KnownVisit } from './knownVisit';
import { isOutside, type Period } from './period';

/** Households are told apart by licence, where there is none by the customer's name. */
function householdKey(assessee: number | string, row: VisitRow | FindingRow): string {
  return `${assessee}\n${householdField(row) === 'licence' ? row.licence : `=${plainText(row.household)}`}`;
}

/** A visit among several to the same household: told apart by its day. */
function occasionKey(assessee: number, row: VisitRow | FindingRow): string {
  const { serial, yearless } = row.date;
  return `${householdKey(assessee, row)}\n${serial ?? JSON.stringify(yearless)}`;
}

function householdField(row: VisitRow | FindingRow): 'licence' | 'household' {
  return row.licence !== '' && row.licenceLost !== true ? 'licence' : 'household';
}

function nameKey(assessee: number, row: VisitRow | FindingRow): string {
  return `${assessee}\n=${plainText(row.household)}`;
}

function plainText(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '');
}

/**
 * One visit a household and person. The same licence twice is an error; a visit list beside a grid or card that
 * holds the same household is a register of it, no second visit.
 */
export function* collectVisits(
  rows: readonly VisitRow[],
  owners: readonly (number | null)[],
  section: string,
  period: Period | null,
  desk: Desk,
): Slices<KnownVisit[]> {
  const visits: KnownVisit[] = [];
  const again = desk.scheme.sections.find(({ id }) => id === section)?.revisits === true;
  const seen = new Households(mostOf(owners) + 1, rows.length);
  const order = listsLast(rows);
  for (let at = 0; at < rows.length; at++) {
    if (endsSlice(at)) yield;
    const index = order === null ? at : order[at]!;
    const row = rows[index]!;
    const assessee = owners[index] ?? null;
    if (assessee === null) continue;
    if (again && period !== null && isOutside(row.date, period)) continue;
    if (row.faulty) desk.block(assessee, section);
    const byLicence = householdField(row) === 'licence';
    const number = byLicence ? (row.licenceNumber ?? licenceNumber(row.licence)) : -1;
    const key = number >= 0 ? '' : byLicence ? row.licence : `=${plainText(row.household)}`;
    const nameless = !byLicence && (row.household === '' || row.licenceLost === true);
    const place = nameless || again ? -1 : seen.find(assessee, number, key);
    const before = place < 0 ? undefined : visits[place];
    if (before && row.kind === 'list' && before.row.kind !== 'list') continue;
    if (before) duplicate(row, before.row, assessee, section, desk);
    const visit = new KnownVisit(row, assessee, null, period);
    visit.disputed = before !== undefined || row.licenceLost === true;
    if (before) before.disputed = true;
    else if (!nameless) seen.add(assessee, number, key, visits.length);
    visits.push(visit);
  }
  return visits;
}

/** The largest assessee's id; -1 where the rows are nobody's. */
function mostOf(owners: readonly (number | null)[]): number {
  let most = -1;
  for (let at = 0; at < owners.length; at++) most = Math.max(most, owners[at] ?? -1);
  return most;
}

/** Indices of the rows, those of visit lists behind all others; `null` where they stand so already. */
function listsLast(rows: readonly VisitRow[]): readonly number[] | null {
  let listed = false;
  let sorted = true;
  for (const { kind } of rows) {
    if (kind === 'list') listed = true;
    else if (listed) sorted = false;
  }
  if (sorted) return null;
  return [...rows.keys()].sort((one, other) => order(rows[one]!) - order(rows[other]!) || one - other);
}

function order(row: VisitRow): number {
  return row.kind === 'list' ? 1 : 0;
}

function duplicate(row: VisitRow, first: VisitRow, assessee: number, section: string, desk: Desk): void {
  desk.block(assessee, section);
  const where = fieldCell(first, householdField(first));
  const shown = row.licence !== '' ? row.licence : row.household;
  desk.reportOnce('duplicate-visit', {
    cell: fieldCell(row, householdField(row)),
    clause: desk.clauseOf(section),
    received: shown,
    expected: '同一人、同一岗位每户一次',
    message: `“${shown}”在“${where.sheet}”第 ${where.row + 1} 行已经测评过${row.who.name}。请删去重复的一行,或改正号码。`,
    person: row.who.name,
  });
}

/**
 * Brings listed findings to their visits. Without a visit list the households are those of the findings, with a
 * warning, since a household without findings leaves no row (rulebook §3).
 */
export function attachFindings(
  visits: KnownVisit[],
  findings: readonly FindingRow[],
  owners: readonly (number | null)[],
  lost: readonly VisitRow[],
  options: { readonly hasVisitList: boolean; readonly section: string; readonly period: Period | null },
  desk: Desk,
): void {
  if (findings.length === 0) return;
  const again = desk.scheme.sections.find(({ id }) => id === options.section)?.revisits === true;
  const keyOf = again ? occasionKey : householdKey;
  const byKey = new Map(visits.map((visit) => [keyOf(visit.assessee, visit.row), visit] as const));
  const doubled = again ? visitsOfOneDay(visits) : NONE;
  const named = again ? () => undefined : visitsByName(visits);
  const lostHouseholds = new Set(lost.map((row) => householdKey('', row)));
  for (const { row, assessee, disputed } of visits) {
    if (disputed && row.household !== '') lostHouseholds.add(nameKey(assessee, row));
  }
  const inferred = new Set<string>();
  findings.forEach((row, index) => {
    const assessee = owners[index] ?? null;
    if (assessee === null) return;
    if (again && options.period !== null && isOutside(row.date, options.period)) return;
    if (row.faulty) desk.block(assessee, options.section);
    const key = keyOf(assessee, row);
    if (doubled.has(key)) return ambiguousFinding(row, assessee, options.section, desk);
    let visit = byKey.get(key) ?? named(assessee, row);
    if (!visit && !options.hasVisitList) {
      visit = new KnownVisit(visitOf(row), assessee, NO_FINDINGS, options.period);
      visits.push(visit);
      byKey.set(key, visit);
      inferred.add(row.source.sheet);
    }
    if (visit) {
      if (row.finding) visit.findings = [...visit.findings, row.finding];
    } else {
      const disputed =
        lostHouseholds.has(householdKey('', row)) || lostHouseholds.has(nameKey(assessee, row));
      strayFinding(row, assessee, disputed, options.section, desk);
    }
  });
  for (const sheet of inferred)
    warnInferred(
      findings.find((row) => row.source.sheet === sheet)!,
      desk,
    );
}

/**
 * Finds the one visit of a person at a customer of that name, where either of visit and finding has no licence number;
 * two different numbers are two households.
 */
function visitsByName(
  visits: readonly KnownVisit[],
): (assessee: number, row: FindingRow) => KnownVisit | undefined {
  const byName = new Map<string, KnownVisit | null>();
  for (const visit of visits) {
    if (visit.household === '') continue;
    const key = nameKey(visit.assessee, visit.row);
    byName.set(key, byName.has(key) ? null : visit);
  }
  return (assessee, row) => {
    if (row.household === '' || row.licenceLost === true) return undefined;
    const visit = byName.get(nameKey(assessee, row));
    if (!visit || visit.disputed) return undefined;
    return row.licence === '' || visit.licence === '' ? visit : undefined;
  };
}

const NONE: ReadonlySet<string> = new Set();

/** Keys of days on which one household was visited more than once by one person. */
function visitsOfOneDay(visits: readonly KnownVisit[]): ReadonlySet<string> {
  const keys = visits.map(({ assessee, row }) => occasionKey(assessee, row));
  const seen = new Set<string>();
  return new Set(keys.filter((key) => seen.has(key) || !seen.add(key)));
}

/** Nothing says which of the day's visits the finding belongs to. */
function ambiguousFinding(row: FindingRow, assessee: number, section: string, desk: Desk): void {
  desk.block(assessee, section);
  const shown = row.licence !== '' ? row.licence : row.household;
  desk.report('duplicate-visit', {
    cell: fieldCell(row, 'date'),
    clause: desk.clauseOf(section),
    received: shown,
    expected: '同一处同一天一次',
    message: `${row.who.name}在“${shown}”同一天登记了几次,不知道这个问题属于哪一次。请把几次写成不同的地点,或合并成一次。`,
    person: row.who.name,
  });
}

export { KnownVisit };

const NO_FINDINGS: readonly Finding[] = [];

function visitOf(row: FindingRow): VisitRow {
  return { ...row, kind: 'list', inspector: '', findings: [], total: null, score: null, itemScores: [] };
}

/** A finding whose visit row is itself in dispute is one fault, reported there. */
function strayFinding(
  row: FindingRow,
  assessee: number,
  disputed: boolean,
  section: string,
  desk: Desk,
): void {
  desk.block(assessee, section);
  if (disputed || row.licenceLost === true) return;
  const shown = row.licence !== '' ? row.licence : row.household;
  desk.report('finding-without-visit', {
    cell: fieldCell(row, householdField(row)),
    clause: desk.clauseOf(section),
    received: shown,
    expected: '走访清单里有的户',
    message: `走访清单里没有${row.who.name}走访“${shown}”的记录。请补上这次走访,或改正号码、人员。`,
    person: row.who.name,
  });
}

function warnInferred(row: FindingRow, desk: Desk): void {
  const column = row.source.columns.get('licence') ?? row.source.columns.get('household');
  desk.report('visit-count-inferred', {
    cell: column === undefined ? row.source.corner : { ...row.source.corner, column },
    expected: '走访清单',
    message: `没有走访清单,户数只按有问题的户计算;没有问题的户不知道有多少,平均扣分会偏高。请补一张走访清单。`,
  });
}
