import type { Row } from '../../model';

const NOBODY = -1;

/** Rows in the order in which they were read, with whose each is; finds those of some persons. */
export class OwnedRows<Item extends Row> {
  readonly rows: Item[];
  private readonly owners: Int32Array;
  /** Positions by owner as they were read, those that belong to nobody last, each owner's from its start on. */
  private readonly places: Int32Array;
  private readonly starts: Int32Array;
  /** The positions of those whose rows are others by now. */
  private readonly moved = new Map<number, readonly number[]>();

  constructor(
    rows: readonly Item[],
    owners: readonly (number | null)[],
    private readonly people: number,
  ) {
    this.rows = rows.slice();
    this.owners = Int32Array.from(owners, (owner) => owner ?? NOBODY);
    this.starts = new Int32Array(people + 2);
    for (const owner of this.owners) this.starts[this.slotOf(owner) + 1]! += 1;
    for (let slot = 0; slot <= people; slot += 1) this.starts[slot + 1]! += this.starts[slot]!;
    const next = this.starts.slice();
    this.places = new Int32Array(this.owners.length);
    this.owners.forEach((owner, position) => (this.places[next[this.slotOf(owner)]!++] = position));
  }

  /** The rows of these persons and those that belong to nobody, in their order. */
  of(ids: Iterable<number>): Item[] {
    const positions = [...ids, this.people].flatMap((slot) => this.placesOf(slot));
    return positions.sort((one, other) => one - other).map((position) => this.rows[position]!);
  }

  /** Whose the row at a position is; `null` for nobody. */
  ownerOf(position: number): number | null {
    const owner = this.owners[position]!;
    return owner === NOBODY ? null : owner;
  }

  /** Number of rows that belong to nobody. */
  get unowned(): number {
    return this.placesOf(this.people).length;
  }

  replace(position: number, row: Item, owner: number): void {
    this.rows[position] = row;
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

/** Where the rows of each tab begin and end in a list in which they stand together, ascending. */
export class RowPositions {
  private readonly ranges = new Map<string, { readonly from: number; to: number }>();

  constructor(private readonly rows: readonly Row[]) {
    let sheet: string | null = null;
    rows.forEach(({ source }, position) => {
      if (source.sheet === sheet) this.ranges.get(sheet)!.to = position + 1;
      else this.ranges.set((sheet = source.sheet), { from: position, to: position + 1 });
    });
  }

  /** The positions of what was read of a row, 0-based; none where nothing was. */
  at(sheet: string, row: number): readonly number[] {
    const range = this.ranges.get(sheet);
    if (!range) return [];
    let from = range.from;
    let to = range.to;
    while (from < to) {
      const middle = (from + to) >> 1;
      if (this.rows[middle]!.row < row) from = middle + 1;
      else to = middle;
    }
    const found: number[] = [];
    for (; from < range.to && this.rows[from]!.row === row; from += 1) found.push(from);
    return found;
  }
}
