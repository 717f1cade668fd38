import type { RowSource } from './rows';

/** Rows by their positions. */
interface PlacedRows {
  readonly length: number;
  sourceAt(at: number): RowSource;
  rowAt(at: number): number;
}

/** Where the rows of each tab begin and end in a list in which they stand together, ascending. */
export class RowPlaces {
  private readonly ranges = new Map<string, { readonly from: number; to: number }>();

  constructor(private readonly rows: PlacedRows) {
    let source: RowSource | null = null;
    let range: { readonly from: number; to: number } | null = null;
    for (let at = 0; at < rows.length; at++) {
      if (rows.sourceAt(at) !== source) {
        const { sheet } = (source = rows.sourceAt(at));
        // Several sources may be of one tab: a row that was read again has its own.
        range = this.ranges.get(sheet) ?? { from: at, to: at };
        this.ranges.set(sheet, range);
      }
      range!.to = at + 1;
    }
  }

  /** The positions of what was read of a row, 0-based; none where nothing was. */
  of(sheet: string, row: number): readonly number[] {
    const range = this.ranges.get(sheet);
    if (!range) return [];
    let { from, to } = range;
    while (from < to) {
      const middle = (from + to) >> 1;
      if (this.rows.rowAt(middle) < row) from = middle + 1;
      else to = middle;
    }
    const found: number[] = [];
    for (; from < range.to && this.rows.rowAt(from) === row; from += 1) found.push(from);
    return found;
  }
}
