import type { CellValue } from '../../../../model';

const NOTHING: readonly CellValue[] = [];

/** A block of values and where its first one stands, 0-based. */
export interface Block {
  readonly top: number;
  readonly left: number;
  readonly values: readonly (readonly CellValue[])[];
}

/**
 * Collects the values of a sheet row by row, from top to bottom and from left to right. What is not there costs
 * nothing until `block` is called.
 */
export class Grid {
  private readonly rows: number[] = [];
  private readonly lefts: number[] = [];
  private readonly lines: CellValue[][] = [];
  /** The row that is being filled: `width` values from column `left` on. The array is used again for the next row. */
  private readonly line: CellValue[] = [];
  private width = 0;
  private row = -1;
  private left = Infinity;
  private top = Infinity;
  private bottom = -1;
  private filled = 0;

  /** Puts a value into a cell to the right of or below all before. */
  put(row: number, column: number, value: CellValue): void {
    if (row !== this.row) this.begin(row);
    if (column < this.left) this.left = column;
    const { line } = this;
    const end = column - this.left;
    for (let at = this.width; at < end; at++) line[at] = '';
    line[end] = value;
    this.width = end + 1;
  }

  /** Takes a cell without a value into the block. Only behind the last `put`. */
  touch(row: number, column: number): void {
    this.finishLine();
    this.left = Math.min(this.left, column);
    this.top = Math.min(this.top, row);
    this.bottom = Math.max(this.bottom, row);
  }

  /** Places that the block takes so far: one a row, one for each cell from the first column to the last of its row. */
  places(): number {
    return this.bottom < 0 ? 0 : this.bottom - this.top + 1 + this.filled + this.width;
  }

  private begin(row: number): void {
    this.finishLine();
    this.row = row;
    this.top = Math.min(this.top, row);
    this.bottom = row;
  }

  private finishLine(): void {
    if (this.width === 0) return;
    this.rows.push(this.row);
    this.lefts.push(this.left);
    this.lines.push(this.line.slice(0, this.width));
    this.filled += this.width;
    this.width = 0;
  }

  /** The block from the first to the last content. */
  block(): Block {
    this.finishLine();
    if (this.bottom < 0) return { top: 0, left: 0, values: [] };
    const { top, left, rows } = this;
    const values = new Array<readonly CellValue[]>(this.bottom - top + 1).fill(NOTHING);
    for (let index = 0; index < rows.length; index++) {
      values[rows[index]! - top] = padded(this.lines[index]!, this.lefts[index]! - left);
    }
    return { top, left, values };
  }
}

function padded(line: CellValue[], missing: number): CellValue[] {
  return missing > 0 ? [...new Array<string>(missing).fill(''), ...line] : line;
}
