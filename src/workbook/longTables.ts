import type { CellValue } from '../model';
import type { CellStyle, NewSheet } from './host';

/**
 * A new workbook of long tables, written row by row: what is held is the file that it becomes, not its cells.
 * Positions are the writer's; a blank cell is not written.
 */
export interface LongTables {
  /**
   * Opens a sheet below its head (title and header). `styles` are the formats of its columns, `order` its place among
   * the sheets. Returns what adds a row; that throws `HostError` where the sheet is full.
   */
  sheet(head: NewSheet, styles: readonly CellStyle[], order: number): (values: readonly CellValue[]) => void;
  /** The workbook's bytes; `first` are ordinary sheets in front, `memory` is what it remembers. */
  finish(first: readonly NewSheet[], memory: string | null): Uint8Array;
}
