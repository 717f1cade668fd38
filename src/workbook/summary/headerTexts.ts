import type { CellValue } from '../../model';
import type { SheetSnapshot } from '../snapshot';

/** The cells of a 0-based row as far as they were read. */
export function cellsOf(sheet: SheetSnapshot, row: number): readonly CellValue[] {
  return sheet.values[row - sheet.top] ?? [];
}
