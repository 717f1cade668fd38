import { LAST_ROW } from '../../../workbook/formulaReferences';
import { movedRow, type RowMove } from '../../../workbook/formulaMoves';
import { parseArea } from '../read/areas';
import { rowsOf, sheetData, type RawRow } from '../read/cells';
import { attribute, findElement, inner, replaceElements, replaceTags, withAttribute } from '../xml/tags';
import { moveAnchors } from './anchors';
import { movedLinks } from './moveLinks';
import {
  moveAttribute,
  moveBreaks,
  moveFormulas,
  moveMerges,
  movedPlace,
  movedPlaces,
  moveRules,
  withCount,
} from './places';
import { numbered } from './rows';
import { withoutSharedFormulas } from './sharedFormulas';

/** Why rows cannot come or go here; the caller makes the sentence. */
export class MoveRefused extends Error {}

/**
 * The XML of a sheet after rows came or went on it. Throws `MoveRefused` where Excel would not do it either.
 */
export function movedSheet(xml: string, move: RowMove): string {
  const plain = withoutSharedFormulas(numbered(xml));
  const data = sheetData(plain);
  if (!data) return plain;
  const head = plain.slice(0, data.openEnd);
  const tail = plain.slice(data.close);
  return movedHead(head, move) + movedRows(plain, data, move) + movedTail(tail, move);
}

/** The XML of a sheet whose formulas look at the sheet on which rows came or went; the same text if none does. */
export function movedOnlooker(xml: string, home: string, move: RowMove): string {
  if (!mayLookAt(xml)) return xml;
  const plain = withoutSharedFormulas(xml);
  const moved = moveFormulas(plain, 'f|formula|formula1|formula2', home, move);
  return moved === plain ? xml : moved;
}

function mayLookAt(xml: string): boolean {
  return xml.includes('!') && findElement(xml, 'f|formula|formula1|formula2') !== null;
}

function movedHead(head: string, move: RowMove): string {
  const sized = moveAttribute(head, 'dimension', 'ref', move);
  return replaceElements(sized, 'sheetViews', (views) =>
    replaceTags(views, 'sheetView|pane|selection', (tag) => movedView(tag, move)),
  );
}

/** What is looked at and what is selected stays the same cells; the frozen rows stay as many as they are. */
function movedView(tag: string, move: RowMove): string {
  let next = tag;
  const corner = attribute(tag, 'topLeftCell');
  const area = corner === null ? null : parseArea(corner);
  if (area && area.top > move.row)
    next = withAttribute(next, 'topLeftCell', movedPlace(corner!, move) ?? corner);
  const active = attribute(tag, 'activeCell');
  const selected = attribute(tag, 'sqref');
  if (active === null && selected === null) return next;
  const cell = active === null ? null : movedPlace(active, move);
  const places = selected === null ? null : movedPlaces(selected, move);
  if ((active !== null && cell === null) || (selected !== null && places === null)) {
    const fallback = `A${move.row + 1}`;
    return withAttribute(
      withAttribute(withAttribute(next, 'activeCellId', null), 'activeCell', fallback),
      'sqref',
      fallback,
    );
  }
  if (cell !== active) next = withAttribute(next, 'activeCell', cell);
  return places === selected ? next : withAttribute(next, 'sqref', places);
}

function movedRows(xml: string, data: { openEnd: number; close: number }, move: RowMove): string {
  const pieces: string[] = [];
  let added = false;
  let template: string | null = null;
  const rows = [...rowsOf(xml, data.openEnd, data.close)];
  const pattern = rows.find((row) => row.row === move.formatOf);
  if (pattern) template = emptyRow(xml.slice(pattern.element.start, pattern.element.end), pattern);
  const addNew = (): void => {
    added = true;
    if (template === null) return;
    for (let row = move.row; row < move.row + move.count; row++) pieces.push(renumbered(template, row));
  };
  for (const row of rows) {
    if (!added && row.row >= move.row) addNew();
    const text = xml.slice(row.element.start, row.element.end);
    const next = movedRow(row.row, move);
    if (next === row.row) pieces.push(text);
    else if (next !== null) pieces.push(renumbered(text, next));
    else if (move.count > 0 && holdsContent(text)) throw new MoveRefused(`第 ${LAST_ROW + 1} 行以外放不下`);
  }
  if (!added) addNew();
  return movedCellFormulas(pieces.join(''), move);
}

function holdsContent(row: string): boolean {
  return findElement(row, 'v|is|f') !== null;
}

/** A row with the formats of another one and nothing in it. */
function emptyRow(text: string, { element }: RawRow): string {
  const tag = replaceTags(element.tag, 'row', (open) =>
    ['hidden', 'collapsed'].reduce((kept, key) => withAttribute(kept, key, null), open),
  );
  const cells = replaceElements(text.slice(element.tag.length), 'c', (_, cell) => {
    const style = attribute(cell.tag, 's');
    const name = attribute(cell.tag, 'r') ?? '';
    return style === null ? '' : `<${cell.prefix}c r="${name}" s="${style}"/>`;
  });
  return tag + cells;
}

/** The row with another number, on itself and on its cells. `row` is 0-based. */
function renumbered(text: string, row: number): string {
  const number = row + 1;
  return text
    .replace(/^<[^>]*>/, (tag) => withAttribute(tag, 'r', String(number)))
    .replace(/<(?:[\w.-]+:)?c(?=\s)[^>]*>/g, (tag) =>
      tag.replace(
        /(\sr\s*=\s*["'])([A-Za-z]{1,3})\d+/,
        (_, start: string, letters: string) => start + letters + number,
      ),
    );
}

function movedCellFormulas(rows: string, move: RowMove): string {
  const moved = moveFormulas(rows, 'f', move.sheet, move);
  return replaceTags(moved, 'f', (tag) => {
    const block = attribute(tag, 'ref');
    if (block === null) return tag;
    const area = parseArea(block);
    const next = movedPlace(block, move);
    if (area && next === null) return tag;
    if (area && isSplit(area, move)) throw new MoveRefused(`数组公式 ${block} 会被拆开`);
    const inputs = ['r1', 'r2'].reduce((kept, key) => {
      const place = attribute(kept, key);
      return place === null ? kept : withAttribute(kept, key, movedPlace(place, move) ?? place);
    }, tag);
    return next === block ? inputs : withAttribute(inputs, 'ref', next);
  });
}

/** Whether the move would tear a block of an array formula. */
function isSplit(area: { top: number; bottom: number }, move: RowMove): boolean {
  if (area.top === area.bottom) return false;
  if (move.count > 0) return move.row > area.top && move.row <= area.bottom;
  const end = move.row - move.count;
  return move.row <= area.bottom && end > area.top;
}

function movedTail(tail: string, move: RowMove): string {
  const formulas = 'formula|formula1|formula2|f';
  const steps: ((xml: string) => string)[] = [
    (xml) => moveMerges(xml, move),
    (xml) => moveRules(xml, 'conditionalFormatting', 'formula|f', move),
    (xml) =>
      withCount(xml, 'dataValidations', 'dataValidation', (list) =>
        moveRules(list, 'dataValidation', formulas, move),
      ),
    (xml) => moveAttribute(xml, 'autoFilter', 'ref', move),
    (xml) => moveAttribute(xml, 'sortState', 'ref', move),
    (xml) => replaceTags(xml, 'sortCondition', (tag) => movedTagPlace(tag, 'ref', move)),
    (xml) => replaceTags(xml, 'inputCells|cellWatch', (tag) => movedTagPlace(tag, 'r', move)),
    (xml) => replaceElements(xml, 'hyperlinks', (list) => moveAttribute(list, 'hyperlink', 'ref', move)),
    (xml) => replaceElements(xml, 'hyperlinks', (list, e) => (inner(xml, e).trim() === '' ? '' : list)),
    (xml) => moveAttribute(xml, 'protectedRange', 'sqref', move),
    (xml) => moveAttribute(xml, 'ignoredError', 'sqref', move),
    (xml) => moveBreaks(xml, move),
    (xml) => replaceElements(xml, 'sparkline', (whole) => movedSparkline(whole, move)),
    (xml) =>
      replaceElements(xml, 'oleObjects|controls', (list) =>
        movedLinks(moveAnchors(list, move), move.sheet, move),
      ),
  ];
  return steps.reduce((xml, step) => step(xml), tail);
}

function movedTagPlace(tag: string, key: 'ref' | 'r', move: RowMove): string {
  const place = attribute(tag, key);
  const moved = place === null ? null : movedPlace(place, move);
  return moved === null || moved === place ? tag : withAttribute(tag, key, moved);
}

function movedSparkline(whole: string, move: RowMove): string {
  const place = findElement(whole, 'sqref');
  const moved = place ? movedPlaces(inner(whole, place), move) : null;
  if (!place || moved === null) return '';
  const located = whole.slice(0, place.openEnd) + moved + whole.slice(place.close);
  return moveFormulas(located, 'f', move.sheet, move);
}
