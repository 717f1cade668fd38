import type { FreeRow, SummaryRun } from './layout';

/** Rows to be inserted; `row` and `formatOf` are 0-based rows of the sheet as it stands. */
export interface Insertion {
  readonly row: number;
  readonly count: number;
  readonly formatOf: number;
  /** First row of what they continue: names over all of it take them in. */
  readonly namesFrom?: number;
}

/**
 * The insertions of one sheet, and where its rows are after all of them. Two insertions at one row stand in the
 * order in which they were added.
 */
export class Insertions {
  private readonly list: Insertion[] = [];

  /** Notes an insertion; returns its number for `placed`. */
  add(insertion: Insertion): number {
    this.list.push(insertion);
    return this.list.length - 1;
  }

  /** Where a row that stands in the sheet now will stand. */
  after(row: number): number {
    return this.list.reduce((at, each) => (each.row <= row ? at + each.count : at), row);
  }

  /** Where the `index`-th row of an insertion will stand. */
  placed(number: number, index: number): number {
    const own = this.list[number]!;
    const before = this.list.filter(
      (each, position) => each.row < own.row || (each.row === own.row && position < number),
    );
    return before.reduce((at, each) => at + each.count, own.row) + index;
  }

  /** In the order in which they are to be made: from the bottom up, so that rows above keep their numbers. */
  inOrder(): Insertion[] {
    return this.list
      .map((insertion, position) => ({ insertion, position }))
      .sort((a, b) => b.insertion.row - a.insertion.row || b.position - a.position)
      .map(({ insertion }) => insertion);
  }

  get count(): number {
    return this.list.reduce((sum, each) => sum + each.count, 0);
  }
}

/** Somebody who gets a row: a free row of the sheet as it stands, or a row of an insertion. */
export interface Placement<Item> {
  readonly item: Item;
  readonly run: SummaryRun;
  readonly free: number | null;
  readonly inserted: { readonly insertion: number; readonly index: number } | null;
}

/**
 * Gives every item a row: in the run that `runOf` says, first the free rows that suit it, then rows inserted at the
 * end of the run.
 */
export function place<Item>(
  items: readonly Item[],
  runOf: (item: Item) => SummaryRun,
  suits: (item: Item, free: FreeRow) => boolean,
  insertions: Insertions,
): Placement<Item>[] {
  const taken = new Set<number>();
  const placements: Placement<Item>[] = [];
  const waiting = new Map<SummaryRun, Item[]>();
  for (const item of items) {
    const run = runOf(item);
    const free = run.free.find((each) => !taken.has(each.row) && suits(item, each));
    if (free) {
      taken.add(free.row);
      placements.push({ item, run, free: free.row, inserted: null });
      continue;
    }
    const group = waiting.get(run);
    if (group) group.push(item);
    else waiting.set(run, [item]);
  }
  for (const [run, group] of waiting) {
    const namesFrom = (run.rows[0] ?? run.free[0])?.row ?? run.first;
    const { end, formatOf } = run;
    const insertion = insertions.add({ row: end, count: group.length, formatOf, namesFrom });
    group.forEach((item, index) =>
      placements.push({ item, run, free: null, inserted: { insertion, index } }),
    );
  }
  return placements;
}

/** The row of a placement after all insertions. */
export function placedRow(insertions: Insertions, placement: Placement<unknown>): number {
  const { free, inserted } = placement;
  return free === null ? insertions.placed(inserted!.insertion, inserted!.index) : insertions.after(free);
}
