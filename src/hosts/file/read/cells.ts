import { columnNumber } from '../../../model';
import { attribute, findElement, type Element } from '../xml/tags';
import { XmlFault } from '../xml/text';

/** A cell as it stands in the XML of a sheet. Positions in the text are those of the text that was scanned. */
export interface RawCell {
  /** 0-based. */
  readonly row: number;
  readonly column: number;
  /** `<c ...>` as written. */
  readonly tag: string;
  /** What stands in it, as written; empty for an empty element. */
  readonly content: string;
  readonly start: number;
  readonly end: number;
}

/** A row as it stands in the XML of a sheet. */
export interface RawRow {
  /** 0-based. */
  readonly row: number;
  readonly element: Element;
}

const CELL = /<((?:[\w.-]+:)?)c(?=[\s/>])[^<>]*>/g;
const REFERENCE = /\sr\s*=\s*["']\$?([A-Za-z]{1,3})\$?(\d{1,7})["']/;

/** A cell that says where it stands, in whatever words. */
const PLACED = /\sr\s*=/;
const LAST_COLUMN = 16_383;

function isInRow(reference: RegExpExecArray, row: number, column: number): boolean {
  return Number(reference[2]) === row + 1 && column <= LAST_COLUMN;
}

/** The rows between `from` and `to`, in the order of the file. A row without a number follows the one before. */
export function* rowsOf(xml: string, from: number, to: number): Generator<RawRow> {
  let row = -1;
  for (let element = findElement(xml, 'row', from); element; element = findElement(xml, 'row', element.end)) {
    if (element.start >= to) return;
    const number = attribute(element.tag, 'r');
    row = number === null ? row + 1 : Number(number) - 1;
    yield { row, element };
  }
}

/** The cells of a row. A cell without a reference follows the one before. Throws `XmlFault` for one without an end, and for
 *  one that says it stands in another row: where it belongs cannot be told. */
export function* cellsOf(xml: string, { row, element }: RawRow): Generator<RawCell> {
  const base = element.openEnd;
  const text = xml.slice(base, element.close);
  const pattern = new RegExp(CELL);
  let column = -1;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const tag = match[0];
    const reference = REFERENCE.exec(tag);
    column = reference ? columnNumber(reference[1]!) : column + 1;
    if (reference ? !isInRow(reference, row, column) : PLACED.test(tag))
      throw new XmlFault(`row ${row + 1}: ${tag}`);
    const openEnd = match.index + tag.length;
    const empty = tag.endsWith('/>');
    const close = empty ? openEnd : text.indexOf(`</${match[1]}c`, openEnd);
    const end = empty ? openEnd : text.indexOf('>', close) + 1;
    if (close < 0 || end <= 0) throw new XmlFault(`row ${row + 1}: a cell without an end`);
    pattern.lastIndex = end;
    yield {
      row,
      column,
      tag,
      content: text.slice(openEnd, close),
      start: base + match.index,
      end: base + end,
    };
  }
}

/** Where the rows of a sheet stand in its XML; `null` where it has no `sheetData`. */
export function sheetData(xml: string): Element | null {
  return findElement(xml, 'sheetData');
}
