import type { Scheme, SheetDefinition } from '../../model';
import type { CellStyle, NewSheet } from '../../workbook/host';
import { type TemplateColumn, templateColumns } from '../../workbook/template/columns';
import { sheetHead } from '../../workbook/template/tableSheet';

/** The columns behind the template's own that say where a row came from. */
export const SOURCE_HEADERS = ['来源文件', '来源单元格'] as const;

/** Width of the source columns, in characters. */
const SOURCE_WIDTH = 22;

/** The columns of a collected sheet, those of its source left out. */
export function sheetColumns(scheme: Scheme, definition: SheetDefinition): readonly TemplateColumn[] {
  return templateColumns(scheme, definition);
}

/** The head of a collected sheet: the template's, with the source columns behind it and no blank rows. */
export function collectedHead(scheme: Scheme, definition: SheetDefinition): NewSheet {
  const own = sheetColumns(scheme, definition);
  const source = SOURCE_HEADERS.map((header): TemplateColumn => ({
    id: header,
    header,
    parent: null,
    style: 'text',
    width: SOURCE_WIDTH,
    values: null,
  }));
  return sheetHead(definition, [...own, ...source]);
}

/** Formats of a row's cells, source columns included. */
export function rowStyles(scheme: Scheme, definition: SheetDefinition): readonly CellStyle[] {
  return [
    ...sheetColumns(scheme, definition).map(({ style }) => style),
    ...SOURCE_HEADERS.map((): CellStyle => 'text'),
  ];
}

/** The sheets that rows can be collected into: what is one sheet a post in the template, and the lists. */
export function collectableSheets(scheme: Scheme): readonly SheetDefinition[] {
  return scheme.sheets.filter(({ kind }) => kind !== 'combined' && kind !== 'card' && kind !== 'summary');
}
