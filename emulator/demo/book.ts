import type { Area, CellValue } from '../../src/model';

/** How a cell looks, as far as the demo draws it. Colours are `#RRGGBB`. */
export interface CellLook {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly color?: string;
  readonly fill?: string;
  readonly align?: 'left' | 'center' | 'right';
  readonly wrap?: boolean;
}

/** A sheet as the demo needs to see it. Rows and columns are 0-based, sizes in CSS pixels. */
export interface BookSheet {
  readonly id: string;
  readonly name: string;
  readonly visible: boolean;
  readonly merges: readonly Area[];
  /** Area that holds anything, `null` for an empty sheet. */
  used(): Area | null;
  value(row: number, column: number): CellValue;
  /** What the cell shows, by its number format. */
  text(row: number, column: number): string;
  /** What the formula bar shows: the formula, or the value as it would be typed. */
  content(row: number, column: number): string;
  look(row: number, column: number): CellLook;
  /** `null` for the standard width or height. */
  columnWidth(column: number): number | null;
  rowHeight(row: number): number | null;
  isRowHidden(row: number): boolean;
  isColumnHidden(column: number): boolean;
}

/** The workbook behind the page: what Excel itself would hold. */
export interface Book {
  readonly name: string;
  sheets(): readonly BookSheet[];
  active(): BookSheet;
  activate(id: string): void;
  /** The selected area of the active sheet. */
  selection(): Area;
  select(area: Area): void;
  /** As if typed by the user: `=…` is a formula, `12` a number. Returns why it was refused, `null` when done. */
  enter(row: number, column: number, text: string): string | null;
  /** Called after every change of content, selection or active sheet. */
  onChange(listener: () => void): void;
  /** The workbook as it is now, as .xlsx. */
  save(): Promise<Uint8Array>;
}
