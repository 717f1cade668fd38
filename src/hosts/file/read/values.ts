import { read, type CellObject, type WorkBook } from '@e965/xlsx';
import { storeFile, writeArchive } from '../zip/pack';
import { encodeXml } from '../xml/text';
import { withRareSigns } from './rareSigns';

const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml.';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Cells by row and column of the sheet; what is not there is a hole. */
export type SparseRows = readonly (readonly (CellObject | undefined)[] | undefined)[];

/** Goes over the cells that are there; holes, however many, cost nothing. */
export function eachCell(
  rows: SparseRows,
  visit: (row: number, column: number, cell: CellObject) => void,
): void {
  for (const row of Object.keys(rows).map(Number)) {
    const line = rows[row] ?? [];
    for (const column of Object.keys(line).map(Number)) {
      const cell = line[column];
      if (cell) visit(row, column, cell);
    }
  }
}

/**
 * Values of the sheets (given as XML), row by row, read by SheetJS from a package that holds nothing but cells and texts:
 * what else a workbook holds can neither slow nor disturb it. `null` for a sheet that could not be read.
 */
export function readValues(
  sheets: readonly string[],
  sharedStrings: string | null,
  date1904: boolean,
): (SparseRows | null)[] {
  const book: WorkBook = read(barePackage(sheets, sharedStrings, date1904), {
    type: 'array',
    dense: true,
    sheetStubs: true,
    cellFormula: true,
    cellText: false,
    cellHTML: false,
  });
  return sheets.map((_, index) => {
    const sheet: unknown = book.Sheets[`s${index}`]?.['!data'];
    return Array.isArray(sheet) ? (sheet as SparseRows) : null;
  });
}

/** A package of the sheets (their XML) and the shared texts, stored without packing. */
function barePackage(sheets: readonly string[], sharedStrings: string | null, date1904: boolean): Uint8Array {
  const strings =
    sharedStrings === null ? [] : ([['xl/sharedStrings.xml', withRareSigns(sharedStrings)]] as const);
  const parts: (readonly [string, string])[] = [
    ['[Content_Types].xml', contentTypes(sheets.length, sharedStrings !== null)],
    ['xl/workbook.xml', workbook(sheets.length, date1904)],
    ['xl/_rels/workbook.xml.rels', relations(sheets.length)],
    ...sheets.map((xml, index) => [sheetPath(index), withRareSigns(xml)] as const),
    ...strings,
  ];
  return writeArchive(parts.map(([path, text]) => storeFile(path, encodeXml(text))));
}

function sheetPath(index: number): string {
  return `xl/worksheets/sheet${index + 1}.xml`;
}

/** One text for each sheet, joined. */
function each(count: number, text: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => text(index)).join('');
}

function contentTypes(count: number, hasStrings: boolean): string {
  const part = (path: string, type: string): string =>
    `<Override PartName="/${path}" ContentType="${TYPES}${type}+xml"/>`;
  const sheets = each(count, (index) => part(sheetPath(index), 'worksheet'));
  const strings = hasStrings ? part('xl/sharedStrings.xml', 'sharedStrings') : '';
  return `<Types xmlns="${PACKAGE}/content-types">${part('xl/workbook.xml', 'sheet.main')}${sheets}${strings}</Types>`;
}

function workbook(count: number, date1904: boolean): string {
  const tabs = each(count, (i) => `<sheet name="s${i}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`);
  const properties = `<workbookPr date1904="${date1904 ? 1 : 0}"/>`;
  return `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}">${properties}<sheets>${tabs}</sheets></workbook>`;
}

function relations(count: number): string {
  const entries = each(
    count,
    (i) => `<Relationship Id="rId${i + 1}" Type="${RELATIONS}/worksheet" Target="/${sheetPath(i)}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${entries}</Relationships>`;
}
