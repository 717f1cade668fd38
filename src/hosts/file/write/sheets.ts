import { cellName } from '../../../model';
import type { NewSheet } from '../../../workbook/host';
import { HostError } from '../../../workbook/host';
import { formulaWithoutSheet } from '../../../workbook/formulaMoves';
import { addRelation, dropRelation } from '../relations';
import { problem } from '../problems';
import { isOn } from '../workbookPart';
import {
  attribute,
  findElement,
  findElements,
  inner,
  replaceElements,
  replaceTags,
  withAttribute,
} from '../xml/tags';
import { escapeXml, unescapeXml } from '../xml/text';
import { addDefinedName, mapDefinedNames } from './definedNames';
import { inDialect } from './dialect';
import { newSheetXml } from './newSheetXml';
import type { EditSession } from './session';
import { withoutSharedFormulas } from './sharedFormulas';
import { styleIndexes } from './styles';

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';
/** Excel takes no longer list of allowed values. */
const LONGEST_LIST = 255;
/** As much as a cell of Excel holds. */
const LONGEST_TEXT = 32_767;
/** What XML cannot hold, and halves of a pair. */
const UNWRITABLE = /[\p{Cc}\p{Cs}\ufffe\uffff]/u;

/** Adds a sheet behind the others. Throws `HostError` where its name or one of its lists cannot be. */
export function addSheet(session: EditSession, sheet: NewSheet): void {
  const { parts, book } = session;
  requireOpenStructure(session);
  const fault = faultOf(sheet, new Set(book.sheets.map((tab) => tab.name.toLowerCase())));
  if (fault !== null) throw problem('unsupported', parts.name, `(新工作表“${sheet.name}”:${fault})`);
  let number = book.sheets.length + 1;
  while (parts.has(`xl/worksheets/sheet${number}.xml`)) number++;
  const path = `xl/worksheets/sheet${number}.xml`;
  const styles = styleIndexes(session, new Set(sheet.cells.map((cell) => cell.style)));
  parts.setText(path, inDialect(session, newSheetXml(sheet, styles)));
  parts.setContentType(path, CONTENT);
  const id = addRelation(parts, book.path, inDialect(session, `${RELATIONS}/worksheet`), path);
  const listed = withTab(session.xml(book.path), sheet.name, id, inDialect(session, RELATIONS));
  const titles = `'${sheet.name.replace(/'/g, "''")}'!$1:$${sheet.headerRows}`;
  const named =
    sheet.headerRows > 0 ? addDefinedName(listed, '_xlnm.Print_Titles', book.sheets.length, titles) : listed;
  parts.setText(book.path, named);
}

function requireOpenStructure(session: EditSession): void {
  const protection = findElement(session.xml(session.book.path), 'workbookProtection');
  if (!protection || !isOn(attribute(protection.tag, 'lockStructure'))) return;
  throw new HostError(
    'protected',
    '工作簿的结构受保护,不能增删工作表。请先在“审阅”中撤销工作簿保护,再试一次。',
  );
}

function faultOf(sheet: NewSheet, taken: ReadonlySet<string>): string | null {
  if (sheet.name === '' || sheet.name.length > 31) return '名称应为 1 到 31 个字';
  if (/[[\]:*?/\\]|^'|'$/.test(sheet.name)) return '名称中不能有 [ ] : * ? / \\,首尾不能是单引号';
  if (UNWRITABLE.test(sheet.name)) return '名称中不能有控制字符';
  if (taken.has(sheet.name.toLowerCase())) return '已有同名工作表';
  if (sheet.cells.some(({ value }) => typeof value === 'number' && !Number.isFinite(value)))
    return '有不是数的数值';
  const long = sheet.cells.find(({ value }) => typeof value === 'string' && value.length > LONGEST_TEXT);
  if (long) return `${cellName(long.row, long.column)} 的文字超过 ${LONGEST_TEXT} 字`;
  for (const { values } of sheet.lists) {
    if (values.some((value) => value.includes(','))) return '下拉选项中不能有半角逗号';
    if (values.join(',').length > LONGEST_LIST) return `下拉选项合计超过 ${LONGEST_LIST} 字`;
  }
  return null;
}

function withTab(xml: string, name: string, relationId: string, namespace: string): string {
  const list = findElement(xml, 'sheets')!;
  const ids = findElements(inner(xml, list), 'sheet').map(
    ({ tag }) => Number(attribute(tag, 'sheetId')) || 0,
  );
  const id = ids.reduce((highest, next) => Math.max(highest, next), 0) + 1;
  const tab = `<${list.prefix}sheet xmlns:r="${namespace}" name="${escapeXml(name)}" sheetId="${id}" r:id="${relationId}"/>`;
  return xml.slice(0, list.close) + tab + xml.slice(list.close);
}

/** Takes a sheet away; references to it become `#REF!`. Throws `HostError` for the last visible one. */
export function deleteSheet(session: EditSession, name: string): void {
  requireOpenStructure(session);
  const { parts, book } = session;
  const sheet = session.sheet(name);
  const index = book.sheets.findIndex((tab) => tab.path === sheet.path);
  if (!book.sheets.some((tab) => tab !== book.sheets[index] && tab.visible)) {
    throw problem('unsupported', parts.name, `(“${sheet.name}”是最后一张可见的工作表,不能删除)`);
  }
  session.noteFormulas();
  parts.setText(book.path, withoutTab(session.xml(book.path), sheet.relationId, index, sheet.name));
  dropRelation(parts, book.path, sheet.relationId);
  parts.remove(sheet.path);
  parts.dropContentType(sheet.path);
  for (const tab of session.book.sheets) {
    if (tab.isWorksheet && session.mayLookElsewhere(tab.path))
      parts.setText(tab.path, withoutReferences(session.xml(tab.path), sheet.name));
  }
}

function withoutTab(xml: string, relationId: string, index: number, name: string): string {
  const unlisted = replaceElements(xml, 'sheets', (list) =>
    replaceElements(list, 'sheet', (whole, { tag }) =>
      attribute(tag, '[\\w.-]+:id') === relationId ? '' : whole,
    ),
  );
  const viewed = replaceTags(unlisted, 'workbookView', (tag) =>
    ['activeTab', 'firstSheet'].reduce((kept, key) => {
      const tab = Number(attribute(kept, key) ?? 0);
      return tab > 0 && tab >= index ? withAttribute(kept, key, String(tab - 1)) : kept;
    }, tag),
  );
  return mapDefinedNames(viewed, ({ formula, localSheet }) => {
    if (localSheet === index) return null;
    const next = localSheet !== null && localSheet > index ? localSheet - 1 : localSheet;
    return { formula: formulaWithoutSheet(formula, name), localSheet: next };
  });
}

function withoutReferences(xml: string, gone: string): string {
  if (!xml.includes('!')) return xml;
  const plain = withoutSharedFormulas(xml);
  const changed = replaceElements(plain, 'f|formula|formula1|formula2', (whole, { tag, close, start }) => {
    const written = whole.slice(tag.length, close - start);
    if (written === '' || written.includes('<')) return whole;
    const formula = unescapeXml(written);
    const next = formulaWithoutSheet(formula, gone);
    return next === formula ? whole : tag + escapeXml(next) + whole.slice(close - start);
  });
  return changed === plain ? xml : changed;
}
