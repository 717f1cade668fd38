import { licenceNumber } from './licence';
import { RowPlaces } from './rowPlaces';
import type { RowSource, VisitRow, Who } from './rows';
import { NOTHING_PLAIN, type VisitPart } from './visitPart';

const ODD = 1;
const LISTED = 2;

/** Room for so many visits at first. */
const LEAST = 16;
/** Of a visit in all columns. */
const BYTES = 33;

/**
 * The visits of a workbook in the order in which they were read. Of a province's there are hundreds of thousands, so what
 * decides about a plain one stands in columns: its row, whom it names, a licence of 12 digits, a day of which the year is
 * known, its findings as bits. Every other is odd and kept as it was read. `at` gives either of them as a row.
 */
export class VisitRows implements Iterable<VisitRow> {
  private size = 0;
  private room = 0;
  private readonly parts: VisitPart[] = [];
  private readonly names: Who[] = [];
  /** By part: where in `names` the one stands that it named last. */
  private readonly lastNames: number[] = [];
  private readonly oddRows: VisitRow[] = [];
  /** Positions of the odd ones, ascending. */
  private readonly oddPlaces: number[] = [];
  private marks = new Uint8Array(0);
  private partOf = new Int32Array(0);
  private rowOf = new Int32Array(0);
  private nameOf = new Int32Array(0);
  private licences = new Float64Array(0);
  private days = new Float64Array(0);
  /** Bits of a plain visit; of an odd one, where it is kept. */
  private masks = new Int32Array(0);
  private places: RowPlaces | null = null;

  static of(visits: Iterable<VisitRow>): VisitRows {
    const made = new VisitRows();
    for (const visit of visits) made.add(visit);
    return made;
  }

  /** The same visits once more; what becomes of one list does not concern the other. */
  copy(): VisitRows {
    const made = new VisitRows();
    made.size = made.room = this.size;
    made.marks = this.marks.slice(0, this.size);
    made.partOf = this.partOf.slice(0, this.size);
    made.rowOf = this.rowOf.slice(0, this.size);
    made.nameOf = this.nameOf.slice(0, this.size);
    made.licences = this.licences.slice(0, this.size);
    made.days = this.days.slice(0, this.size);
    made.masks = this.masks.slice(0, this.size);
    made.parts.push(...this.parts);
    made.lastNames.push(...this.lastNames);
    for (const name of this.names) made.names.push(name);
    for (const place of this.oddPlaces) made.oddPlaces.push(place);
    for (const visit of this.oddRows) made.oddRows.push(visit);
    return made;
  }

  get length(): number {
    return this.size;
  }

  /** Totals are kept beside some plain visits. */
  get keepsTotals(): boolean {
    return this.parts.some(({ totalAt, scoreAt }) => totalAt !== null || scoreAt !== null);
  }

  /** Where the odd visits stand, ascending. */
  get odd(): readonly number[] {
    return this.oddPlaces;
  }

  /** Makes room for so many more. */
  reserve(more: number): void {
    const least = this.size + more;
    if (least <= this.room) return;
    this.room = Math.max(least, 2 * this.room, LEAST);
    const { room } = this;
    // One piece of memory for all columns, the widest first: seven pieces cost more than what is read of a small sheet.
    const memory = new ArrayBuffer(room * BYTES);
    this.licences = moved(this.licences, new Float64Array(memory, 0, room));
    this.days = moved(this.days, new Float64Array(memory, 8 * room, room));
    this.partOf = moved(this.partOf, new Int32Array(memory, 16 * room, room));
    this.rowOf = moved(this.rowOf, new Int32Array(memory, 20 * room, room));
    this.nameOf = moved(this.nameOf, new Int32Array(memory, 24 * room, room));
    this.masks = moved(this.masks, new Int32Array(memory, 28 * room, room));
    this.marks = moved(this.marks, new Uint8Array(memory, 32 * room, room));
  }

  /** The number of a part, by which its plain visits are added. */
  numberOf(part: VisitPart): number {
    const known = this.parts.lastIndexOf(part);
    return known >= 0 ? known : this.parts.push(part) - 1;
  }

  /** Adds a plain visit: `row` 0-based, `licence` the number of 12 digits, `day` an Excel serial. */
  addPlain(part: number, row: number, who: Who, licence: number, day: number, mask: number): void {
    if (this.size === this.room) this.reserve(1);
    const at = this.size++;
    this.marks[at] = 0;
    this.partOf[at] = part;
    this.rowOf[at] = row;
    this.nameOf[at] = this.numberOfName(part, who);
    this.licences[at] = licence;
    this.days[at] = day;
    this.masks[at] = mask;
  }

  /** Adds a visit as it is. */
  add(visit: VisitRow): void {
    if (this.size === this.room) this.reserve(1);
    const at = this.size++;
    this.oddPlaces.push(at);
    this.keep(at, visit, this.oddRows.length);
  }

  /** Adds a visit of another list. */
  take(from: VisitRows, at: number): void {
    if (!from.isPlain(at)) return this.add(from.at(at));
    const part = this.numberOf(from.parts[from.partOf[at]!]!);
    this.addPlain(part, from.rowOf[at]!, from.whoAt(at), from.licences[at]!, from.days[at]!, from.masks[at]!);
  }

  /** The visits at these positions. */
  some(positions: Iterable<number>): VisitRows {
    const made = new VisitRows();
    for (const at of positions) made.take(this, at);
    return made;
  }

  /** Puts another visit of the same row in the place of one. */
  replace(at: number, visit: VisitRow): void {
    if (this.isPlain(at)) this.oddPlaces.splice(firstFrom(this.oddPlaces, at), 0, at);
    this.keep(at, visit, this.isPlain(at) ? this.oddRows.length : this.masks[at]!);
  }

  private keep(at: number, visit: VisitRow, place: number): void {
    const part = this.partOfSource(visit.source);
    this.marks[at] = visit.kind === 'list' ? ODD | LISTED : ODD;
    this.partOf[at] = part;
    this.rowOf[at] = visit.row;
    this.nameOf[at] = this.numberOfName(part, visit.who);
    this.licences[at] = licenceNumber(visit.licence);
    this.days[at] = NaN;
    this.oddRows[place] = visit;
    this.masks[at] = place;
  }

  private partOfSource(source: RowSource): number {
    for (let part = this.parts.length - 1; part >= 0; part--)
      if (this.parts[part]!.source === source) return part;
    return this.numberOf({ ...NOTHING_PLAIN, source });
  }

  /** Rows of a part that follow one another mostly name the same. */
  private numberOfName(part: number, who: Who): number {
    const last = this.lastNames[part];
    if (last !== undefined && this.names[last] === who) return last;
    return (this.lastNames[part] = this.names.push(who) - 1);
  }

  /** The visit as a row. Throws a RangeError where there is none. */
  at(at: number): VisitRow {
    if (!(at >= 0 && at < this.size)) throw new RangeError(`no visit at ${at}`);
    if (!this.isPlain(at)) return this.oddRows[this.masks[at]!]!;
    const part = this.parts[this.partOf[at]!]!;
    return part.visitAt(this.rowOf[at]!, this.whoAt(at), this.days[at]!, this.masks[at]!);
  }

  *[Symbol.iterator](): Iterator<VisitRow> {
    for (let at = 0; at < this.size; at++) yield this.at(at);
  }

  /** Of a list as it was read: a visit of everybody who is named, the first one, in their order; of some also a later one. */
  *firstOfNames(): Iterable<VisitRow> {
    let known = -1;
    for (let at = 0; at < this.size; at++) {
      if (this.nameOf[at]! <= known) continue;
      known = this.nameOf[at]!;
      yield this.at(at);
    }
  }

  /** Nothing is odd about the visit: the columns say all that decides. */
  isPlain(at: number): boolean {
    return (this.marks[at]! & ODD) === 0;
  }

  /** It stands in a visit list. */
  isListed(at: number): boolean {
    return (this.marks[at]! & LISTED) !== 0;
  }

  partAt(at: number): VisitPart {
    return this.parts[this.partOf[at]!]!;
  }

  sourceAt(at: number): RowSource {
    return this.parts[this.partOf[at]!]!.source;
  }

  /** 0-based. */
  rowAt(at: number): number {
    return this.rowOf[at]!;
  }

  whoAt(at: number): Who {
    return this.names[this.nameOf[at]!]!;
  }

  /** A number that is the same for visits of one person that follow one another. */
  nameAt(at: number): number {
    return this.nameOf[at]!;
  }

  /** The licence as a number, -1 where it is none of 12 digits. */
  licenceAt(at: number): number {
    return this.licences[at]!;
  }

  /** Excel serial of the day of a plain visit, `NaN` of an odd one. */
  dayAt(at: number): number {
    return this.days[at]!;
  }

  /** The findings of a plain visit as bits of its part. */
  maskAt(at: number): number {
    return this.masks[at]!;
  }

  /** Whether the visit before stands in the same row: it feeds several persons. */
  sharesRow(at: number): boolean {
    return at > 0 && this.rowOf[at] === this.rowOf[at - 1] && this.sourceAt(at) === this.sourceAt(at - 1);
  }

  /** The positions of what was read of a row (0-based) of a tab, in which rows stand ascending; none where nothing was. */
  placesOf(sheet: string, row: number): readonly number[] {
    return (this.places ??= new RowPlaces(this)).of(sheet, row);
  }
}

function moved<Column extends { set(other: Column): void }>(from: Column, to: Column): Column {
  to.set(from);
  return to;
}

/** Position of the first number that is not smaller. */
function firstFrom(numbers: readonly number[], least: number): number {
  const at = numbers.findIndex((each) => each >= least);
  return at < 0 ? numbers.length : at;
}
