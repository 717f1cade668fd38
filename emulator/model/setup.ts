import { strFromU8, unzipSync } from 'fflate';
import { isMarkRule } from '../../src/workbook/marks';
import { BLANK } from './cell';
import { COLUMN_LIMIT, parseArea, ROW_LIMIT } from './address';
import type { SheetModel } from './sheet';
import type { WorkbookModel } from './workbook';

type Parts = Readonly<Record<string, Uint8Array>>;

function attributes(tag: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...tag.matchAll(/([\w:]+)\s*=\s*"([^"]*)"/g)].map(([, key, value]) => [key!, unescape(value!)]),
  );
}

function unescape(text: string): string {
  const names: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
  return text.replace(/&(lt|gt|quot|apos|amp);/g, (_all, name: string) => names[name]!);
}

function tags(xml: string, name: string): Readonly<Record<string, string>>[] {
  return [...xml.matchAll(new RegExp(`<(?:\\w+:)?${name}(\\s[^>]*)?>`, 'g'))].map(([, rest]) =>
    attributes(rest ?? ''),
  );
}

function text(parts: Parts, path: string): string {
  const part = parts[path];
  return part ? strFromU8(part) : '';
}

/** Sheet name → path of its part. */
function sheetPaths(parts: Parts): Map<string, string> {
  const targets = new Map(
    tags(text(parts, 'xl/_rels/workbook.xml.rels'), 'Relationship').map((one) => [one['Id'], one['Target']]),
  );
  return new Map(
    tags(text(parts, 'xl/workbook.xml'), 'sheet').map((one) => {
      const target = targets.get(one['r:id']) ?? '';
      return [one['name'] ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`];
    }),
  );
}

function setUp(sheet: SheetModel, xml: string): void {
  const protection = tags(xml, 'sheetProtection')[0];
  sheet.isProtected = protection?.['sheet'] === '1' || protection?.['sheet'] === 'true';
  const pane = tags(xml, 'pane').find((one) => one['state']?.startsWith('frozen'));
  if (pane) {
    const bottom = pane['ySplit'] ? Number(pane['ySplit']) - 1 : ROW_LIMIT - 1;
    const right = pane['xSplit'] ? Number(pane['xSplit']) - 1 : COLUMN_LIMIT - 1;
    sheet.frozen = { top: 0, left: 0, bottom, right };
  }
  for (const column of tags(xml, 'col')) {
    const width = Number(column['width'] ?? 0) * 7 * 0.75;
    // A last entry may stand for all columns to the right: those beyond a usual sheet are left at the standard width.
    const last = Math.min(Number(column['max']), Number(column['min']) + 255);
    for (let at = Number(column['min']); at <= last && width > 0; at += 1)
      sheet.columnWidths.set(at - 1, width);
  }
}

/** Number formats of all cells with content; the snapshot has only those that matter to the readers. */
function formatCells(sheet: SheetModel, xml: string, formats: readonly string[]): void {
  for (const cell of tags(xml, 'c')) {
    const format = formats[Number(cell['s'] ?? 0)];
    const area = parseArea(cell['r'] ?? '');
    if (!area || format === undefined || format === 'General') continue;
    sheet.put(area.top, area.left, { ...(sheet.peek(area.top, area.left) ?? BLANK), numberFormat: format });
  }
}

const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  14: 'yyyy/m/d',
  22: 'yyyy/m/d h:mm',
  49: '@',
};

function numberFormats(styles: string): string[] {
  const custom = new Map(
    tags(styles, 'numFmt').map((one) => [Number(one['numFmtId']), one['formatCode'] ?? '']),
  );
  const list = /<(?:\w+:)?cellXfs[\s\S]*?<\/(?:\w+:)?cellXfs>/.exec(styles)?.[0] ?? '';
  return tags(list, 'xf').map((one) => {
    const id = Number(one['numFmtId'] ?? 0);
    return custom.get(id) ?? BUILT_IN[id] ?? 'General';
  });
}

/** The product's marks; of other conditional formats nothing is known here. */
function marks(workbook: WorkbookModel, sheet: SheetModel, xml: string, styles: string): void {
  const fills = [...styles.matchAll(/<(?:\w+:)?dxf>[\s\S]*?<\/(?:\w+:)?dxf>/g)].map(
    ([dxf]) => tags(dxf, 'bgColor')[0]?.['rgb'] ?? '',
  );
  const pattern = /<((?:\w+:)?)conditionalFormatting(\s[^>]*)>([\s\S]*?)<\/\1conditionalFormatting>/g;
  for (const [, , rest, body] of xml.matchAll(pattern)) {
    const formula = unescape(/<(?:\w+:)?formula>([^<]*)</.exec(body!)?.[1] ?? '');
    if (!isMarkRule(formula)) continue;
    const places = (attributes(rest!)['sqref'] ?? '').split(/\s+/);
    const areas = places.flatMap((place) => parseArea(place) ?? []);
    const fill = `#${(fills[Number(tags(body!, 'cfRule')[0]?.['dxfId'])] ?? '').slice(2)}`;
    sheet.conditions = [...sheet.conditions, { id: workbook.newId(), areas, formula, fill }];
  }
}

function names(workbook: WorkbookModel, xml: string): void {
  for (const [, rest, formula] of xml.matchAll(/<(?:\w+:)?definedName(\s[^>]*)>([^<]*)</g)) {
    const { name = '', localSheetId, hidden } = attributes(rest!);
    const scope = localSheetId === undefined ? null : (workbook.sheets[Number(localSheetId)]?.name ?? null);
    if (name.startsWith('_xlnm.')) continue;
    workbook.names = [
      ...workbook.names,
      { name, formula: `=${unescape(formula!)}`, visible: hidden !== '1', scope },
    ];
  }
}

/** Adds what a snapshot does not tell and a stand-in for Excel should know: protection, frozen rows, widths, names. */
export function readSetup(workbook: WorkbookModel, bytes: Uint8Array): void {
  const parts = unzipSync(bytes);
  const formats = numberFormats(text(parts, 'xl/styles.xml'));
  for (const [name, path] of sheetPaths(parts)) {
    const sheet = workbook.sheets.find((one) => one.name === name);
    const xml = text(parts, path);
    if (!sheet || xml === '') continue;
    setUp(sheet, xml);
    formatCells(sheet, xml, formats);
    marks(workbook, sheet, xml, text(parts, 'xl/styles.xml'));
  }
  names(workbook, text(parts, 'xl/workbook.xml'));
  const structure = tags(text(parts, 'xl/workbook.xml'), 'workbookProtection')[0];
  workbook.structureProtected = ['1', 'true'].includes(structure?.['lockStructure'] ?? '');
}
