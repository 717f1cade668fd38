import { isMarkRule } from '../../src/workbook/marks';
import { parseArea, splitAddress } from './address';
import type { PageSetup, SheetModel } from './sheet';
import type { WorkbookModel } from './workbook';
import { attributes, elements, isOn, tags, unescapeXml } from './xml-tags';

/** The texts of the elements of this name, without tags. */
function texts(xml: string, name: string): string[] {
  return elements(xml, name).map((one) => unescapeXml(one.replace(/<[^>]*>/g, '')));
}

function opening(element: string): ReturnType<typeof attributes> {
  return attributes(element.slice(0, element.indexOf('>')));
}

/** The filter of a sheet, and what it filters by. */
export function readFilter(sheet: SheetModel, xml: string): void {
  const [filter] = elements(xml, 'autoFilter');
  const area = filter && parseArea(opening(filter)['ref'] ?? '');
  if (!area) return;
  sheet.filter = area;
  for (const column of elements(filter, 'filterColumn')) {
    sheet.filterColumns.set(Number(opening(column)['colId']), column.replace(/^<[^>]*>|<\/[^>]*>$/g, ''));
  }
}

/** Lists of allowed values, and all other rules for what may be entered. */
export function readValidations(sheet: SheetModel, xml: string): void {
  for (const one of elements(xml, 'dataValidation')) {
    const { sqref = '', type = '', operator = 'between' } = opening(one);
    const [first = '', second = ''] = [texts(one, 'formula1')[0], texts(one, 'formula2')[0]];
    const rule =
      type === 'list' ? { list: { source: listSource(first) } } : { type, operator, first, second };
    for (const place of sqref.split(/\s+/)) {
      const area = parseArea(place);
      if (area) sheet.validations = [...sheet.validations, { area, rule }];
    }
  }
}

/** As Excel's own JSON has it: the values with commas between them, or a formula. */
function listSource(formula: string): string {
  const plain = /^"(.*)"$/s.exec(formula)?.[1];
  return plain === undefined ? `=${formula}` : plain.replaceAll('""', '"');
}

/** Excel's names for the kinds of conditional formats that are told apart here. */
const TYPES: Readonly<Record<string, string>> = {
  cellIs: 'CellValue',
  colorScale: 'ColorScale',
  dataBar: 'DataBar',
  iconSet: 'IconSet',
  top10: 'TopBottom',
};

/** The conditional formats of the staff's; the product's marks are read elsewhere. */
export function readConditions(workbook: WorkbookModel, sheet: SheetModel, xml: string): void {
  for (const group of elements(xml, 'conditionalFormatting')) {
    const areas = (opening(group)['sqref'] ?? '').split(/\s+/).flatMap((place) => parseArea(place) ?? []);
    for (const rule of elements(group, 'cfRule')) {
      const { type = '' } = opening(rule);
      const [formula = ''] = texts(rule, 'formula');
      if (type === 'expression' && isMarkRule(formula)) continue;
      const kind = type === 'expression' ? {} : { type: TYPES[type] ?? 'PresetCriteria' };
      const kept = type === 'expression' ? formula : rule;
      sheet.conditions = [
        ...sheet.conditions,
        { id: workbook.newId(), areas, formula: kept, fill: null, ...kind },
      ];
    }
  }
}

/** The tables of a sheet; `parts` are the texts of its table parts. */
export function readTables(workbook: WorkbookModel, sheet: SheetModel, parts: readonly string[]): void {
  for (const xml of parts) {
    const { name = '', displayName = name, ref = '' } = tags(xml, 'table')[0] ?? {};
    const area = parseArea(ref);
    if (area)
      workbook.tables = [...workbook.tables, { id: workbook.newId(), name: displayName, sheet, area }];
  }
}

/** Links to cells of the same workbook. */
export function readLinks(sheet: SheetModel, xml: string): void {
  for (const { ref = '', location } of tags(xml, 'hyperlink')) {
    const area = parseArea(ref);
    if (area && location !== undefined) sheet.links.set(`${area.top},${area.left}`, location);
  }
}

const PRINTED: Readonly<Record<string, 'printArea' | 'titleRows'>> = {
  '_xlnm.Print_Area': 'printArea',
  '_xlnm.Print_Titles': 'titleRows',
};

/** The names of the workbook; what is printed of a sheet goes to its page. */
export function readNames(workbook: WorkbookModel, xml: string): void {
  for (const [, rest, text] of xml.matchAll(/<(?:\w+:)?definedName(\s[^>]*)>([^<]*)</g)) {
    const { name = '', localSheetId, hidden } = attributes(rest!);
    const scope = localSheetId === undefined ? null : (workbook.sheets[Number(localSheetId)] ?? null);
    const formula = unescapeXml(text!);
    if (PRINTED[name] && scope) setPrinted(scope.page, PRINTED[name], formula);
    if (name.startsWith('_xlnm.')) continue;
    const added = { name, formula: `=${formula}`, visible: !isOn(hidden), scope: scope?.name ?? null };
    workbook.names = [...workbook.names, added];
  }
}

function setPrinted(page: PageSetup, key: 'printArea' | 'titleRows', formula: string): void {
  const area = parseArea(splitAddress(formula).cells);
  if (area) page[key] = area;
}
