import type { CellObject } from '@e965/xlsx';
import { cellName, type Area, type CellValue } from '../../../model';
import { cellKey, type SheetSnapshot } from '../../../workbook/snapshot';
import { attribute, findElement, inner } from '../xml/tags';
import { unescapeCellText, unescapeXml, withLineFeeds, XmlFault } from '../xml/text';
import type { Allowance } from './allowance';
import { readMerges } from './areas';
import { cellsOf, rowsOf, sheetData, type RawCell, type RawRow } from './cells';
import { FormulaReader, formulaElement, writtenFormula } from './formulas';
import { eachCell, type SparseRows } from './values';

/** What was found in the XML of a sheet, before its values are known. */
export interface ScannedSheet {
  /** The cells with content alone, each with its place, for the value reader. */
  readonly bare: string;
  /** Number of cells in `bare`. */
  readonly count: number;
  readonly formulas: ReadonlyMap<number, string>;
  readonly uncalculated: ReadonlySet<number>;
  /** Values that are known already: errors, and texts that a formula gave. */
  readonly known: ReadonlyMap<number, string>;
  readonly errors: ReadonlySet<number>;
  readonly formats: ReadonlyMap<number, string>;
  readonly merges: readonly Area[];
}

const NUMBER = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?\s*$/i;

/** Whether it is a number, and one that a figure can be: `1E400` stays text. */
function isNumber(raw: string): boolean {
  return NUMBER.test(raw) && Number.isFinite(Number(raw));
}

/**
 * Goes through the XML of a sheet once. `formats` are those that matter, by style. Cells without content, however
 * many have a format, leave no trace.
 */
export function scanSheet(
  xml: string,
  formats: ReadonlyMap<number, string>,
  allowance: Allowance,
): ScannedSheet {
  const scan = new SheetScan(formats, allowance);
  if (!findElement(xml, 'worksheet')) throw new XmlFault('no worksheet');
  const data = sheetData(xml);
  for (const row of data ? rowsOf(xml, data.openEnd, data.close) : []) {
    if (holdsContent(xml, row)) scan.addRow(cellsOf(xml, row));
  }
  return {
    bare: `<worksheet><sheetData>${scan.pieces.join('')}</sheetData></worksheet>`,
    count: scan.count,
    formulas: scan.reader.formulas,
    uncalculated: scan.uncalculated,
    known: scan.known,
    errors: scan.errors,
    formats: scan.formats,
    merges: readMerges(xml, allowance, data?.end),
  };
}

/** A row whose cells are all empty elements is passed over at once. */
function holdsContent(xml: string, { element }: RawRow): boolean {
  return xml.slice(element.openEnd, element.close).includes('</');
}

class SheetScan {
  readonly pieces: string[] = [];
  readonly reader: FormulaReader;
  readonly uncalculated = new Set<number>();
  readonly known = new Map<number, string>();
  readonly errors = new Set<number>();
  readonly formats = new Map<number, string>();
  count = 0;

  constructor(
    private readonly styles: ReadonlyMap<number, string>,
    allowance: Allowance,
  ) {
    this.reader = new FormulaReader(allowance);
  }

  addRow(cells: Iterable<RawCell>): void {
    let line = '';
    let number = 0;
    for (const cell of cells) {
      if (cell.content === '') continue;
      const text = this.addCell(cell);
      if (text === '') continue;
      line += text;
      number = cell.row + 1;
      this.count++;
    }
    if (line !== '') this.pieces.push(`<row r="${number}">${line}</row>`);
  }

  /** The cell for the value reader, empty where there is nothing to read. */
  private addCell(cell: RawCell): string {
    const key = cellKey(cell.row, cell.column);
    const formula = formulaElement(cell);
    if (formula) this.reader.add(writtenFormula(cell, formula));
    const content = formula
      ? cell.content.slice(0, formula.start) + cell.content.slice(formula.end)
      : cell.content;
    const type = attribute(cell.tag, 't') ?? 'n';
    const value = findElement(content, 'v');
    const raw = value ? inner(content, value) : '';
    if (formula && raw === '' && !(type === 'str' && value)) this.uncalculated.add(key);
    if (raw === '' && type !== 'inlineStr') return '';
    const format = this.styles.get(Number(attribute(cell.tag, 's') ?? 0));
    if (format !== undefined) this.formats.set(key, format);
    if (type === 'e') this.errors.add(key);
    if (type === 'e' || type === 'str' || (type === 'n' && !isNumber(raw))) {
      this.known.set(key, withLineFeeds(unescapeCellText(unescapeXml(raw))));
      return '';
    }
    return `<c r="${cellName(cell.row, cell.column)}" t="${type}">${content}</c>`;
  }
}

/**
 * Puts the values to what was scanned. `null` where the block from the first to the last content takes more than
 * `room` places.
 */
export function assembleSheet(
  name: string,
  visible: boolean,
  scanned: ScannedSheet,
  values: SparseRows,
  room: number,
): SheetSnapshot | null {
  const grid = new Grid();
  eachCell(values, (row, column, cell) => {
    const value = valueOf(cell);
    if (value !== '') grid.put(row, column, value);
  });
  for (const [key, value] of scanned.known) grid.put(Math.floor(key / 16384), key % 16384, value);
  for (const key of scanned.formulas.keys()) grid.touch(Math.floor(key / 16384), key % 16384);
  const { formulas, uncalculated, errors, formats, merges } = scanned;
  if (grid.places() > room) return null;
  return { name, visible, formulas, uncalculated, errors, formats, merges, ...grid.block() };
}

function valueOf(cell: CellObject | undefined): CellValue {
  const value = cell?.v;
  return typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean' ? value : '';
}

const NOTHING: readonly CellValue[] = [];

/** Rows of values, as far as there are any. */
class Grid {
  private readonly rows = new Map<number, CellValue[]>();
  private left = Infinity;
  private top = Infinity;
  private bottom = -1;

  touch(row: number, column: number): CellValue[] {
    this.left = Math.min(this.left, column);
    this.top = Math.min(this.top, row);
    this.bottom = Math.max(this.bottom, row);
    const known = this.rows.get(row);
    if (known) return known;
    const made: CellValue[] = [];
    this.rows.set(row, made);
    return made;
  }

  put(row: number, column: number, value: CellValue): void {
    this.touch(row, column)[column] = value;
  }

  /** Places that `block` takes: one a row, and one for each cell up to the last of it. */
  places(): number {
    let places = this.bottom < 0 ? 0 : this.bottom - this.top + 1;
    for (const row of this.rows.values()) places += Math.max(0, row.length - this.left);
    return places;
  }

  block(): { top: number; left: number; values: (readonly CellValue[])[] } {
    if (this.bottom < 0) return { top: 0, left: 0, values: [] };
    const { top, left } = this;
    const line = (_: unknown, index: number): readonly CellValue[] => {
      const row = this.rows.get(top + index);
      if (!row) return NOTHING;
      return Array.from({ length: Math.max(0, row.length - left) }, (_place, at) => row[at + left] ?? '');
    };
    return { top, left, values: Array.from({ length: this.bottom - top + 1 }, line) };
  }
}
