import { cellName } from '../../../model';
import { cellsOf, rowsOf, sheetData, type RawCell, type RawRow } from '../read/cells';
import { findElement, withAttribute, type Element } from '../xml/tags';

/** What a cell becomes: its new XML, or `null` for no cell at all. `old` is `null` where there was none. */
export type CellRewrite = (old: RawCell | null, row: RawRow | null) => string | null;

/** New cells by row and column, 0-based. */
export type RowEdits = ReadonlyMap<number, ReadonlyMap<number, CellRewrite>>;

/** The `sheetData` of a sheet; an empty one gets a closing tag so that rows can come in. */
export function openSheetData(xml: string): { xml: string; data: Element } | null {
  const data = sheetData(xml);
  if (!data || data.close !== data.end) return data && { xml, data };
  const tag = data.tag.replace(/\s*\/>$/, '>');
  const open = `${xml.slice(0, data.start)}${tag}</${data.prefix}sheetData>${xml.slice(data.end)}`;
  return { xml: open, data: sheetData(open)! };
}

/** Gives every row and cell that leaves out its number the number it has. */
export function numbered(xml: string): string {
  const data = sheetData(xml);
  if (!data) return xml;
  const body = xml.slice(data.openEnd, data.close);
  if (!/<(?:[\w.-]+:)?(?:row|c)(?=[\s/>])(?![^>]*\sr\s*=)[^>]*>/.test(body)) return xml;
  let out = xml.slice(0, data.openEnd);
  for (const row of rowsOf(xml, data.openEnd, data.close)) {
    out += withAttribute(row.element.tag, 'r', String(row.row + 1));
    for (const cell of cellsOf(xml, row)) {
      const tag = withAttribute(cell.tag, 'r', cellName(cell.row, cell.column));
      out += tag + xml.slice(cell.start + cell.tag.length, cell.end);
    }
    out += xml.slice(row.element.close, row.element.end);
  }
  return out + xml.slice(data.close);
}

/** Rewrites cells of the rows of a sheet; rows and cells that are not there come in at their place. */
export function editRows(source: string, edits: RowEdits): string {
  const opened = openSheetData(numbered(source));
  if (!opened) return source;
  const { xml, data } = opened;
  const waiting = [...edits.keys()].sort((a, b) => a - b);
  const pieces: string[] = [];
  let done = 0;
  let next = 0;
  const insertUpTo = (row: number, at: number): void => {
    for (; next < waiting.length && waiting[next]! < row; next++) {
      const text = newRow(data.prefix, waiting[next]!, edits.get(waiting[next]!)!);
      if (text === '') continue;
      pieces.push(xml.slice(done, at), text);
      done = at;
    }
  };
  for (const row of rowsOf(xml, data.openEnd, data.close)) {
    insertUpTo(row.row, row.element.start);
    if (waiting[next] !== row.row) continue;
    pieces.push(xml.slice(done, row.element.start), editedRow(xml, row, edits.get(row.row)!));
    done = row.element.end;
    next++;
  }
  insertUpTo(Infinity, data.close);
  pieces.push(xml.slice(done));
  return pieces.join('');
}

function newRow(prefix: string, row: number, edits: ReadonlyMap<number, CellRewrite>): string {
  const columns = [...edits.keys()].sort((a, b) => a - b);
  const cells = columns.map((column) => edits.get(column)!(null, null) ?? '').join('');
  return cells === '' ? '' : `<${prefix}row r="${row + 1}">${cells}</${prefix}row>`;
}

function editedRow(xml: string, row: RawRow, edits: ReadonlyMap<number, CellRewrite>): string {
  const { element } = row;
  const waiting = [...edits.keys()].sort((a, b) => a - b);
  let next = 0;
  let out = '';
  const insertUpTo = (column: number): void => {
    for (; next < waiting.length && waiting[next]! < column; next++) {
      out += edits.get(waiting[next]!)!(null, row) ?? '';
    }
  };
  for (const cell of cellsOf(xml, row)) {
    insertUpTo(cell.column);
    if (waiting[next] === cell.column) out += edits.get(waiting[next++]!)!(cell, row) ?? '';
    else out += xml.slice(cell.start, cell.end);
  }
  insertUpTo(Infinity);
  const tag = withSpans(element.tag.replace(/\s*\/>$/, '>'), waiting);
  return `${tag}${out}</${element.prefix}row>`;
}

/** `spans` is a hint for readers; one that no longer holds is widened. */
function withSpans(tag: string, columns: readonly number[]): string {
  const spans = /\sspans\s*=\s*["'](\d+):(\d+)["']/.exec(tag);
  if (!spans || columns.length === 0) return tag;
  const from = Math.min(Number(spans[1]), columns[0]! + 1);
  const to = Math.max(Number(spans[2]), columns.at(-1)! + 1);
  return withAttribute(tag, 'spans', `${from}:${to}`);
}

/** The `dimension` of a sheet, brought up to date with a block of cells that came in. */
export function findDimension(xml: string): Element | null {
  const dimension = findElement(xml, 'dimension');
  const data = sheetData(xml);
  return dimension && data && dimension.start < data.start ? dimension : null;
}
