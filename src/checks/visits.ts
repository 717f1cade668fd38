import { endsSlice, fieldCell, type FindingRow, type Slices, type VisitRow, type VisitRows } from '../model';
import type { Desk } from './desk';
import { Households } from './households';
import { type KnownVisit, KnownVisits } from './knownVisits';
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
 * holds the same household is a register of it, no second visit. `more`: visits that findings may add at most.
 */
export function* collectVisits(
  rows: VisitRows,
  owners: Int32Array,
  section: string,
  period: Period | null,
  desk: Desk,
  more = 0,
): Slices<KnownVisits> {
  const again = desk.scheme.sections.find(({ id }) => id === section)?.revisits === true;
  const collector = new Collector(rows, section, period, desk, more);
  const order = listsLast(rows);
  for (let at = 0; at < rows.length; at++) {
    if (endsSlice(at)) yield;
    const place = order === null ? at : order[at]!;
    const assessee = owners[place]!;
    if (assessee < 0) continue;
    if (again) collector.addAgain(place, assessee);
    else if (rows.isPlain(place)) collector.addPlain(place, assessee);
    else collector.addOdd(place, assessee);
  }
  return collector.visits;
}

class Collector {
  readonly visits: KnownVisits;
  private readonly seen: Households;

  constructor(
    private readonly rows: VisitRows,
    private readonly section: string,
    private readonly period: Period | null,
    private readonly desk: Desk,
    more: number,
  ) {
    this.visits = new KnownVisits(rows, rows.length + more, period);
    this.seen = new Households(rows.length);
  }

  addPlain(place: number, assessee: number): void {
    const { rows, visits, seen } = this;
    const before = seen.findOrAdd(assessee, rows.licenceAt(place), visits.length);
    if (before >= 0) this.repeated(before, rows.at(place), assessee);
    visits.add(place, assessee);
  }

  addOdd(place: number, assessee: number): void {
    const { rows, visits, seen } = this;
    const row = rows.at(place);
    if (row.faulty) this.desk.block(assessee, this.section);
    const byLicence = householdField(row) === 'licence';
    const number = byLicence ? rows.licenceAt(place) : -1;
    const key = number >= 0 ? '' : byLicence ? row.licence : `=${plainText(row.household)}`;
    const nameless = !byLicence && (row.household === '' || row.licenceLost === true);
    const before = nameless ? -1 : seen.find(assessee, number, key);
    if (before >= 0 && row.kind === 'list' && visits.rowOf(before).kind !== 'list') return;
    if (before >= 0) this.repeated(before, row, assessee);
    else if (!nameless) seen.add(assessee, number, key, visits.length);
    if (row.licenceLost === true) visits.dispute(visits.length);
    visits.add(place, assessee);
  }

  /** Where a household may be visited again; a day outside the period is another period's. */
  addAgain(place: number, assessee: number): void {
    const row = this.rows.at(place);
    if (this.period !== null && isOutside(row.date, this.period)) return;
    if (row.faulty) this.desk.block(assessee, this.section);
    if (row.licenceLost === true) this.visits.dispute(this.visits.length);
    this.visits.add(place, assessee);
  }

  /** The visit that is about to be added, and the one before it to the same household, are both in dispute. */
  private repeated(before: number, row: VisitRow, assessee: number): void {
    duplicate(row, this.visits.rowOf(before), assessee, this.section, this.desk);
    this.visits.dispute(before);
    this.visits.dispute(this.visits.length);
  }
}

/** Places of the rows, those of visit lists behind all others; `null` where they stand so already. */
function listsLast(rows: VisitRows): readonly number[] | null {
  const listed = rows.odd.filter((place) => rows.isListed(place));
  const [first] = listed;
  if (first === undefined || first + listed.length === rows.length) return null;
  const others = Array.from({ length: rows.length }, (_, place) => place).filter(
    (place) => !rows.isListed(place),
  );
  return [...others, ...listed];
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
  visits: KnownVisits,
  findings: readonly FindingRow[],
  owners: Int32Array,
  lost: readonly VisitRow[],
  options: { readonly hasVisitList: boolean; readonly section: string; readonly period: Period | null },
  desk: Desk,
): void {
  if (findings.length === 0) return;
  const again = desk.scheme.sections.find(({ id }) => id === options.section)?.revisits === true;
  const keyOf = again ? occasionKey : householdKey;
  const known = [...visits];
  const byKey = new Map(known.map((visit) => [keyOf(visit.assessee, visit.row), visit] as const));
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
    let visit = byKey.get(key) ?? named(assessee, row);
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
