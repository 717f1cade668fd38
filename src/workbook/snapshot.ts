import type { Area, CellValue } from '../model';

/**
 * What was read of a workbook, at one moment. Pure data: it can be saved and replayed.
 * Row and column numbers are 0-based sheet positions unless said otherwise.
 */
export interface Snapshot {
  /** File name for messages, `null` where the host gives none. */
  readonly name: string | null;
  readonly sheets: readonly SheetSnapshot[];
  /** Text of the product's custom XML part, `null` where there is none. */
  readonly memory: string | null;
  /** Serial dates count from 1904. */
  readonly date1904: boolean;
}

export interface SheetSnapshot {
  readonly name: string;
  /** Position of `values[0][0]`. */
  readonly top: number;
  readonly left: number;
  /** Row by row; rows may be shorter than the widest, what is not there is blank. Errors are their text. */
  readonly values: readonly (readonly CellValue[])[];
  readonly merges: readonly Area[];
  /** Number formats that matter (percent, per mille, date), by `cellKey`; others are absent. */
  readonly formats: ReadonlyMap<number, string>;
  /** Formulas, by `cellKey`, with the leading `=`. */
  readonly formulas: ReadonlyMap<number, string>;
  /** Cells with a formula and no stored value. */
  readonly uncalculated: ReadonlySet<number>;
  /** Cells that hold an error value (not a text that looks like one). */
  readonly errors: ReadonlySet<number>;
  readonly visible: boolean;
}

/** One number for a position, for sparse maps. `column` < 16384. */
export function cellKey(row: number, column: number): number {
  return row * 16384 + column;
}

/** The column of such a number. */
export function columnOfKey(key: number): number {
  return key % 16384;
}

/** The value at a sheet position, blank outside what was read. */
export function valueAt(sheet: SheetSnapshot, row: number, column: number): CellValue {
  return sheet.values[row - sheet.top]?.[column - sheet.left] ?? '';
}
