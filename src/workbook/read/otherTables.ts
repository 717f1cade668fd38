import type { CellValue } from '../../model';
import type { CellReader } from './cellReader';
import { otherTable, tableAbove } from './otherTable';

/** Follows the rows of headers that stand below a sheet's own header, and reports a table that was not read. */
export class OtherTables {
  /** Posts that the headers of tables name which were not read; `null` where the sheet was read to its end. */
  unread: ReadonlySet<string> | null = null;

  constructor(private readonly reader: CellReader) {}

  /** Whether the rows from a row on, which begins as a header (0-based), belong to another table than the sheet's. */
  follow(row: number, cells: readonly CellValue[], isAside: boolean): boolean {
    const { layout, context } = this.reader;
    const table = otherTable(layout, context.vocabulary, cells);
    if (table === null) return isAside;
    if (table === 'same') return this.unread !== null;
    if (table.isOfKind) {
      const own = layout.header.columns.find(({ column }) => column === table.column)?.leaf ?? null;
      if (this.unread === null) this.report(row, table.column, own);
      this.leave(table.posts);
    }
    return true;
  }

  /** Looks for a table above the sheet's own. */
  lookAbove(): void {
    const table = tableAbove(this.reader.layout, this.reader.context.vocabulary);
    if (table === null) return;
    const { reader } = this;
    const shown = String(reader.at(table.row, table.column));
    const own = reader.layout.header.top + 1;
    reader.context.report('header-ambiguous', {
      cell: reader.cell(table.row, table.column),
      received: shown,
      expected: '一张工作表一行表头',
      message: `第 ${table.row + 1} 行和第 ${own} 行都是表头,第 ${own} 行以上的数据没有读取。一张工作表只放一张表,请把其中一张移到另一张工作表。`,
    });
    this.leave(table.posts);
  }

  private leave(posts: readonly string[]): void {
    this.unread = new Set([...(this.unread ?? []), ...posts]);
  }

  /** Read by the headers above, the rows below would mean something else. */
  private report(row: number, column: number, own: string | null): void {
    const { reader } = this;
    const shown = String(reader.at(row, column));
    const above = own === null ? '上面的表头' : `上面这一列的表头“${own}”`;
    reader.context.report('header-ambiguous', {
      cell: reader.cell(row, column),
      received: shown,
      expected: own ?? '与上面相同的表头',
      message: `第 ${row + 1} 行又是一行表头,“${shown}”与${above}不同,从这一行起没有读取。一张工作表只放一张表,请把下面的表移到另一张工作表。`,
    });
  }
}
