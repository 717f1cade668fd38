import { read, type CellObject, type WorkBook } from '@e965/xlsx';
import { packFile, writeArchive } from '../zip/pack';
import { encodeXml } from '../xml/text';

/** A sheet for the value reader: its XML, in which empty cells may be left out. */
export interface SheetText {
  readonly xml: string;
}

const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml.';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Cells by row and column of the sheet; what is not there is a hole. */
export type SparseRows = readonly (readonly (CellObject | undefined)[] | undefined)[];

/** Goes over the cells that are there; holes, however many, cost nothing. */
export function eachCell(
  rows: SparseRows,
  visit: (row: number, column: number, cell: CellObject) => void,
): void {
  for (const row in rows) {
    const line = rows[row];
    for (const column in line) {
      const cell = line[Number(column)];
      if (cell) visit(Number(row), Number(column), cell);
    }
  }
}

/**
 * Values of the sheets, row by row (sparse), read by SheetJS from a package that holds nothing but cells and texts:
 * what else a workbook holds can neither slow nor disturb it. `null` for a sheet that could not be read.
 */
export function readValues(
  sheets: readonly SheetText[],
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

function barePackage(
  sheets: readonly SheetText[],
  sharedStrings: string | null,
  date1904: boolean,
): Uint8Array {
  const parts: [string, string][] = sheets.map(({ xml }, index) => [
    `xl/worksheets/sheet${index + 1}.xml`,
    xml,
  ]);
  if (sharedStrings !== null) parts.push(['xl/sharedStrings.xml', sharedStrings]);
  const overrides = [
    `<Override PartName="/xl/workbook.xml" ContentType="${TYPES}sheet.main+xml"/>`,
    ...sheets.map(
      (_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${TYPES}worksheet+xml"/>`,
    ),
    sharedStrings === null
      ? ''
      : `<Override PartName="/xl/sharedStrings.xml" ContentType="${TYPES}sharedStrings+xml"/>`,
  ];
  parts.unshift(
    [
      '[Content_Types].xml',
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${overrides.join('')}</Types>`,
    ],
    [
      'xl/workbook.xml',
      `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><workbookPr date1904="${date1904 ? 1 : 0}"/><sheets>` +
        sheets.map((_, i) => `<sheet name="s${i}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('') +
        '</sheets></workbook>',
    ],
    [
      'xl/_rels/workbook.xml.rels',
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
        sheets
          .map(
            (_, i) =>
              `<Relationship Id="rId${i + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
          )
          .join('') +
        '</Relationships>',
    ],
  );
  return writeArchive(parts.map(([path, text]) => packFile(path, encodeXml(text), 0)));
}
