import type { CellRef, CellValue, Fix, RowSource } from '../../model';
import type { SheetLayout } from '../recognise/layout';
import { cellKey, type SheetSnapshot, valueAt } from '../snapshot';
import type { ReadContext } from './context';
import { SheetField } from './field';
import { MergedColumn } from './merged';
import { ERROR_TEXT } from './values/text';

const known = new WeakMap<SheetLayout['fields'], ReadonlyMap<string, number>>();

/** Field → column; the fields stay the same as long as the sheet's header does. */
function columnsOf({ fields }: SheetLayout): ReadonlyMap<string, number> {
  let columns = known.get(fields);
  if (!columns) {
    columns = new Map([...fields].map(([field, { column }]) => [field, column]));
    known.set(fields, columns);
  }
  return columns;
}

/** Finds the cells of one sheet by its layout, and tells those that cannot be read. */
export class CellReader {
  readonly source: RowSource;
  /** Every cell below the header means what it shows: no merged area reaches there, and all formulas were calculated. */
  readonly isPlain: boolean;
  /** The sheet with the merged areas that reach below the header. */
  private readonly below: SheetSnapshot;
  private readonly merged = new Map<number, MergedColumn>();
  private readonly fields = new Map<string, SheetField>();
  protected readonly brokenCells = new Set<number>();

  constructor(
    readonly context: ReadContext,
    readonly layout: SheetLayout,
  ) {
    const first = layout.header.columns[0]?.column ?? 0;
    const { sheet } = layout;
    // What is merged in the header says nothing of the rows.
    this.below = { ...sheet, merges: sheet.merges.filter(({ bottom }) => bottom > layout.header.bottom) };
    this.isPlain = sheet.uncalculated.size === 0 && this.below.merges.length === 0;
    this.source = {
      sheet: layout.sheet.name,
      definition: layout.definition.id,
      columns: columnsOf(layout),
      cells: new Map([...layout.meta].map(([field, value]) => [field, value.cell])),
      labels: new Map([...layout.meta].map(([field, value]) => [field, value.text])),
      unreadable: layout.unreadable,
      anchors: (column, row) => this.filledDown(column).anchor(row),
      corner: { sheet: layout.sheet.name, row: layout.header.bottom, column: first },
    };
  }

  column(field: string): number | undefined {
    return this.source.columns.get(field);
  }

  /** Where a field stands; for loops over many rows. */
  field(id: string): SheetField {
    return this.fields.get(id) ?? this.newField(id);
  }

  private newField(id: string): SheetField {
    const merged = (column: number): MergedColumn => this.filledDown(column);
    const field = new SheetField(this.layout.sheet, this.column(id), this.layout.meta.get(id), merged);
    this.fields.set(id, field);
    return field;
  }

  value(row: number, field: string): CellValue {
    return this.field(field).own(row);
  }

  at(row: number, column: number): CellValue {
    return valueAt(this.layout.sheet, row, column);
  }

  cell(row: number, column: number): CellRef {
    return { sheet: this.layout.sheet.name, row, column };
  }

  /** Text of a field without spaces around; that of the rows above the table where the sheet has no such column. */
  text(row: number, field: string): string {
    return this.field(field).text(row);
  }

  /** A column as its merged areas fill it down. */
  filledDown(column: number): MergedColumn {
    let reader = this.merged.get(column);
    if (!reader) this.merged.set(column, (reader = new MergedColumn(this.below, column)));
    return reader;
  }

  /** Text of a column, filled down inside merged areas only. */
  mergedText(row: number, column: number): string {
    return this.filledDown(column).text(row);
  }

  /** Whether a cell that holds words (whose the row is, which rule, which state) cannot be read; reported once. */
  brokenAt(row: number, column: number | undefined, field: string): boolean {
    if (column === undefined) return false;
    const at = this.filledDown(column).anchor(row);
    if (!this.mayBeBroken(at, column)) return false;
    return this.broken(at, column, this.context.vocabulary.field(field).name, null);
  }

  /** Whether a closer look is due: nearly all cells hold neither an error nor an uncalculated formula. */
  private mayBeBroken(row: number, column: number): boolean {
    const value = valueAt(this.layout.sheet, row, column);
    if (typeof value !== 'string') return false;
    return value.startsWith('#') || this.layout.sheet.uncalculated.size > 0;
  }

  /** Reports a cell that holds an error value or an uncalculated formula, once; `true` where it does. */
  broken(row: number, column: number, what: string, clause: string | null): boolean {
    const { sheet } = this.layout;
    const key = cellKey(row, column);
    const value = valueAt(sheet, row, column);
    if (this.brokenCells.has(key)) return true;
    if (sheet.uncalculated.has(key)) {
      this.brokenCells.add(key);
      this.context.report('formula-not-calculated', {
        cell: this.cell(row, column),
        clause,
        received: sheet.formulas.get(key) ?? null,
        expected: '已计算的数值',
        message: `“${what}”这里的公式还没有计算结果。请用 Excel 打开工作簿、重新计算(F9)并保存,再校验。`,
      });
      return true;
    }
    if (typeof value === 'string' && value.startsWith('#') && ERROR_TEXT.test(value.trim())) {
      this.brokenCells.add(key);
      this.context.report('formula-error', {
        cell: this.cell(row, column),
        clause,
        received: value,
        expected: '数值',
        message: `“${what}”这里是错误值 ${value}。请检查公式引用的单元格,改正后再校验。`,
      });
      return true;
    }
    return false;
  }

  /** Where a field stands for a row: in the row, in a merged area above, or over the table. */
  protected fieldCell(row: number, field: string): CellRef {
    const column = this.column(field);
    if (column === undefined) return this.layout.meta.get(field)?.cell ?? this.source.corner;
    return this.cell(this.filledDown(column).anchor(row), column);
  }

  /** A number kept as text: read, and offered as a fix. */
  reportTextNumber(row: number, column: number, raw: string, value: number, fix: Fix | null): void {
    this.context.report('text-number', {
      cell: this.cell(row, column),
      received: raw,
      expected: String(value),
      message: `“${raw}”是文本,按数值 ${value} 读取。可以一键改成数值。`,
      fix,
    });
  }
}
