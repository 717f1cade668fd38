import type { RowMove } from '../../../workbook/formulaMoves';
import { LAST_ROW } from '../../../workbook/formulaReferences';
import { relationsOf } from '../relations';
import type { SheetPart } from '../workbookPart';
import { problem } from '../problems';
import { attribute, replaceTags, withAttribute } from '../xml/tags';
import { moveAnchors, moveCommentBoxes } from './anchors';
import { movedDefinedNames } from './definedNames';
import { LINKING_PARTS, movedLinks } from './moveLinks';
import { MoveRefused, movedOnlooker, movedSheet } from './moveSheet';
import { movedTable, TABLE_FORMULAS } from './moveTable';
import { moveAttribute, moveFormulas, movedPlace } from './places';
import { isProtected, protectedSheet } from './protection';
import type { EditSession } from './session';

/**
 * Has rows come (`move.count` > 0) or go on a sheet as Excel does it, and everything that refers to them follow.
 * New rows take the formats of row `move.formatOf`. Throws `HostError` where it cannot be done.
 */
export function moveRows(session: EditSession, move: RowMove): void {
  if (move.count === 0) return;
  const sheet = session.sheet(move.sheet);
  const exact = { ...move, sheet: sheet.name };
  const refuse = (reason: string): never => {
    throw problem('unsupported', session.parts.name, `(工作表“${sheet.name}”:${reason})`);
  };
  const whole = Number.isInteger(move.row) && Number.isInteger(move.count);
  if (!whole || move.row < 0 || move.row + Math.abs(move.count) - 1 > LAST_ROW) refuse('行的位置超出工作表');
  if (isProtected(session.xml(sheet.path))) throw protectedSheet(sheet.name);
  session.noteFormulas();
  try {
    session.parts.setText(sheet.path, movedSheet(session.xml(sheet.path), exact));
    moveBelongings(session, sheet.path, exact);
  } catch (error) {
    if (error instanceof MoveRefused) refuse(error.message);
    throw error;
  }
  moveOnlookers(session, sheet.path, exact);
}

/** What other sheets, names, charts and pivot tables know of the moved cells. */
function moveOnlookers(session: EditSession, moved: string, move: RowMove): void {
  const { parts } = session;
  const book = session.book;
  for (const sheet of book.sheets) {
    if (!sheet.isWorksheet || sheet.path === moved || !session.mayLookElsewhere(sheet.path)) continue;
    parts.setText(sheet.path, movedOnlooker(session.xml(sheet.path), sheet.name, move));
  }
  for (const sheet of book.sheets) moveLinksOf(session, sheet, move);
  const names = book.sheets.map((sheet) => sheet.name);
  parts.setText(book.path, movedDefinedNames(session.xml(book.path), names, move));
  const own = new Set(relationsOf(parts, moved).map((relation) => relation.path));
  for (const path of parts.paths()) {
    if (/(?:^|\/)charts\/(?!style|colors)[^/]+\.xml$/i.test(path)) {
      parts.setText(path, moveFormulas(session.xml(path), 'f', '', move));
    } else if (/(?:^|\/)pivotCacheDefinition\d*\.xml$/i.test(path)) {
      parts.setText(path, movedPivotSource(session.xml(path), move));
    } else if (/(?:^|\/)tables\/[^/]+\.xml$/i.test(path) && !own.has(path)) {
      parts.setText(path, moveFormulas(session.xml(path), TABLE_FORMULAS, '', move));
    }
  }
}

/** Text boxes and controls of any sheet show and fill cells. */
function moveLinksOf({ parts }: EditSession, sheet: SheetPart, move: RowMove): void {
  for (const { type, path } of relationsOf(parts, sheet.path)) {
    const xml = path !== null && LINKING_PARTS.has(type) ? parts.text(path) : null;
    if (xml !== null) parts.setText(path!, movedLinks(xml, sheet.name, move));
  }
}

function movedPivotSource(xml: string, move: RowMove): string {
  return replaceTags(xml, 'worksheetSource', (tag) => {
    const place = attribute(tag, 'ref');
    if (place === null || attribute(tag, 'sheet')?.toLowerCase() !== move.sheet.toLowerCase()) return tag;
    const moved = movedPlace(place, move);
    return moved === null || moved === place ? tag : withAttribute(tag, 'ref', moved);
  });
}

/** The parts that belong to the sheet: tables, drawings, comments, pivot tables. */
function moveBelongings(session: EditSession, sheetPath: string, move: RowMove): void {
  const { parts } = session;
  for (const relation of relationsOf(parts, sheetPath)) {
    const xml = relation.path === null ? null : MOVERS[relation.type] && parts.text(relation.path);
    if (xml) parts.setText(relation.path!, MOVERS[relation.type]!(xml, move));
  }
}

const MOVERS: Readonly<Record<string, (xml: string, move: RowMove) => string>> = {
  table: movedTable,
  drawing: moveAnchors,
  vmlDrawing: moveCommentBoxes,
  comments: (xml, move) => moveAttribute(xml, 'comment', 'ref', move),
  threadedComment: (xml, move) => moveAttribute(xml, 'threadedComment', 'ref', move),
  pivotTable: (xml, move) => replaceTags(xml, 'location', (tag) => movedRefOf(tag, move) ?? tag),
};

function movedRefOf(tag: string, move: RowMove): string | null {
  const place = attribute(tag, 'ref');
  const moved = place === null ? null : movedPlace(place, move);
  return moved === null ? null : moved === place ? tag : withAttribute(tag, 'ref', moved);
}
