import type { CellRef, CellValue, Row, RowDate, Scheme } from '../../model';
import { cellName } from '../../model';
import type { Entries } from '../../workbook/read/read';
import type { SheetLayout } from '../../workbook/recognise/layout';
import { cellKey, type Snapshot, valueAt } from '../../workbook/snapshot';

/** Looks at the cells that rows were read from. */
export class SourceCells {
  private readonly layouts: ReadonlyMap<string, SheetLayout>;
  private readonly faults = new Map<string, Set<number>>();

  constructor(
    readonly scheme: Scheme,
    readonly snapshot: Snapshot,
    readonly entries: Entries,
  ) {
    this.layouts = new Map(entries.layouts.map((layout) => [layout.sheet.name, layout]));
    for (const { severity, cell } of entries.issues) {
      if (severity === 'error' && cell) this.faultsOf(cell.sheet).add(cellKey(cell.row, cell.column));
    }
  }

  private faultsOf(sheet: string): Set<number> {
    const known = this.faults.get(sheet) ?? new Set<number>();
    this.faults.set(sheet, known);
    return known;
  }

  layout(row: Row): SheetLayout {
    return this.layouts.get(row.source.sheet)!;
  }

  /** What stands at a position of the row's sheet. */
  at(row: Row, column: number): CellValue {
    return valueAt(this.layout(row).sheet, row.row, column);
  }

  /** What stands in a field of the row, in the merged area over it, or in the rows above the table. */
  raw(row: Row, field: string): CellValue {
    const column = row.source.columns.get(field);
    if (column === undefined) return row.source.labels?.get(field) ?? '';
    const anchor = row.source.anchors?.(column, row.row) ?? row.row;
    return valueAt(this.layout(row).sheet, anchor, column);
  }

  /** The text of a field without spaces around. */
  text(row: Row, field: string): string {
    const value = this.raw(row, field);
    return typeof value === 'string' ? value.trim() : String(value);
  }

  /** Whether an error was reported at the cell while it was read. */
  isFaulty({ sheet, row, column }: CellRef): boolean {
    return this.faults.get(sheet)?.has(cellKey(row, column)) ?? false;
  }

  /** A date as a serial number of the 1900 system, or as it stands where it has no year or is none. */
  date(row: Row, field: string, date: RowDate): CellValue {
    if (date.serial !== null) return date.serial;
    if (date.yearless !== null) return `${Math.floor(date.yearless / 100)}月${date.yearless % 100}日`;
    if (date.invalid !== true) return '';
    const raw = this.raw(row, field);
    return raw === '' ? '(读不出日期)' : String(raw);
  }

  /** A licence as text; one that has lost digits as it stands, so that it is seen again. */
  licence(row: Row & { readonly licence: string; readonly licenceLost?: boolean }): CellValue {
    if (row.licenceLost !== true) return row.licence;
    const raw = this.raw(row, 'licence');
    return raw === '' ? '(读不出证号)' : raw;
  }

  /** The post's own name, or what stands there where it is no post. */
  post(row: Row): string {
    const post = this.scheme.posts.find(({ id }) => id === row.who.post);
    return post?.name ?? row.who.postText;
  }

  /** Where the row begins, `明细表!A5`. */
  place(row: Row): string {
    const columns = [...row.source.columns.values(), ...(row.nameColumn === null ? [] : [row.nameColumn])];
    const column = row.nameColumn ?? (columns.length > 0 ? Math.min(...columns) : 0);
    return `${row.source.sheet}!${cellName(row.row, column)}`;
  }
}
