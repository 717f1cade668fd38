import { cellName, type Area, type Slices } from '../../model';
import type { CellStyle, NewCell, NewSheet } from '../../workbook/host';
import { entryFor } from './entry';
import { blockOf } from './ranges';
import { gatherRunsInSlices } from './runs';

interface Look {
  readonly boxed: boolean;
  readonly format: string;
  readonly horizontal: 'Left' | 'Center' | 'Right';
  readonly bold?: boolean;
  /** Points. */
  readonly size?: number;
  readonly color?: string;
  readonly fill?: string;
}

const FONT = '宋体';
const LINE = '#808080';

/** The same looks as in the sheets that the file host makes. */
const LOOKS: Readonly<Record<CellStyle, Look>> = {
  title: { boxed: false, format: 'General', horizontal: 'Center', bold: true, size: 16 },
  meta: { boxed: false, format: 'General', horizontal: 'Left' },
  header: { boxed: true, format: 'General', horizontal: 'Center', bold: true, fill: '#DCE6F1' },
  text: { boxed: true, format: '@', horizontal: 'Left' },
  integer: { boxed: true, format: '0', horizontal: 'Right' },
  decimal: { boxed: true, format: '0.00', horizontal: 'Right' },
  percent: { boxed: true, format: '0.00%', horizontal: 'Right' },
  date: { boxed: true, format: 'yyyy-mm-dd', horizontal: 'Center' },
  flag: { boxed: true, format: 'General', horizontal: 'Center' },
  note: { boxed: false, format: 'General', horizontal: 'Left', size: 10, color: '#595959' },
};

const EDGES = [
  'EdgeTop',
  'EdgeBottom',
  'EdgeLeft',
  'EdgeRight',
  'InsideHorizontal',
  'InsideVertical',
] as const;

/** Points; room for a title in its size. */
const TITLE_HEIGHT = 30;

/** Width in points of so many characters of the standard font: 7 pixels each and 5 of margin, 0.75 points a pixel. */
function points(characters: number): number {
  return (characters * 7 + 5) * 0.75;
}

/** Makes the sheet at the end of the workbook, ready to print on A4, one page wide; `extent` is the area to print. */
export function* addSheet(context: Excel.RequestContext, made: NewSheet, extent: Area): Slices<void> {
  const sheet = context.workbook.worksheets.add(made.name);
  yield* addCells(sheet, made.cells);
  for (const area of made.merges) blockOf(sheet, area).merge();
  made.columnWidths.forEach((width, column) => {
    blockOf(sheet, { top: 0, left: column, bottom: 0, right: column }).format.columnWidth = points(width);
  });
  for (const { area, values } of made.lists) {
    blockOf(sheet, area).dataValidation.rule = { list: { inCellDropDown: true, source: values.join(',') } };
  }
  if (made.filter) sheet.autoFilter.apply(blockOf(sheet, made.filter));
  setUpPage(sheet, made, extent);
}

/** Fills cells of a sheet that was just made, with their looks and links. */
export function* addCells(sheet: Excel.Worksheet, cells: readonly NewCell[]): Slices<void> {
  for (const alike of dressedAlike(cells)) yield* paint(sheet, alike);
  const entry = ({ value, style }: NewCell) => entryFor(value, LOOKS[style].format);
  for (const run of yield* gatherRunsInSlices(cells, entry)) {
    blockOf(sheet, run.area).values = run.rows.map((row) => [...row]);
    yield;
  }
  addLinks(sheet, cells);
}

function addLinks(sheet: Excel.Worksheet, cells: readonly NewCell[]): void {
  for (const { row, column, value, link } of cells) {
    if (!link) continue;
    const documentReference = `'${link.sheet.replace(/'/g, "''")}'!${cellName(link.row, link.column)}`;
    blockOf(sheet, { top: row, left: column, bottom: row, right: column }).hyperlink = {
      documentReference,
      textToDisplay: String(value),
    };
  }
}

/**
 * Cells that look alike but for their number formats, which blocks take cell by cell: in a column of points some are whole,
 * and each of these would be a block of its own, with two dozen actions.
 */
function dressedAlike(cells: readonly NewCell[]): Iterable<NewCell[]> {
  const groups = new Map<string, NewCell[]>();
  for (const cell of cells) {
    const group = groups.get(DRESSES[cell.style]);
    if (group) group.push(cell);
    else groups.set(DRESSES[cell.style], [cell]);
  }
  return groups.values();
}

/** What styles have in common that are dressed together. */
const DRESSES = Object.fromEntries(
  Object.entries(LOOKS).map(([style, look]) => [style, JSON.stringify({ ...look, format: '' })]),
) as Readonly<Record<CellStyle, string>>;

function* paint(sheet: Excel.Worksheet, alike: readonly NewCell[]): Slices<void> {
  const { style } = alike[0]!;
  const look = LOOKS[style];
  yield;
  for (const { area, rows } of yield* gatherRunsInSlices(alike, (cell) => LOOKS[cell.style].format)) {
    setFormats(sheet, area, rows);
    const { format } = blockOf(sheet, area);
    dress(format, look);
    if (style === 'title') format.rowHeight = TITLE_HEIGHT;
    if (look.boxed) box(format, area);
    yield;
  }
}

/** Neighbouring columns that have one format throughout are told it once (Excel takes a single value for a whole block). */
function setFormats(sheet: Excel.Worksheet, area: Area, rows: readonly (readonly string[])[]): void {
  const formatOf = (offset: number): string | null => {
    const first = rows[0]![offset]!;
    return rows.every((row) => row[offset] === first) ? first : null;
  };
  const columns = rows[0]!.map((_, offset) => formatOf(offset));
  for (let from = 0; from < columns.length;) {
    const format = columns[from]!;
    let to = from + 1;
    while (to < columns.length && columns[to] === format) to += 1;
    const block = { ...area, left: area.left + from, right: area.left + to - 1 };
    if (format === null) blockOf(sheet, block).numberFormat = rows.map((row) => row.slice(from, to));
    else if (format !== 'General') (blockOf(sheet, block) as { numberFormat: unknown }).numberFormat = format;
    from = to;
  }
}

function dress(format: Excel.RangeFormat, { horizontal, bold, size, color, fill }: Look): void {
  format.horizontalAlignment = horizontal;
  format.verticalAlignment = 'Center';
  format.wrapText = true;
  format.font.name = FONT;
  format.font.size = size ?? 11;
  if (bold) format.font.bold = true;
  if (color !== undefined) format.font.color = color;
  if (fill !== undefined) format.fill.color = fill;
}

function box(format: Excel.RangeFormat, area: Area): void {
  for (const edge of EDGES) {
    // A block of one row or column has no inside lines in that direction.
    if (edge === 'InsideHorizontal' && area.top === area.bottom) continue;
    if (edge === 'InsideVertical' && area.left === area.right) continue;
    const border = format.borders.getItem(edge);
    border.style = 'Continuous';
    border.color = LINE;
  }
}

function setUpPage(
  sheet: Excel.Worksheet,
  { headerRows, landscape, filter }: NewSheet,
  { bottom: last, right }: Area,
): void {
  const bottom = Math.max(last, filter?.bottom ?? 0);
  const page = sheet.pageLayout;
  page.orientation = landscape ? 'Landscape' : 'Portrait';
  page.paperSize = 'A4';
  page.zoom = { horizontalFitToPages: 1 };
  page.centerHorizontally = true;
  page.setPrintArea(`A1:${cellName(bottom, right)}`);
  if (headerRows > 0) {
    sheet.freezePanes.freezeRows(headerRows);
    page.setPrintTitleRows(`$1:$${headerRows}`);
  }
}
