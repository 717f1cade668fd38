import type { Area, CellValue } from '../../model';
import type { CellStyle, NewCell } from '../../workbook/host';
import type { NewChart, PrintedSheet } from '../../workbook/printed';
import { wrapped } from '../../workbook/sheetText';

/** A table on a page; where it came to stand. */
export interface Placed {
  readonly top: number;
  /** First and last row of its figures. */
  readonly first: number;
  readonly last: number;
}

/** Points that one line of a table takes. */
export const LINE_HEIGHT = 15;

/** A printed page while it is put together, from top to bottom. */
export class PageDraft {
  private readonly cells: NewCell[] = [];
  private readonly merges: Area[] = [];
  private readonly charts: NewChart[] = [];
  private readonly breaks: number[] = [];
  private readonly heights = new Map<number, number>();
  row = 0;

  constructor(
    private readonly name: string,
    private readonly widths: readonly number[],
  ) {}

  /** A text over the whole width. */
  across(value: string, style: CellStyle): void {
    this.cells.push({ row: this.row, column: 0, value, style });
    this.merges.push({ top: this.row, left: 0, bottom: this.row, right: this.widths.length - 1 });
    this.row += 1;
  }

  /** A sentence in as many rows as it needs: a merged row does not grow with its text. */
  paragraph(text: string): void {
    const room = this.widths.reduce((sum, width) => sum + width, 0) - 2;
    for (const line of wrapped(text, room)) this.across(line, 'meta');
  }

  skip(rows = 1): void {
    this.row += rows;
  }

  /** The next row begins a page. */
  newPage(): void {
    if (this.row > 0) this.breaks.push(this.row);
  }

  /** A table; a number is shown with two decimals, or whole in the columns of `whole`. */
  table(
    headers: readonly string[],
    rows: readonly (readonly (CellValue | null)[])[],
    whole: readonly number[] = [],
  ): Placed {
    const top = this.row;
    headers.forEach((value, column) => this.cells.push({ row: top, column, value, style: 'header' }));
    rows.forEach((line, at) =>
      line.forEach((value, column) =>
        this.cells.push({
          row: top + 1 + at,
          column,
          value: value ?? '',
          style: typeof value !== 'number' ? 'text' : whole.includes(column) ? 'integer' : 'decimal',
        }),
      ),
    );
    rows.forEach((line, at) => this.grow(top + 1 + at, line));
    this.row = top + 1 + rows.length;
    return { top, first: top + 1, last: top + rows.length };
  }

  /** A row with texts longer than their columns gets the height of its longest. */
  private grow(row: number, line: readonly (CellValue | null)[]): void {
    const height = this.heightOf(line);
    if (height > LINE_HEIGHT) this.heights.set(row, height);
  }

  /** Points that a row of a table takes. */
  private heightOf(line: readonly (CellValue | null)[]): number {
    const lines = line.map((value, column) =>
      typeof value === 'string' ? wrapped(value, Math.max(4, (this.widths[column] ?? 10) - 2)).length : 1,
    );
    return Math.max(1, ...lines) * LINE_HEIGHT;
  }

  /** Rows dealt out to pages: so many points are left for them on this page, and so many on each of the next. */
  dealt<Line extends readonly (CellValue | null)[]>(
    rows: readonly Line[],
    first: number,
    next: number,
  ): { readonly rows: readonly Line[]; readonly left: number }[] {
    const pages: { rows: Line[]; left: number }[] = [{ rows: [], left: first }];
    for (const line of rows) {
      const height = this.heightOf(line);
      let page = pages.at(-1)!;
      if (height > page.left && page.rows.length > 0) pages.push((page = { rows: [], left: next }));
      page.rows.push(line);
      page.left -= height;
    }
    return pages;
  }

  /** A chart below, over two columns of a table; none over an empty one. */
  chart(
    chart: Pick<NewChart, 'title' | 'kind'>,
    { first, last }: Placed,
    columns: { readonly categories: number; readonly values: number },
  ): void {
    if (last < first) return;
    const area = (column: number): Area => ({ top: first, left: column, bottom: last, right: column });
    const height = chart.kind === 'column' ? 15 : Math.max(10, Math.min(28, (last - first + 1) * 2 + 4));
    const top = this.row + 1;
    const place = { top, left: 0, bottom: top + height - 1, right: this.widths.length - 1 };
    this.charts.push({
      ...chart,
      categories: area(columns.categories),
      values: area(columns.values),
      place,
    });
    this.row = top + height;
  }

  sheet(landscape: boolean): PrintedSheet {
    return {
      name: this.name,
      cells: this.cells,
      merges: this.merges,
      columnWidths: this.widths,
      headerRows: 0,
      landscape,
      lists: [],
      charts: this.charts,
      pageBreaks: this.breaks,
      rowHeights: this.heights,
    };
  }
}
