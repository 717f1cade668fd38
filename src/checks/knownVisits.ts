import {
  type CellRef,
  fieldCell,
  type Finding,
  type RuleBits,
  type Visit,
  type VisitRow,
  type VisitRows,
  type Who,
} from '../model';
import { type Period, serialIn } from './period';

/**
 * The visits of known persons, each with all its findings, those of a separate list too. Like the rows that they were read
 * from they stand in columns; `at` gives one by itself.
 */
export class KnownVisits implements Iterable<KnownVisit> {
  private size = 0;
  /** Where each stands among the rows; below 0 for one that only findings tell of. */
  private readonly places: Int32Array;
  private readonly owners: Int32Array;
  private readonly plain: Uint8Array;
  private readonly oddPlaces: number[] = [];
  private readonly inferred: VisitRow[] = [];
  private readonly found = new Map<number, readonly Finding[]>();
  private readonly inDispute = new Set<number>();

  /** `most`: visits at most. */
  constructor(
    private readonly rows: VisitRows,
    most: number,
    readonly period: Period | null,
  ) {
    this.places = new Int32Array(most);
    this.owners = new Int32Array(most);
    this.plain = new Uint8Array(most);
  }

  get length(): number {
    return this.size;
  }

  /** Adds the visit at a place among the rows. */
  add(place: number, assessee: number): void {
    const at = this.size++;
    this.places[at] = place;
    this.owners[at] = assessee;
    if (this.rows.isPlain(place)) this.plain[at] = 1;
    else this.oddPlaces.push(at);
  }

  /** Those of which the row itself is odd, ascending. */
  get odd(): readonly number[] {
    return this.oddPlaces;
  }

  /** Those beside which totals may be kept, ascending. */
  get mayKeepTotals(): Iterable<number> & { readonly length: number } {
    return this.rows.keepsTotals ? Array.from({ length: this.size }, (_, at) => at) : this.oddPlaces;
  }

  /** Adds a visit that only its findings tell of. */
  infer(row: VisitRow, assessee: number): KnownVisit {
    const at = this.size++;
    this.places[at] = -this.inferred.push(row);
    this.owners[at] = assessee;
    this.found.set(at, NO_FINDINGS);
    return this.at(at);
  }

  /** The visit at a position from 0 on. */
  at(at: number): KnownVisit {
    return new KnownVisit(this, at);
  }

  *[Symbol.iterator](): Iterator<KnownVisit> {
    for (let at = 0; at < this.size; at++) yield this.at(at);
  }

  /** The columns say all that decides, and nothing was found elsewhere. */
  isPlain(at: number): boolean {
    return this.plain[at] === 1;
  }

  assesseeAt(at: number): number {
    return this.owners[at]!;
  }

  rowOf(at: number): VisitRow {
    const place = this.places[at]!;
    return place < 0 ? this.inferred[-place - 1]! : this.rows.at(place);
  }

  /** The rules of a plain visit. */
  plainBits(at: number): RuleBits | null {
    return this.rows.partAt(this.places[at]!).bits;
  }

  /** What was found at a plain visit. */
  plainMask(at: number): number {
    return this.rows.maskAt(this.places[at]!);
  }

  /** Hundredths of a point that stand in the row of a plain visit. */
  plainLoss(at: number): number {
    const points = this.plainBits(at)?.hundredths ?? [];
    let lost = 0;
    for (let left = this.plainMask(at); left !== 0; left &= left - 1)
      lost += points[31 - Math.clz32(left & -left)]!;
    return lost;
  }

  /** 扣分合计 and 得分 beside a plain visit, in points. */
  plainTotals(at: number): { readonly total: number | null; readonly score: number | null } {
    const place = this.places[at]!;
    const { totalAt, scoreAt } = this.rows.partAt(place);
    const row = this.rows.rowAt(place);
    return { total: totalAt && totalAt(row), score: scoreAt && scoreAt(row) };
  }

  /** Whom the row of a plain visit names. */
  plainWho(at: number): Who {
    return this.rows.whoAt(this.places[at]!);
  }

  /** What a separate list says too, and what the row says before it; `undefined` where the row says all. */
  foundAt(at: number): readonly Finding[] | undefined {
    return this.found.get(at);
  }

  find(at: number, findings: readonly Finding[]): void {
    this.found.set(at, findings);
    this.plain[at] = 0;
  }

  isDisputed(at: number): boolean {
    return this.inDispute.has(at);
  }

  dispute(at: number): void {
    this.inDispute.add(at);
  }
}

const NO_FINDINGS: readonly Finding[] = [];

/** A visit of a known person by itself. */
export class KnownVisit implements Visit {
  readonly row: VisitRow;

  constructor(
    private readonly all: KnownVisits,
    private readonly place: number,
  ) {
    this.row = all.rowOf(place);
  }

  get assessee(): number {
    return this.all.assesseeAt(this.place);
  }

  /** Its licence is lost, or another visit's too: findings under its right number cannot find it. */
  get disputed(): boolean {
    return this.all.isDisputed(this.place);
  }

  get findings(): readonly Finding[] {
    return this.all.foundAt(this.place) ?? this.row.findings;
  }

  /** Brings a finding of a separate list to the visit. */
  take(finding: Finding): void {
    this.all.find(this.place, [...this.findings, finding]);
  }

  get bits(): RuleBits | null {
    return this.all.foundAt(this.place) === undefined ? (this.row.bits ?? null) : null;
  }

  get mask(): number {
    return this.row.mask ?? 0;
  }

  get household(): string {
    return this.row.household;
  }

  get licence(): string {
    return this.row.licence;
  }

  get cell(): CellRef {
    return fieldCell(this.row, this.household !== '' || this.licence === '' ? 'household' : 'licence');
  }

  get date(): number | null {
    const { period } = this.all;
    return period === null ? this.row.date.serial : serialIn(this.row.date, period);
  }
}
