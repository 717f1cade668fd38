import { cellName } from '../../../model';
import type { CellStyle, NewCell, NewSheet } from '../../../workbook/host';
import { writeArea } from '../read/areas';
import { escapeXml } from '../xml/text';
import { cellXml } from './cellXml';
import { lineCounts } from './lineCounts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
/** Points; room for a title in its size. */
const TITLE_HEIGHT = 30;
/** Points that a row of one line takes. */
const LINE_HEIGHT = 15;
/** Points of the highest row that Excel has. */
const HIGHEST = 405;

/** The XML of a new sheet. `styles` gives the format index of each kind of cell. */
export function newSheetXml(sheet: NewSheet, styles: ReadonlyMap<CellStyle, number>): string {
  return [
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${MAIN}">`,
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    dimension(sheet.cells),
    views(sheet.headerRows),
    '<sheetFormatPr defaultRowHeight="15"/>',
    columns(sheet.columnWidths),
    `<sheetData>${rows(sheet, styles)}</sheetData>`,
    sheet.filter ? `<autoFilter ref="${writeArea(sheet.filter)}"/>` : '',
    list(
      'mergeCells',
      sheet.merges.map((area) => `<mergeCell ref="${writeArea(area)}"/>`),
    ),
    list('dataValidations', sheet.lists.map(validation)),
    hyperlinks(sheet.cells),
    '<printOptions horizontalCentered="1"/>',
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>',
    `<pageSetup paperSize="9" orientation="${sheet.landscape ? 'landscape' : 'portrait'}" fitToWidth="1" fitToHeight="0"/>`,
    '<headerFooter><oddFooter>&amp;C第 &amp;P 页,共 &amp;N 页</oddFooter></headerFooter></worksheet>',
  ].join('');
}

function list(name: string, entries: readonly string[]): string {
  return entries.length === 0 ? '' : `<${name} count="${entries.length}">${entries.join('')}</${name}>`;
}

function hyperlinks(cells: readonly NewCell[]): string {
  const entries = cells.flatMap(({ row, column, link }) => {
    if (!link) return [];
    const location = `'${link.sheet.replace(/'/g, "''")}'!${cellName(link.row, link.column)}`;
    return [`<hyperlink ref="${cellName(row, column)}" location="${escapeXml(location)}"/>`];
  });
  return entries.length === 0 ? '' : `<hyperlinks>${entries.join('')}</hyperlinks>`;
}

function dimension(cells: readonly NewCell[]): string {
  const bottom = cells.reduce((last, cell) => Math.max(last, cell.row), 0);
  const right = cells.reduce((last, cell) => Math.max(last, cell.column), 0);
  return `<dimension ref="${writeArea({ top: 0, left: 0, bottom, right })}"/>`;
}

function views(headerRows: number): string {
  if (headerRows === 0) return '<sheetViews><sheetView workbookViewId="0"/></sheetViews>';
  const corner = cellName(headerRows, 0);
  return (
    '<sheetViews><sheetView workbookViewId="0">' +
    `<pane ySplit="${headerRows}" topLeftCell="${corner}" activePane="bottomLeft" state="frozen"/>` +
    `<selection pane="bottomLeft" activeCell="${corner}" sqref="${corner}"/></sheetView></sheetViews>`
  );
}

function columns(widths: readonly number[]): string {
  if (widths.length === 0) return '';
  const cols = widths.map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  return `<cols>${cols.join('')}</cols>`;
}

function rows(sheet: NewSheet, styles: ReadonlyMap<CellStyle, number>): string {
  const byRow = new Map<number, Map<number, NewCell>>();
  const lines = lineCounts(sheet);
  for (const cell of sheet.cells) {
    const row = byRow.get(cell.row) ?? new Map<number, NewCell>();
    byRow.set(cell.row, row.set(cell.column, cell));
  }
  return [...byRow.keys()]
    .sort((a, b) => a - b)
    .map((row) => {
      const line = [...byRow.get(row)!.values()].sort((a, b) => a.column - b.column);
      const high = line.some((cell) => cell.style === 'title')
        ? ` ht="${TITLE_HEIGHT}" customHeight="1"`
        : fitted(lines.get(row) ?? 1);
      const text = line.map((cell) =>
        cellXml('', cellName(row, cell.column), String(styles.get(cell.style)), cell.value),
      );
      return `<row r="${row + 1}"${high}>${text.join('')}</row>`;
    })
    .join('');
}

/** The height of a row of several lines. It is no custom one: Excel fits the row anew when somebody types into it. */
function fitted(lines: number): string {
  return lines > 1 ? ` ht="${Math.min(lines * LINE_HEIGHT, HIGHEST)}"` : '';
}

function validation({ area, values }: NewSheet['lists'][number]): string {
  const formula = `"${values.join(',').replace(/"/g, '""')}"`;
  return (
    '<dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1" ' +
    `errorTitle="${escapeXml('请从列表中选择')}" sqref="${writeArea(area)}">` +
    `<formula1>${escapeXml(formula)}</formula1></dataValidation>`
  );
}
