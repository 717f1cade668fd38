import type { CellRef, CellValue, Issue } from '../../model';
import { cellKey, type SheetSnapshot } from '../../workbook/snapshot';

/** What a repair makes of a cell: text a number, a deduction positive, text without spaces, text a date. */
export type FixKind = 'number' | 'sign' | 'text' | 'date';

/** A repair that changes no meaning: what the engine reads in the cell already is written there. */
export interface FixOffer {
  readonly kind: FixKind;
  readonly cell: CellRef;
  readonly before: CellValue;
  readonly after: CellValue;
  /** Number format that the cell needs so that `after` is shown as what it is; `null` where it has one. */
  readonly format: string | null;
  /** `after` for people; a date as `2008-03-03`. */
  readonly shown: string;
  /** The issue that goes with it; `null` where the engine reads the cell without a word. */
  readonly issue: Issue | null;
}

/** Whether the cell holds a value of its own, not a formula. */
export function canWrite(sheet: SheetSnapshot, row: number, column: number): boolean {
  const key = cellKey(row, column);
  return !sheet.formulas.has(key) && !sheet.uncalculated.has(key) && !sheet.errors.has(key);
}
