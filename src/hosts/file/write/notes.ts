import { cellName, parseCellName } from '../../../model';
import { isMarkNote } from '../../../workbook/marks';
import { relationsPath } from '../partPaths';
import { addRelation, dropRelation, type Relation, relationsOf } from '../relations';
import { anyAttribute, attribute, findElement, findElements, inner, replaceElements } from '../xml/tags';
import { escapeCellText, unescapeCellText, unescapeXml } from '../xml/text';
import { inDialect } from './dialect';
import { type Place, withBoxes, withoutBoxes } from './noteBoxes';
import type { EditSession } from './session';

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const NOTES_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml';
const BOXES_TYPE = 'application/vnd.openxmlformats-officedocument.vmlDrawing';
const AUTHOR = '服务测评助手';
/** What stands behind the reference to the drawing of the notes, in a sheet. */
const BEHIND =
  /^<(?:[\w.-]+:)?(?:legacyDrawingHF|picture|oleObjects|controls|AlternateContent|webPublishItems|tableParts|extLst)[\s/>]/;

/** A cell and the text of its note. */
export interface NotedCell extends Place {
  readonly note: string;
}

/** Puts notes on cells of a sheet. A cell that has a note or a comment already keeps it and gets none. */
export function addNotes(session: EditSession, sheetPath: string, cells: readonly NotedCell[]): void {
  const { parts } = session;
  const known = notesPart(session, sheetPath);
  const xml = known ? session.xml(known.path) : emptyNotes(session);
  if (!findElement(xml, 'authors') || !findElement(xml, 'commentList')) return;
  const taken = new Set(findElements(xml, 'comment').map(({ tag }) => attribute(tag, 'ref')));
  const free = cells.filter(({ row, column }) => !taken.has(cellName(row, column)));
  if (free.length === 0 || !addBoxes(session, sheetPath, free)) return;
  const path = known?.path ?? freePath(session, (number) => `xl/comments${number}.xml`);
  parts.setText(path, withNotes(xml, free));
  if (known) return;
  parts.setContentType(path, NOTES_TYPE);
  addRelation(parts, sheetPath, inDialect(session, `${RELATIONS}/comments`), path);
}

/** Takes the notes that go with marks off a sheet; `false` where it has none. What nothing else needs, goes too. */
export function removeNotes(session: EditSession, sheetPath: string): boolean {
  const known = notesPart(session, sheetPath);
  if (!known) return false;
  const xml = session.xml(known.path);
  const gone: Place[] = [];
  const kept = replaceElements(xml, 'comment', (whole, { tag }) => {
    const place = parseCellName(attribute(tag, 'ref') ?? '');
    if (!place || !isMarkNote(textOf(whole))) return whole;
    gone.push(place);
    return '';
  });
  if (gone.length === 0) return false;
  if (findElement(kept, 'comment')) session.parts.setText(known.path, withoutAuthor(kept));
  else dropPart(session, sheetPath, known);
  removeBoxes(session, sheetPath, gone);
  if (relationsOf(session.parts, sheetPath).length === 0) session.parts.remove(relationsPath(sheetPath));
  return true;
}

interface SheetRelation extends Relation {
  readonly path: string;
}

function notesPart({ parts }: EditSession, sheetPath: string): SheetRelation | null {
  const found = relationsOf(parts, sheetPath).find(({ type }) => type === 'comments');
  return found?.path && parts.has(found.path) ? { ...found, path: found.path } : null;
}

function boxesPart(session: EditSession, sheetPath: string): SheetRelation | null {
  const reference = findElement(session.xml(sheetPath), 'legacyDrawing');
  const id = reference && anyAttribute(reference.tag, 'id');
  const found = relationsOf(session.parts, sheetPath).find((relation) => relation.id === id);
  return found?.path && session.parts.has(found.path) ? { ...found, path: found.path } : null;
}

function emptyNotes(session: EditSession): string {
  return inDialect(
    session,
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="${MAIN}"><authors></authors>` +
      '<commentList></commentList></comments>',
  );
}

function withNotes(xml: string, cells: readonly NotedCell[]): string {
  const authors = findElement(xml, 'authors')!;
  const names = findElements(inner(xml, authors), 'author');
  const { prefix } = authors;
  const known = names.findIndex((one) => unescapeXml(inner(inner(xml, authors), one)) === AUTHOR);
  const author = known < 0 ? names.length : known;
  const added = cells.map(
    ({ row, column, note }) =>
      `<${prefix}comment ref="${cellName(row, column)}" authorId="${author}"><${prefix}text>` +
      `<${prefix}r><${prefix}t xml:space="preserve">${escapeCellText(note)}</${prefix}t></${prefix}r>` +
      `</${prefix}text></${prefix}comment>`,
  );
  const listed = appended(xml, 'commentList', added.join(''));
  return known < 0 ? appended(listed, 'authors', `<${prefix}author>${AUTHOR}</${prefix}author>`) : listed;
}

/** With `content` at the end of the element of that name, also where that is empty (`<authors/>`). */
function appended(xml: string, name: string, content: string): string {
  return replaceElements(xml, name, (whole, { tag, prefix }) => {
    const open = tag.endsWith('/>') ? `${tag.replace(/\s*\/>$/, '>')}</${prefix}${name}>` : whole;
    const end = open.lastIndexOf('</');
    return open.slice(0, end) + content + open.slice(end);
  });
}

/** Without the product as an author, where it is the last one (others are counted) and no note is left of it. */
function withoutAuthor(xml: string): string {
  const authors = findElement(xml, 'authors');
  if (!authors) return xml;
  const names = findElements(inner(xml, authors), 'author');
  const last = names.at(-1);
  if (!last || unescapeXml(inner(inner(xml, authors), last)) !== AUTHOR) return xml;
  const index = String(names.length - 1);
  if (findElements(xml, 'comment').some(({ tag }) => attribute(tag, 'authorId') === index)) return xml;
  return xml.slice(0, authors.openEnd + last.start) + xml.slice(authors.openEnd + last.end);
}

function textOf(comment: string): string {
  const pieces = findElements(comment, 't').map((piece) => unescapeXml(inner(comment, piece)));
  return unescapeCellText(pieces.join(''));
}

/** `false` where the sheet's drawing is of no known form: then it is left alone. */
function addBoxes(session: EditSession, sheetPath: string, places: readonly Place[]): boolean {
  const { parts } = session;
  const known = boxesPart(session, sheetPath);
  const boxes = withBoxes(known ? session.xml(known.path) : null, places);
  if (boxes === null) return false;
  if (known) {
    parts.setText(known.path, boxes);
    return true;
  }
  const path = freePath(session, (number) => `xl/drawings/vmlDrawing${number}.vml`);
  parts.setText(path, boxes);
  parts.setContentType(path, BOXES_TYPE);
  const id = addRelation(parts, sheetPath, inDialect(session, `${RELATIONS}/vmlDrawing`), path);
  const xml = session.xml(sheetPath);
  const at = placeFor(xml);
  const { prefix } = findElement(xml, 'worksheet')!;
  const namespace = inDialect(session, RELATIONS);
  const reference = `<${prefix}legacyDrawing xmlns:r="${namespace}" r:id="${id}"/>`;
  parts.setText(sheetPath, xml.slice(0, at) + reference + xml.slice(at));
  return true;
}

/** Goes from element to element of the sheet itself: rules and filters have extensions of their own inside. */
function placeFor(xml: string): number {
  const end = findElement(xml, 'worksheet')!.close;
  const after = (from: number) => findElement(xml, '[\\w.-]+', from);
  for (let next = after(findElement(xml, 'sheetData')!.end); next; next = after(next.end)) {
    if (BEHIND.test(next.tag)) return next.start;
  }
  return end;
}

function removeBoxes(session: EditSession, sheetPath: string, gone: readonly Place[]): void {
  const known = boxesPart(session, sheetPath);
  if (!known) return;
  const kept = withoutBoxes(session.xml(known.path), gone);
  if (kept !== null) {
    session.parts.setText(known.path, kept);
    return;
  }
  dropPart(session, sheetPath, known);
  const xml = session.xml(sheetPath);
  session.parts.setText(
    sheetPath,
    replaceElements(xml, 'legacyDrawing', () => ''),
  );
}

function dropPart({ parts }: EditSession, sheetPath: string, { id, path }: SheetRelation): void {
  dropRelation(parts, sheetPath, id);
  parts.remove(path);
  parts.dropContentType(path);
}

function freePath({ parts }: EditSession, name: (number: number) => string): string {
  let number = 1;
  while (parts.has(name(number))) number += 1;
  return name(number);
}
