import type { Area, CellValue } from '../../src/model';
import { COLUMN_LIMIT, ROW_LIMIT } from './address';
import { BLANK, holdsContent, type Cell, type CellFormat } from './cell';
import type { Shift } from './shift';
import { shiftSetup } from './shift-setup';
import type { ConditionalRule, NoteModel, PageSetup, SheetSetup, Validation } from './sheet-setup';

export type { ConditionalRule, NoteModel, PageSetup, Validation };

export type Visibility = 'Visible' | 'Hidden' | 'VeryHidden';

/** One sheet: what stands in it and how it is set up. Rows and columns are 0-based. */
export class SheetModel implements SheetSetup {
  visibility: Visibility = 'Visible';
  isProtected = false;
  password: string | null = null;
  tabColor = '';
  showGridlines = true;
  merges: Area[] = [];
  validations: Validation[] = [];
  conditions: ConditionalRule[] = [];
  frozen: Area | null = null;
  /** The table that can be filtered. */
  filter: Area | null = null;
  /** What is filtered by, as the file says it, by 0-based column within `filter`; empty where all rows show. */
  readonly filterColumns = new Map<number, string>();
  /** Where a click on a cell leads, as Excel writes it (`'表'!A1`), by `row,column`. */
  readonly links = new Map<string, string>();
  page: PageSetup = {
    orientation: 'Portrait',
    paperSize: null,
    zoom: { scale: 100 },
    centerHorizontally: false,
    printArea: null,
    titleRows: null,
  };
  /** Points by 0-based column; absent for the standard width. */
  readonly columnWidths = new Map<number, number>();
  /** Points by 0-based row. */
  readonly rowHeights = new Map<number, number>();
  readonly hiddenRows = new Set<number>();
  readonly hiddenColumns = new Set<number>();
  notes: NoteModel[] = [];
  private rows: (Cell | undefined)[][] = [];

  constructor(
    readonly id: string,
    public name: string,
  ) {}

  /** What stands at a position; `undefined` where nothing was ever put. */
  peek(row: number, column: number): Cell | undefined {
    return this.rows[row]?.[column];
  }

  cell(row: number, column: number): Cell {
    return this.rows[row]?.[column] ?? BLANK;
  }

  value(row: number, column: number): CellValue {
    return this.cell(row, column).value;
  }

  put(row: number, column: number, cell: Cell): void {
    if (row < 0 || column < 0 || row >= ROW_LIMIT || column >= COLUMN_LIMIT)
      throw new RangeError('outside the sheet');
    (this.rows[row] ??= [])[column] = cell;
  }

  patch(row: number, column: number, change: Partial<Cell>): void {
    this.put(row, column, { ...this.cell(row, column), ...change });
  }

  patchFormat(row: number, column: number, change: CellFormat): void {
    const cell = this.cell(row, column);
    this.put(row, column, { ...cell, format: { ...cell.format, ...change } });
  }

  /** Calls back for each cell there is inside the area, row by row. */
  each(area: Area, visit: (cell: Cell, row: number, column: number) => void): void {
    const lastRow = Math.min(area.bottom, this.rows.length - 1);
    for (let row = area.top; row <= lastRow; row += 1) {
      const cells = this.rows[row];
      if (!cells) continue;
      const lastColumn = Math.min(area.right, cells.length - 1);
      for (let column = area.left; column <= lastColumn; column += 1) {
        const cell = cells[column];
        if (cell) visit(cell, row, column);
      }
    }
  }

  get whole(): Area {
    return { top: 0, left: 0, bottom: ROW_LIMIT - 1, right: COLUMN_LIMIT - 1 };
  }

  /** The smallest area that holds everything; with `valuesOnly` formats alone do not count. `null` for an empty sheet. */
  usedArea(valuesOnly: boolean, within: Area = this.whole): Area | null {
    let found: { top: number; left: number; bottom: number; right: number } | null = null;
    this.each(within, (cell, row, column) => {
      if (valuesOnly ? !holdsContent(cell) : cell === BLANK) return;
      if (!found) found = { top: row, left: column, bottom: row, right: column };
      found.bottom = row;
      found.left = Math.min(found.left, column);
      found.right = Math.max(found.right, column);
    });
    return found;
  }

  /** Moves cells, merges and set-up; formulas are the workbook's to move. */
  shift(shift: Shift): void {
    if (shift.axis === 'row') this.shiftRows(shift);
    else for (const row of this.rows) if (row) this.shiftArray(row, shift, () => undefined);
    shiftSetup(this, shift);
  }

  private shiftRows(shift: Shift): void {
    this.shiftArray(this.rows, shift, () => []);
  }

  private shiftArray<T>(list: (T | undefined)[], shift: Shift, blank: () => T | undefined): void {
    if (shift.count < 0) list.splice(shift.at, -shift.count);
    else if (shift.at < list.length) {
      list.splice(shift.at, 0, ...Array.from({ length: shift.count }, blank));
    }
  }
}
