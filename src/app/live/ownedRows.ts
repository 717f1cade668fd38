import type { Row } from '../../model';

const NOBODY = -1;

/** Rows in the order in which they were read, with whose each is; finds those of some persons. */
export class OwnedRows<Item extends Row> {
  readonly rows: Item[];
  private readonly owners: Int32Array;
  /** Positions by owner, those that belong to nobody last; made when it is first asked for. */
  private byOwner: readonly (readonly number[])[] | null = null;

  constructor(
    rows: readonly Item[],
    owners: readonly (number | null)[],
    private readonly people: number,
  ) {
    this.rows = rows.slice();
    this.owners = Int32Array.from(owners, (owner) => owner ?? NOBODY);
  }

  /** The rows of these persons and those that belong to nobody, in their order. */
  of(ids: Iterable<number>): Item[] {
    const lists = (this.byOwner ??= this.grouped());
    const positions = [...ids, this.people].flatMap((id) => lists[id]!).sort((one, other) => one - other);
    return positions.map((position) => this.rows[position]!);
  }

  /** Whose the row at a position is; `null` for nobody. */
  ownerOf(position: number): number | null {
    const owner = this.owners[position]!;
    return owner === NOBODY ? null : owner;
  }

  /** Number of rows that belong to nobody. */
  get unowned(): number {
    return this.owners.reduce((count, owner) => (owner === NOBODY ? count + 1 : count), 0);
  }

  replace(position: number, row: Item, owner: number): void {
    this.rows[position] = row;
    if (this.owners[position] === owner) return;
    this.owners[position] = owner;
    this.byOwner = null;
  }

  private grouped(): number[][] {
    const lists: number[][] = Array.from({ length: this.people + 1 }, () => []);
    this.owners.forEach((owner, position) => lists[owner === NOBODY ? this.people : owner]!.push(position));
    return lists;
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
