import { endsSlice, fieldCell, type Slices, type VisitRow, type VisitRows } from '../model';
import type { Desk } from './desk';
import { householdField, householdKey, plainText } from './householdKeys';
import { Households } from './households';
import { KnownVisits } from './knownVisits';
import { isOutside, type Period, periodOfDate } from './period';

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
  /** Households by the other period in which they were visited too. */
  private readonly elsewhere = new Map<string, number>();

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
    if (before >= 0) this.again(before, rows.at(place), assessee);
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
    if (before >= 0) this.again(before, row, assessee);
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

  /** Twice is twice in one period (contract §4): a visit of another half-year counts, and is told by its date. */
  private again(before: number, row: VisitRow, assessee: number): void {
    const { period, visits, elsewhere } = this;
    if (period === null) return this.repeated(before, row, assessee);
    const own = periodOfDate(row.date, period);
    if (periodOfDate(visits.rowOf(before).date, period) === own) return this.repeated(before, row, assessee);
    const key = `${householdKey(assessee, row)}\n${own}`;
    const other = elsewhere.get(key);
    if (other === undefined) elsewhere.set(key, visits.length);
    else this.repeated(other, row, assessee);
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
