import type { Area } from '../../model';
import { type SheetSnapshot, valueAt } from '../snapshot';

/** Reads texts of one column with merged cells filled down. */
export class ColumnReader {
  private readonly merges: readonly Area[];

  /** `column` is 0-based, `undefined` where the sheet has no such column: every text is then `''`. */
  constructor(
    private readonly sheet: SheetSnapshot,
    private readonly column: number | undefined,
  ) {
    this.merges =
      column === undefined ? [] : sheet.merges.filter((area) => column >= area.left && column <= area.right);
  }

  /** What stands in the cell itself, trimmed. */
  own(row: number): string {
    return this.column === undefined ? '' : String(valueAt(this.sheet, row, this.column)).trim();
  }

  /** What the cell shows: that of the merged area's first cell where it lies in one. */
  text(row: number): string {
    const merge = this.mergeAt(row);
    return merge ? String(valueAt(this.sheet, merge.top, merge.left)).trim() : this.own(row);
  }

  /** The cell lies in a merged area and is not its first: what is written there is lost. */
  covered(row: number): boolean {
    const merge = this.mergeAt(row);
    return merge !== undefined && (merge.top !== row || merge.left !== this.column);
  }

  /** The last row of the merged area in which the cell lies, the row itself where it lies in none. */
  bottom(row: number): number {
    return this.mergeAt(row)?.bottom ?? row;
  }

  private mergeAt(row: number): Area | undefined {
    return this.merges.find((area) => row >= area.top && row <= area.bottom);
  }
}
