import { fieldCell, type FindingRow, type VisitRow } from '../model';
import type { Desk } from './desk';
import { householdField, householdKey, nameKey, occasionKey } from './householdKeys';
import type { KnownVisit, KnownVisits } from './knownVisits';
import { isOutside, type Period, periodOfDate } from './period';

/**
 * Brings listed findings to their visits. Without a visit list the households are those of the findings, with a
 * warning, since a household without findings leaves no row (rulebook §3).
 */
export function attachFindings(
  visits: KnownVisits,
  findings: readonly FindingRow[],
  owners: Int32Array,
  lost: readonly VisitRow[],
  options: {
    readonly hasVisitList: boolean;
    /** There is a visit list, but nobody can be named by it, which is reported. */
    readonly isListLost?: boolean;
    readonly section: string;
    readonly period: Period | null;
  },
  desk: Desk,
): void {
  if (findings.length === 0) return;
  const again = desk.scheme.sections.find(({ id }) => id === options.section)?.revisits === true;
  const keyOf = again ? occasionKey : householdKey;
  const known = [...visits];
  const byKey = new Map(known.map((visit) => [keyOf(visit.assessee, visit.row), visit] as const));
  const byPeriod = again ? () => undefined : visitsByPeriod(known, byKey, options.period);
  const doubled = again ? visitsOfOneDay(known) : NONE;
  const named = again ? () => undefined : visitsByName(known);
  const lostHouseholds = new Set(lost.map((row) => householdKey('', row)));
  for (const { row, assessee, disputed } of known) {
    if (disputed && row.household !== '') lostHouseholds.add(nameKey(assessee, row));
  }
  const inferred = new Set<string>();
  findings.forEach((row, index) => {
    const assessee = owners[index]!;
    if (assessee < 0) return;
    if (again && options.period !== null && isOutside(row.date, options.period)) return;
    if (row.faulty) desk.block(assessee, options.section);
    const key = keyOf(assessee, row);
    if (doubled.has(key)) return ambiguousFinding(row, assessee, options.section, desk);
    let visit = byPeriod(assessee, row) ?? byKey.get(key) ?? named(assessee, row);
    if (!visit && !options.hasVisitList) {
      visit = visits.infer(visitOf(row), assessee);
      byKey.set(key, visit);
      inferred.add(row.source.sheet);
    }
    if (visit) {
      if (row.finding) visit.take(row.finding);
    } else {
      const disputed =
        lostHouseholds.has(householdKey('', row)) || lostHouseholds.has(nameKey(assessee, row));
      strayFinding(row, assessee, disputed, options.section, desk);
    }
  });
  if (options.isListLost === true) return;
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

/** Of visits to one household in several periods, finds the one of the finding's; `undefined` where there is one alone. */
function visitsByPeriod(
  visits: readonly KnownVisit[],
  last: ReadonlyMap<string, KnownVisit>,
  period: Period | null,
): (assessee: number, row: FindingRow) => KnownVisit | undefined {
  if (period === null || last.size === visits.length) return () => undefined;
  const keyOf = (assessee: number, row: VisitRow | FindingRow): string =>
    `${householdKey(assessee, row)}\n${periodOfDate(row.date, period)}`;
  const own = new Map(visits.map((visit) => [keyOf(visit.assessee, visit.row), visit] as const));
  return (assessee, row) => own.get(keyOf(assessee, row));
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
