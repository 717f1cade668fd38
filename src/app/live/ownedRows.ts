import { NOBODY } from '../../checks/identity';
import type { Row, VisitRow, VisitRows } from '../../model';

/** Whose rows are, by their positions; finds those of some persons. */
class Positions {
  private readonly owners: Int32Array;
  /** Positions by owner as they were read, those that belong to nobody last, each owner's from its start on. */
  private readonly places: Int32Array;
  private readonly starts: Int32Array;
  /** The positions of those whose rows are others by now. */
  private readonly moved = new Map<number, readonly number[]>();

  constructor(
    owners: Int32Array,
    private readonly people: number,
  ) {
    this.owners = owners.slice();
    this.starts = new Int32Array(people + 2);
    for (const owner of owners) this.starts[this.slotOf(owner) + 1]! += 1;
    for (let slot = 0; slot <= people; slot += 1) this.starts[slot + 1]! += this.starts[slot]!;
    const next = this.starts.slice();
    this.places = new Int32Array(owners.length);
    owners.forEach((owner, position) => (this.places[next[this.slotOf(owner)]!++] = position));
  }

  /** Those of these persons and of nobody, ascending. */
  of(ids: Iterable<number>): number[] {
    return [...ids, this.people].flatMap((slot) => this.placesOf(slot)).sort((one, other) => one - other);
  }

  /** `null` for nobody. */
  ownerOf(position: number): number | null {
    const owner = this.owners[position]!;
    return owner === NOBODY ? null : owner;
  }

  /** Number of rows that belong to nobody. */
  get unowned(): number {
    return this.placesOf(this.people).length;
  }

  move(position: number, owner: number): void {
    const [before, after] = [this.slotOf(this.owners[position]!), this.slotOf(owner)];
    if (before === after) return;
    this.owners[position] = owner;
    this.moved.set(
      before,
      this.placesOf(before).filter((each) => each !== position),
    );
    this.moved.set(after, [...this.placesOf(after), position]);
  }

  private slotOf(owner: number): number {
    return owner === NOBODY ? this.people : owner;
  }

  private placesOf(slot: number): readonly number[] {
    return this.moved.get(slot) ?? [...this.places.subarray(this.starts[slot], this.starts[slot + 1])];
  }
}

/** Rows in the order in which they were read, with whose each is. */
export class OwnedRows<Item extends Row> {
  private readonly positions: Positions;

  /** `people`: one more than the largest owner. */
  constructor(
    private readonly rows: readonly Item[],
    owners: Int32Array,
    people: number,
  ) {
    this.positions = new Positions(owners, people);
  }

  /** The rows of these persons and those that belong to nobody, in their order. */
  of(ids: Iterable<number>): Item[] {
    return this.positions.of(ids).map((position) => this.rows[position]!);
  }

  /** Number of rows that belong to nobody. */
  get unowned(): number {
    return this.positions.unowned;
  }
}

/** The same of visits, of which some may become others. */
export class OwnedVisits {
  readonly rows: VisitRows;
  private readonly positions: Positions;

  constructor(rows: VisitRows, owners: Int32Array, people: number) {
    this.rows = rows.copy();
    this.positions = new Positions(owners, people);
  }

  /** The visits of these persons and those that belong to nobody, in their order. */
  of(ids: Iterable<number>): VisitRows {
    return this.rows.some(this.positions.of(ids));
  }

  /** Whose the visit at a position is; `null` for nobody. */
  ownerOf(position: number): number | null {
    return this.positions.ownerOf(position);
  }

  get unowned(): number {
    return this.positions.unowned;
  }

  /** Puts another visit of the same row in the place of one. */
  replace(position: number, visit: VisitRow, owner: number): void {
    this.rows.replace(position, visit);
    this.positions.move(position, owner);
  }
}
