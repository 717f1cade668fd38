import type { CellValue } from '../../model';
import type { WorkbookChange } from '../host';
import { cellKey, type SheetSnapshot, valueAt } from '../snapshot';
import type { FillPlan, Origin, PlannedCell } from './fillPlan';
import type { Insertions } from './insertions';

/** A header or a note. */
const NOBODYS: Origin = { owner: null, field: null };

/** Collects what is written into one summary; cells that already hold it are left out. */
export class CellWrites {
  private readonly written: PlannedCell[] = [];
  private readonly kept: FillPlan['formulas'][number][] = [];

  constructor(
    private readonly sheet: SheetSnapshot,
    private readonly insertions: Insertions,
    private readonly overwriteFormulas: boolean,
  ) {}

  /** A cell that stands in the sheet now, a header's or note's where `origin` is left out. A formula is left, and listed, unless told otherwise. */
  put(row: number, column: number, value: CellValue, { owner, field }: Origin = NOBODYS): void {
    const formula = this.sheet.formulas.get(cellKey(row, column));
    if (formula !== undefined && !this.overwriteFormulas) {
      this.kept.push({ cell: { sheet: this.sheet.name, row, column }, formula });
      return;
    }
    const before = valueAt(this.sheet, row, column);
    if (before === value && formula === undefined) return;
    const cell = { sheet: this.sheet.name, row: this.insertions.after(row), column };
    this.written.push({ cell, before, after: value, owner, field });
  }

  /** A cell of an inserted row; `row` is its row after all insertions. */
  putNew(row: number, column: number, value: CellValue, { owner, field }: Origin = NOBODYS): void {
    if (value === '') return;
    const cell = { sheet: this.sheet.name, row, column };
    this.written.push({ cell, before: '', after: value, owner, field });
  }

  /** Cells with their place after all insertions. */
  get cells(): FillPlan['cells'] {
    return this.written;
  }

  /** Formulas with their place as the sheet is now. */
  get formulas(): FillPlan['formulas'] {
    return this.kept;
  }

  /** The one change that writes all of it, none where nothing changes. */
  changes(): WorkbookChange[] {
    if (this.written.length === 0) return [];
    const cells = this.written.map(({ cell, after }) => ({
      row: cell.row,
      column: cell.column,
      value: after,
    }));
    return [{ kind: 'setCells', sheet: this.sheet.name, cells }];
  }
}
