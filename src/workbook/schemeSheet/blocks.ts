import { type CellRef, type CellValue, isPlainText } from '../../model';
import { cellKey, type SheetSnapshot, valueAt } from '../snapshot';
import {
  BAND_HEADERS,
  HISTORY_HEADERS,
  INDICATOR_HEADERS,
  RULING_HEADERS,
  SECTION_HEADERS,
  SETTINGS,
} from './labels';

/** A text made comparable: full-width forms plain, without spaces at its ends and line breaks within. */
export function plainText(value: CellValue): string {
  return String(value)
    .normalize('NFKC')
    .replace(/[\r\n]+/g, '')
    .trim();
}

/** One row below a header: what stands under a header, and in which cell. */
export interface BlockRow {
  readonly row: number;
  readonly cell: (header: string) => CellRef;
  readonly value: (header: string) => CellValue;
  readonly text: (header: string) => string;
  /** As it stands, without spaces at its ends: titles and clauses are the owner's own words. */
  readonly words: (header: string) => string;
}

/** A table of the sheet: its header's columns by text, and its rows down to the first blank one. */
export interface Block {
  readonly headerRow: number;
  readonly columns: ReadonlyMap<string, number>;
  readonly rows: readonly BlockRow[];
}

/** Rows in which the table of indicators is looked for. */
const DEEPEST = 40;

/** Headers by which the tables are told from one another. */
export const KEYS = {
  indicators: INDICATOR_HEADERS.id,
  sections: SECTION_HEADERS.id,
  rulings: RULING_HEADERS.key,
  bands: BAND_HEADERS.title,
  history: HISTORY_HEADERS.version,
} as const;

/** The tables of a sheet by name, each told by a header (`keys`); the columns of each may stand in any order. */
export function blocksOf<Name extends string>(
  sheet: SheetSnapshot,
  keys: Readonly<Record<Name, string>>,
): ReadonlyMap<Name, Block> {
  const heads = new Map<Name, number>();
  for (let row = sheet.top; row < sheet.top + sheet.values.length; row += 1) {
    const texts = (sheet.values[row - sheet.top] ?? []).map(plainText);
    for (const [name, key] of Object.entries(keys) as [Name, string][]) {
      if (!heads.has(name) && texts.includes(plainText(key))) heads.set(name, row);
    }
  }
  const starts = new Set(heads.values());
  return new Map([...heads].map(([name, row]) => [name, blockAt(sheet, row, starts)]));
}

function blockAt(sheet: SheetSnapshot, headerRow: number, starts: ReadonlySet<number>): Block {
  const columns = new Map<string, number>();
  (sheet.values[headerRow - sheet.top] ?? []).forEach((value, index) => {
    const text = plainText(value);
    if (text !== '' && !columns.has(text)) columns.set(text, sheet.left + index);
  });
  const rows: BlockRow[] = [];
  const used = [...columns.values()];
  const isBlank = (row: number): boolean =>
    used.every((column) => plainText(valueAt(sheet, row, column)) === '');
  for (let row = headerRow + 1; row < sheet.top + sheet.values.length; row += 1) {
    if (starts.has(row) || isBlank(row)) break;
    rows.push(rowAt(sheet, row, columns));
  }
  return { headerRow, columns, rows };
}

function rowAt(sheet: SheetSnapshot, row: number, columns: ReadonlyMap<string, number>): BlockRow {
  const own = (header: string): number | undefined => columns.get(plainText(header));
  const at = (header: string): number => own(header) ?? Math.min(...columns.values());
  const value = (header: string): CellValue => {
    const column = own(header);
    return column === undefined ? '' : valueAt(sheet, row, column);
  };
  return {
    row,
    cell: (header) => ({ sheet: sheet.name, row, column: at(header) }),
    value,
    text: (header) => plainText(value(header)),
    words: (header) => String(value(header)).trim(),
  };
}

/** A setting above the tables: the cell behind its label. */
export interface Setting {
  readonly value: CellValue;
  readonly cell: CellRef;
}

/** The settings by name, each looked for above the indicators. */
export function settingsIn(sheet: SheetSnapshot): ReadonlyMap<keyof typeof SETTINGS, Setting> {
  const found = new Map<keyof typeof SETTINGS, Setting>();
  const labels = Object.entries(SETTINGS) as [keyof typeof SETTINGS, string][];
  for (let row = sheet.top; row < sheet.top + sheet.values.length; row += 1) {
    const cells = sheet.values[row - sheet.top] ?? [];
    if (cells.some((value) => plainText(value) === KEYS.indicators)) break;
    cells.forEach((value, index) => {
      const name = labels.find(([, label]) => plainText(value).replace(/:$/, '') === plainText(label))?.[0];
      const column = sheet.left + index + 1;
      if (name && !found.has(name)) {
        found.set(name, { value: valueAt(sheet, row, column), cell: { sheet: sheet.name, row, column } });
      }
    });
  }
  return found;
}

/** Whether a cell stands under a percent format: its number is the fraction itself. */
export function isPercentCell(sheet: SheetSnapshot, { row, column }: CellRef): boolean {
  return (sheet.formats.get(cellKey(row, column)) ?? '').includes('%');
}

/** How the rules on a sheet are written: indicators and sections, or parameters of a table. */
export type SheetForm = 'indicators' | 'table';

/** Labels that every sheet of rules has, and headers of its table of indicators: a bit each, by the text as it is compared. */
const HEAD = bitsOf([SETTINGS.id, SETTINGS.version], 0);
const COLUMNS = bitsOf([INDICATOR_HEADERS.id, INDICATOR_HEADERS.kind, INDICATOR_HEADERS.points], HEAD.size);
const LABELS: ReadonlyMap<string, number> = new Map([...HEAD, ...COLUMNS]);
const LENGTHS = new Set(Array.from(LABELS.keys(), ({ length }) => length));

function bitsOf(labels: readonly string[], first: number): ReadonlyMap<string, number> {
  return new Map(labels.map((label, index) => [plainText(label), 1 << (first + index)]));
}

const allOf = (bits: ReadonlyMap<string, number>): number =>
  [...bits.values()].reduce((sum, bit) => sum | bit, 0);
const ALL_HEAD = allOf(HEAD);
const ALL_COLUMNS = allOf(COLUMNS);

/** How the rules of a sheet are written; `null` for a sheet of anything else. */
export function sheetForm(sheet: SheetSnapshot): SheetForm | null {
  let seen = 0;
  // It stands near the top; a detail sheet may have hundreds of thousands of rows.
  const rows = Math.min(DEEPEST, sheet.values.length);
  for (let row = 0; row < rows; row += 1) {
    const marks = marksOf(sheet.values[row]!);
    if ((marks & ALL_COLUMNS) === ALL_COLUMNS) return 'indicators';
    seen |= marks;
  }
  return (seen & ALL_HEAD) === ALL_HEAD ? 'table' : null;
}

/** Whether a sheet is one of rules. */
export function isSchemeSheet(sheet: SheetSnapshot): boolean {
  return sheetForm(sheet) !== null;
}

/** Those of the labels and headers looked for that stand in a row, as bits. */
function marksOf(cells: readonly CellValue[]): number {
  let marks = 0;
  for (const value of cells) {
    // Every workbook is looked at for them: what can be none of the labels is left out before it is made comparable.
    if (typeof value !== 'string' || value === '') continue;
    const isPlain = isPlainText(value);
    if (isPlain && !LENGTHS.has(value.length)) continue;
    marks |= LABELS.get(isPlain ? value : plainText(value).replace(/:$/, '')) ?? 0;
  }
  return marks;
}
