import { strToU8, zipSync } from 'fflate';

/** A cell of a workbook for tests: a value, or a formula, an error, a style. */
export type BuiltCell =
  | string
  | number
  | boolean
  | {
      readonly formula?: string;
      /** The stored result of the formula; left out: not calculated. */
      readonly value?: string | number | boolean;
      readonly error?: string;
      /** Index into `formats`, as style. */
      readonly style?: number;
    };

/** A tab of a workbook for tests. */
export interface BuiltSheet {
  readonly name: string;
  /** By name, `A1`. */
  readonly cells: Readonly<Record<string, BuiltCell>>;
  readonly merges?: readonly string[];
  readonly hidden?: boolean;
  /** XML in front of and behind `sheetData` (behind the merges). */
  readonly head?: string;
  readonly tail?: string;
  /** XML of the rows instead of `cells`. */
  readonly rows?: string;
  /** Entries of the sheet's relations. */
  readonly relations?: string;
}

/** A workbook for tests. */
export interface BuiltWorkbook {
  readonly sheets: readonly BuiltSheet[];
  /** Entries of `definedNames`. */
  readonly names?: readonly { readonly name: string; readonly ref: string; readonly localSheet?: number }[];
  readonly date1904?: boolean;
  /** Number formats; style 0 is General, style n the n-th of these. */
  readonly formats?: readonly string[];
  /** Further parts by path, and their content types. */
  readonly parts?: Readonly<Record<string, string>>;
  readonly contentTypes?: Readonly<Record<string, string>>;
  /** Relations of the workbook beside sheets and styles. */
  readonly relations?: string;
  /** XML behind the defined names. */
  readonly workbookTail?: string;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml.';

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

function cellText(name: string, cell: BuiltCell): string {
  if (typeof cell !== 'object') return valueText(name, '', '', cell);
  const style = cell.style === undefined ? '' : ` s="${cell.style}"`;
  if (cell.error !== undefined) return `<c r="${name}"${style} t="e"><v>${cell.error}</v></c>`;
  const formula = cell.formula === undefined ? '' : `<f>${escape(cell.formula)}</f>`;
  if (cell.value === undefined)
    return formula ? `<c r="${name}"${style}>${formula}</c>` : `<c r="${name}"${style}/>`;
  return valueText(name, style, formula, cell.value);
}

function valueText(name: string, style: string, formula: string, value: string | number | boolean): string {
  if (typeof value === 'number') return `<c r="${name}"${style}>${formula}<v>${value}</v></c>`;
  if (typeof value === 'boolean') return `<c r="${name}"${style} t="b">${formula}<v>${value ? 1 : 0}</v></c>`;
  if (formula !== '') return `<c r="${name}"${style} t="str">${formula}<v>${escape(value)}</v></c>`;
  return `<c r="${name}"${style} t="inlineStr"><is><t xml:space="preserve">${escape(value)}</t></is></c>`;
}

function columnOf(name: string): number {
  return [...name.replace(/\d/g, '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

function rowsText(cells: Readonly<Record<string, BuiltCell>>): string {
  const rows = new Map<number, string[]>();
  for (const name of Object.keys(cells)) {
    const row = Number(name.replace(/\D/g, ''));
    rows.set(row, [...(rows.get(row) ?? []), name]);
  }
  return [...rows.keys()]
    .sort((a, b) => a - b)
    .map((row) => {
      const names = rows.get(row)!.sort((a, b) => columnOf(a) - columnOf(b));
      return `<row r="${row}">${names.map((name) => cellText(name, cells[name]!)).join('')}</row>`;
    })
    .join('');
}

function sheetXml(sheet: BuiltSheet): string {
  const merges = sheet.merges ?? [];
  const merged =
    merges.length === 0
      ? ''
      : `<mergeCells count="${merges.length}">${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}">` +
    `${sheet.head ?? ''}<sheetData>${sheet.rows ?? rowsText(sheet.cells)}</sheetData>${merged}${sheet.tail ?? ''}</worksheet>`
  );
}

function stylesXml(formats: readonly string[]): string {
  const codes = formats.map((code, at) => `<numFmt numFmtId="${200 + at}" formatCode="${escape(code)}"/>`);
  const styles = formats.map(
    (_, at) =>
      `<xf numFmtId="${200 + at}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`,
  );
  const numFmts = codes.length === 0 ? '' : `<numFmts count="${codes.length}">${codes.join('')}</numFmts>`;
  return (
    `<styleSheet xmlns="${MAIN}">${numFmts}<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>` +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs count="${styles.length + 1}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${styles.join('')}</cellXfs>` +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
  );
}

function workbookXml(book: BuiltWorkbook): string {
  const sheets = book.sheets.map(
    (sheet, at) =>
      `<sheet name="${escape(sheet.name)}" sheetId="${at + 1}"${sheet.hidden ? ' state="hidden"' : ''} r:id="rId${at + 1}"/>`,
  );
  const names = (book.names ?? []).map(({ name, ref, localSheet }) => {
    const owner = localSheet === undefined ? '' : ` localSheetId="${localSheet}"`;
    return `<definedName name="${name}"${owner}>${escape(ref)}</definedName>`;
  });
  return (
    `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><workbookPr${book.date1904 ? ' date1904="1"' : ''}/>` +
    `<sheets>${sheets.join('')}</sheets>` +
    `${names.length === 0 ? '' : `<definedNames>${names.join('')}</definedNames>`}${book.workbookTail ?? ''}</workbook>`
  );
}

function contentTypes(book: BuiltWorkbook): string {
  const own = book.sheets.map(
    (_, at) => [`xl/worksheets/sheet${at + 1}.xml`, `${TYPES}worksheet+xml`] as const,
  );
  const all = [
    ['xl/workbook.xml', `${TYPES}sheet.main+xml`] as const,
    ['xl/styles.xml', `${TYPES}styles+xml`] as const,
    ...own,
    ...Object.entries(book.contentTypes ?? {}),
  ];
  const overrides = all.map(([path, type]) => `<Override PartName="/${path}" ContentType="${type}"/>`);
  return (
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    `<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>${overrides.join('')}</Types>`
  );
}

function relations(entries: string): string {
  return `<Relationships xmlns="${PACKAGE}/relationships">${entries}</Relationships>`;
}

/** The bytes of a small .xlsx file, the same for the same workbook. Every host can be filled with them. */
export function buildWorkbook(book: BuiltWorkbook): Uint8Array {
  const tabs = book.sheets.map(
    (_, at) =>
      `<Relationship Id="rId${at + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  );
  const styles = `<Relationship Id="rIdStyles" Type="${RELATIONS}/styles" Target="styles.xml"/>`;
  const parts: Record<string, string> = {
    '[Content_Types].xml': contentTypes(book),
    '_rels/.rels': relations(
      `<Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/>`,
    ),
    'xl/workbook.xml': workbookXml(book),
    'xl/_rels/workbook.xml.rels': relations(tabs.join('') + styles + (book.relations ?? '')),
    'xl/styles.xml': stylesXml(book.formats ?? []),
  };
  book.sheets.forEach((sheet, at) => {
    parts[`xl/worksheets/sheet${at + 1}.xml`] = sheetXml(sheet);
    if (sheet.relations) parts[`xl/worksheets/_rels/sheet${at + 1}.xml.rels`] = relations(sheet.relations);
  });
  const files = Object.entries({ ...parts, ...book.parts }).map(
    ([path, text]) => [path, strToU8(text)] as const,
  );
  return zipSync(Object.fromEntries(files), { mtime: new Date(2020, 0, 1) });
}
