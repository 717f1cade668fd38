import type { Cell, SheetModel, WorkbookModel } from '../../emulator/model';

function cellText({ value, formula, isError, numberFormat, format }: Cell): string | null {
  const isBlank = value === '' && formula === null && numberFormat === 'General';
  if (isBlank && Object.keys(format).length === 0) return null;
  // What a formula shows is computed; that it is the same formula is enough.
  return JSON.stringify([formula ?? value, isError, numberFormat, sorted(format)]);
}

function sorted(object: object): [string, unknown][] {
  return Object.entries(object)
    .map(([key, value]): [string, unknown] => [key, isPlain(value) ? sorted(value) : value])
    .sort(([one], [other]) => (one < other ? -1 : 1));
}

function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sheetState(sheet: SheetModel): object {
  const cells: Record<string, string> = {};
  sheet.each(sheet.whole, (cell, row, column) => {
    const text = cellText(cell);
    if (text !== null) cells[`${row},${column}`] = text;
  });
  const { name, visibility, isProtected, merges, validations, frozen, filter, page } = sheet;
  return {
    name,
    visibility,
    isProtected,
    cells,
    merges: merges.map((area) => JSON.stringify(area)).sort(),
    validations,
    conditions: sheet.conditions.map(({ areas, formula, fill }) => ({ areas, formula, fill })),
    frozen,
    filter: [filter, [...sheet.filterColumns]],
    page,
    links: [...sheet.links].sort(),
    widths: [...sheet.columnWidths].sort(([one], [other]) => one - other),
    heights: [...sheet.rowHeights].sort(([one], [other]) => one - other),
    hidden: [[...sheet.hiddenRows], [...sheet.hiddenColumns]],
  };
}

/** Everything of a workbook that a user could miss or find changed, as one text; ids do not count. */
export function stateOf(workbook: WorkbookModel): string {
  return JSON.stringify({
    sheets: workbook.sheets.map(sheetState),
    names: workbook.names,
    tables: workbook.tables.map(({ name, area, sheet }) => [name, area, sheet.name]),
    memory: workbook.customXmlParts.map(({ xml }) => xml),
  });
}
