import type { CellObject } from '@e965/xlsx';
import { cellName, type Area, type CellValue } from '../../../model';
import { cellKey, type SheetSnapshot } from '../../../workbook/snapshot';
import { attribute, findElement, findElements, inner } from '../xml/tags';
import { unescapeCellText, unescapeXml } from '../xml/text';
import { parseArea } from './areas';
import { cellsOf, rowsOf, sheetData, type RawCell } from './cells';
import { FormulaReader, formulaElement } from './formulas';

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

/**
 * Goes through the XML of a sheet once. `formats` are those that matter, by style. Cells without content, however
 * many have a format, leave no trace.
 */
export function scanSheet(xml: string, formats: ReadonlyMap<number, string>): ScannedSheet {
  const scan = new SheetScan(formats);
  const data = sheetData(xml);
  if (data) for (const row of rowsOf(xml, data.openEnd, data.close)) scan.addRow(cellsOf(xml, row));
  const merges = findElement(xml, 'mergeCells', data?.end ?? 0);
  return {
    bare: `<worksheet><sheetData>${scan.pieces.join('')}</sheetData></worksheet>`,
    count: scan.count,
    formulas: scan.reader.formulas,
    uncalculated: scan.uncalculated,
    known: scan.known,
    errors: scan.errors,
    formats: scan.formats,
    merges: merges ? readMerges(inner(xml, merges)) : [],
  };
}

function readMerges(xml: string): Area[] {
  return findElements(xml, 'mergeCell')
    .map(({ tag }) => parseArea(attribute(tag, 'ref') ?? ''))
    .filter((area) => area !== null);
}

class SheetScan {
  readonly pieces: string[] = [];
  readonly reader = new FormulaReader();
  readonly uncalculated = new Set<number>();
  readonly known = new Map<number, string>();
  readonly errors = new Set<number>();
  readonly formats = new Map<number, string>();
  count = 0;

  constructor(private readonly styles: ReadonlyMap<number, string>) {}

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
    if (formula) this.reader.add(cell, formula);
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
    if (type === 'e' || type === 'str' || (type === 'n' && !NUMBER.test(raw))) {
      this.known.set(key, unescapeCellText(unescapeXml(raw)));
      return '';
    }
    return `<c r="${cellName(cell.row, cell.column)}" t="${type}">${content}</c>`;
  }
}

/** Puts the values to what was scanned. `values` is sparse, by row and column of the sheet. */
export function assembleSheet(
  name: string,
  visible: boolean,
  scanned: ScannedSheet,
  values: readonly (readonly (CellObject | undefined)[] | undefined)[],
): SheetSnapshot {
  const grid = new Grid();
  values.forEach((row, at) =>
    row?.forEach((cell, column) => {
      const value = valueOf(cell);
      if (value !== '') grid.put(at, column, value);
    }),
  );
  for (const [key, value] of scanned.known) grid.put(Math.floor(key / 16384), key % 16384, value);
  for (const key of scanned.formulas.keys()) grid.touch(Math.floor(key / 16384), key % 16384);
  const { formulas, uncalculated, errors, formats, merges } = scanned;
  return { name, visible, formulas, uncalculated, errors, formats, merges, ...grid.block() };
}

function valueOf(cell: CellObject | undefined): CellValue {
  const value = cell?.v;
  return typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean' ? value : '';
}

const NOTHING: readonly CellValue[] = [];

/** Rows of values, as far as there are any. */
class Grid {
  private readonly rows: CellValue[][] = [];
  private left = Infinity;
  private top = Infinity;

  touch(row: number, column: number): CellValue[] {
    this.left = Math.min(this.left, column);
    this.top = Math.min(this.top, row);
    return (this.rows[row] ??= []);
  }

  put(row: number, column: number, value: CellValue): void {
    this.touch(row, column)[column] = value;
  }

  block(): { top: number; left: number; values: (readonly CellValue[])[] } {
    if (this.top === Infinity) return { top: 0, left: 0, values: [] };
    const values: (readonly CellValue[])[] = [];
    for (let row = this.top; row < this.rows.length; row++) {
      const line = this.rows[row];
      values.push(
        line
          ? Array.from(
              { length: Math.max(0, line.length - this.left) },
              (_, at) => line[at + this.left] ?? '',
            )
          : NOTHING,
      );
    }
    return { top: this.top, left: this.left, values };
  }
}
