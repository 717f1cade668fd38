import { strFromU8, unzipSync } from 'fflate';
import { isMarkRule } from '../../src/workbook/marks';
import { COLUMN_LIMIT, parseArea, ROW_LIMIT } from './address';
import { BLANK } from './cell';
import { cellStyles, type CellStyleRecord } from './cell-styles';
import { notesOf } from './notes';
import type { SheetModel } from './sheet';
import type { WorkbookModel } from './workbook';
import { readConditions, readFilter, readLinks, readNames, readTables, readValidations } from './setup-rules';
import { attributes, isOn, tags, unescapeXml } from './xml-tags';

type Parts = Readonly<Record<string, Uint8Array>>;

function text(parts: Parts, path: string): string {
  const part = parts[path];
  return part ? strFromU8(part) : '';
}

/** Sheet name → path of its part. */
function sheetPaths(parts: Parts): Map<string, string> {
  const relations = tags(text(parts, 'xl/_rels/workbook.xml.rels'), 'Relationship');
  const targets = new Map(relations.map((one) => [one['Id'], one['Target']]));
  return new Map(
    tags(text(parts, 'xl/workbook.xml'), 'sheet').map((one) => {
      const target = targets.get(one['r:id']) ?? '';
      return [one['name'] ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`];
    }),
  );
}

function protectSheet(sheet: SheetModel, xml: string): void {
  sheet.isProtected = isOn(tags(xml, 'sheetProtection')[0]?.['sheet']);
}

/** Protects the sheets that are protected in the file. */
export function readProtection(workbook: WorkbookModel, bytes: Uint8Array): void {
  const parts = unzipSync(bytes);
  for (const [name, path] of sheetPaths(parts)) {
    const sheet = workbook.sheets.find((one) => one.name === name);
    if (sheet) protectSheet(sheet, text(parts, path));
  }
}

function setUp(sheet: SheetModel, xml: string): void {
  protectSheet(sheet, xml);
  const pane = tags(xml, 'pane').find((one) => one['state']?.startsWith('frozen'));
  if (!pane) return;
  const bottom = pane['ySplit'] ? Number(pane['ySplit']) - 1 : ROW_LIMIT - 1;
  const right = pane['xSplit'] ? Number(pane['xSplit']) - 1 : COLUMN_LIMIT - 1;
  sheet.frozen = { top: 0, left: 0, bottom, right };
}

/** A last entry may stand for all columns to the right: those beyond a usual sheet keep the standard width. */
const COLUMNS_AN_ENTRY = 256;

function sizes(sheet: SheetModel, xml: string): void {
  for (const column of tags(xml, 'col')) {
    const first = Number(column['min']) - 1;
    const last = Math.min(Number(column['max']) - 1, first + COLUMNS_AN_ENTRY - 1);
    const points = Number(column['width'] ?? 0) * 7 * 0.75;
    for (let at = first; at <= last; at += 1) {
      if (points > 0) sheet.columnWidths.set(at, points);
      if (isOn(column['hidden'])) sheet.hiddenColumns.add(at);
    }
  }
  for (const row of tags(xml, 'row')) {
    const at = Number(row['r']) - 1;
    if (isOn(row['customHeight']) && row['ht']) sheet.rowHeights.set(at, Number(row['ht']));
    if (isOn(row['hidden'])) sheet.hiddenRows.add(at);
  }
}

/** The looks of all cells; of the formats the snapshot has only those that matter to the readers. */
function dressCells(sheet: SheetModel, xml: string, styles: readonly CellStyleRecord[]): void {
  for (const cell of tags(xml, 'c')) {
    const style = styles[Number(cell['s'] ?? 0)];
    const area = parseArea(cell['r'] ?? '');
    if (!area || !style) continue;
    if (style.numberFormat === 'General' && Object.keys(style.format).length === 0) continue;
    sheet.put(area.top, area.left, { ...(sheet.peek(area.top, area.left) ?? BLANK), ...style });
  }
}

/** The product's marks. */
function marks(workbook: WorkbookModel, sheet: SheetModel, xml: string, styles: string): void {
  const fills = [...styles.matchAll(/<(?:\w+:)?dxf>[\s\S]*?<\/(?:\w+:)?dxf>/g)].map(
    ([dxf]) => tags(dxf, 'bgColor')[0]?.['rgb'] ?? '',
  );
  const pattern = /<((?:\w+:)?)conditionalFormatting(\s[^>]*)>([\s\S]*?)<\/\1conditionalFormatting>/g;
  for (const [, , rest, body] of xml.matchAll(pattern)) {
    const formula = unescapeXml(/<(?:\w+:)?formula>([^<]*)</.exec(body!)?.[1] ?? '');
    if (!isMarkRule(formula)) continue;
    const places = (attributes(rest!)['sqref'] ?? '').split(/\s+/);
    const areas = places.flatMap((place) => parseArea(place) ?? []);
    const fill = `#${(fills[Number(tags(body!, 'cfRule')[0]?.['dxfId'])] ?? '').slice(2)}`;
    sheet.conditions = [...sheet.conditions, { id: workbook.newId(), areas, formula, fill }];
  }
}

/** The texts of the sheet's parts of a kind. */
function belongings(parts: Parts, path: string, kind: string): string[] {
  const relations = tags(text(parts, path.replace(/([^/]+)$/, '_rels/$1.rels')), 'Relationship');
  return relations
    .filter((one) => one['Type']?.endsWith(`/${kind}`))
    .map((one) => text(parts, decodeURI(new URL(one['Target'] ?? '', `file:///${path}`).pathname.slice(1))));
}

/** Adds what a snapshot does not tell and a stand-in for Excel should know: looks, sizes, protection, panes, names, filters, rules, tables. */
export function readSetup(workbook: WorkbookModel, bytes: Uint8Array): void {
  const parts = unzipSync(bytes);
  const styles = cellStyles(text(parts, 'xl/styles.xml'));
  for (const [name, path] of sheetPaths(parts)) {
    const sheet = workbook.sheets.find((one) => one.name === name);
    const xml = text(parts, path);
    if (!sheet || xml === '') continue;
    setUp(sheet, xml);
    sizes(sheet, xml);
    dressCells(sheet, xml, styles);
    marks(workbook, sheet, xml, text(parts, 'xl/styles.xml'));
    readConditions(workbook, sheet, xml);
    readFilter(sheet, xml);
    readValidations(sheet, xml);
    readLinks(sheet, xml);
    readTables(workbook, sheet, belongings(parts, path, 'table'));
    sheet.notes = notesOf(path, (other) => text(parts, other));
  }
  readNames(workbook, text(parts, 'xl/workbook.xml'));
  const structure = tags(text(parts, 'xl/workbook.xml'), 'workbookProtection')[0];
  workbook.structureProtected = isOn(structure?.['lockStructure']);
}
