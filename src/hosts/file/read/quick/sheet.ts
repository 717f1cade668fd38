import type { SheetSnapshot } from '../../../../workbook/snapshot';
import { readMerges } from '../areas';
import type { SheetFacts } from '../facts';
import { decodeXml } from '../../xml/text';
import { findElement } from '../../xml/tags';
import { requireWellFormed } from '../../xml/wellFormed';
import { CellReader, type CellContext } from './cellReader';
import { nameOf, type Cursor } from './cursor';
import { rootCursor } from './part';

const DATA = nameOf('sheetData');
const ROW = nameOf('row');
const R = 114;
const LAST_ROW = 1_048_575;
/** Sums are looked at once in that many rows. */
const EVERY = 256;

/** What there is still room for, over all sheets together; `full` is called, and throws, where there is none left. */
export interface Room {
  cells: number;
  places: number;
  readonly full: (sheet: string, why: 'cells' | 'places') => never;
}

/** A sheet as it was read. */
export interface ReadSheet {
  readonly sheet: SheetSnapshot;
  readonly facts: SheetFacts;
}

/** Reads the XML of a worksheet in one pass over its bytes, which must be UTF-8. Throws `Unfamiliar`. */
export function readSheet(
  bytes: Uint8Array,
  tab: { readonly name: string; readonly visible: boolean },
  context: CellContext,
  room: Room,
): ReadSheet {
  const cursor = rootCursor(bytes, 'worksheet');
  if (cursor.endOfTag()) cursor.refuse('an empty sheet');
  const cells = new CellReader(cursor, context);
  const dataStart = findData(cursor);
  if (!cursor.isEmpty) readRows(cursor, cells, (why) => room.full(tab.name, why), room);
  const tail = decodeXml(bytes.subarray(cursor.at));
  // The rows were taken tag by tag; what stands around them must hang together too.
  requireWellFormed(decodeXml(bytes.subarray(0, dataStart)) + tail);
  const formulas = cells.formulas.formulas;
  for (const key of formulas.keys()) cells.grid.touch(Math.floor(key / 16384), key % 16384);
  room.cells -= cells.count + formulas.size;
  room.places -= cells.grid.places();
  if (room.cells < 0) room.full(tab.name, 'cells');
  if (room.places < 0) room.full(tab.name, 'places');
  const { uncalculated, errors, formats } = cells;
  return {
    sheet: {
      ...tab,
      formulas,
      uncalculated,
      errors,
      formats,
      merges: readMerges(tail, context.allowance),
      ...cells.grid.block(),
    },
    facts: {
      hasFormulas: formulas.size > 0,
      looksElsewhere: cells.looksElsewhere || looksElsewhere(tail),
    },
  };
}

/** Goes to the rows and tells where `sheetData` begins. It may be an empty element. */
function findData(cursor: Cursor): number {
  for (;;) {
    const closes = cursor.toTag();
    if (closes) cursor.refuse('a sheet without rows');
    const start = cursor.at - 1;
    if (cursor.takes(DATA)) {
      cursor.endOfTag();
      return start;
    }
    skipAny(cursor);
  }
}

/** Goes over an element of whatever name. */
function skipAny(cursor: Cursor): void {
  const { bytes } = cursor;
  let depth = 0;
  do {
    const next = bytes[cursor.at];
    if (next === 33 || next === 63) cursor.refuse('a comment');
    const closes = next === 47;
    if (closes) cursor.at++;
    while (!isNameEnd(bytes[cursor.at])) cursor.at++;
    const isEmpty = cursor.endOfTag();
    if (closes) depth--;
    else if (!isEmpty) depth++;
    if (depth > 0) cursor.at = cursor.endOfText() + 1;
  } while (depth > 0);
}

function isNameEnd(byte: number | undefined): boolean {
  return byte === undefined || byte === 62 || byte === 47 || byte === 32 || (byte > 8 && byte < 14);
}

function readRows(
  cursor: Cursor,
  cells: CellReader,
  full: (why: 'cells' | 'places') => never,
  room: Room,
): void {
  let row = -1;
  let seen = 0;
  while (!cursor.toTag()) {
    if (!cursor.takes(ROW)) cursor.refuse('an element of another kind among the rows');
    const number = rowNumber(cursor) ?? row + 2;
    if (number <= row + 1 || number > LAST_ROW + 1) cursor.refuse('rows out of order');
    row = number - 1;
    if (cursor.isEmpty) continue;
    cells.readRow(row);
    cursor.close(ROW);
    if (++seen % EVERY !== 0) continue;
    if (cells.count > room.cells) full('cells');
    if (cells.grid.places() > room.places) full('places');
  }
  cursor.close(DATA);
}

function rowNumber(cursor: Cursor): number | null {
  let number: number | null = null;
  while (cursor.nextAttribute()) {
    if (!cursor.isNamed(R)) continue;
    if (number !== null) cursor.refuse('an attribute twice');
    number = cursor.wholeNumber();
  }
  return number;
}

function looksElsewhere(tail: string): boolean {
  return tail.includes('!') && findElement(tail, 'f|formula|formula1|formula2') !== null;
}
