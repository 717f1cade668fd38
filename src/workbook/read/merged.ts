import type { CellValue } from '../../model';
import { type SheetSnapshot, valueAt } from '../snapshot';

/**
 * For the columns of persons and departments: row → row of the merged area's first cell. A blank cell means the
 * person above only inside such an area (rulebook §3).
 */
export function mergedRows(sheet: SheetSnapshot, column: number): ReadonlyMap<number, number> {
  const anchors = new Map<number, number>();
  for (const area of sheet.merges) {
    if (column < area.left || column > area.right || area.top === area.bottom) continue;
    for (let row = area.top + 1; row <= area.bottom; row++) anchors.set(row, area.top);
  }
  return anchors;
}

/** The value of a column in a row, taken from the merged area where the cell lies in one. */
export class MergedColumn {
  private readonly anchors: ReadonlyMap<number, number>;

  constructor(
    private readonly sheet: SheetSnapshot,
    readonly column: number,
  ) {
    this.anchors = mergedRows(sheet, column);
  }

  /** No merged area reaches over rows of this column. */
  get isPlain(): boolean {
    return this.anchors.size === 0;
  }

  value(row: number): CellValue {
    return valueAt(this.sheet, this.anchor(row), this.column);
  }

  text(row: number): string {
    const value = this.value(row);
    return value === '' ? '' : String(value);
  }

  /** The row whose cell speaks for this one. */
  anchor(row: number): number {
    return this.anchors.size === 0 ? row : (this.anchors.get(row) ?? row);
  }
}
