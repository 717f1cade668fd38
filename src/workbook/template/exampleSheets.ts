import type { CellValue, Example, Scheme, SheetDefinition } from '../../model';
import type { NewCell, NewSheet } from '../host';
import { OFFSET_1904, serialOf } from '../read/values/date';
import { templateColumns } from './columns';
import { guideSheet } from './guideSheet';
import { tableSheet } from './tableSheet';

/**
 * The sheets of the template that the example has rows for, filled with them, after the one that says how to fill them in.
 * Throws where the example names a sheet or a column that the template does not have.
 */
export function exampleSheets(scheme: Scheme, example: Example, date1904: boolean): NewSheet[] {
  const unknown = Object.keys(example).find((id) => !scheme.sheets.some((sheet) => sheet.id === id));
  if (unknown !== undefined) throw new Error(`the example names the sheet ${unknown}`);
  const filled = scheme.sheets
    .filter(({ id }) => Object.hasOwn(example, id))
    .map((sheet) => filledSheet(scheme, sheet, example[sheet.id]!, date1904));
  return [guideSheet(scheme), ...filled];
}

function filledSheet(
  scheme: Scheme,
  definition: SheetDefinition,
  rows: Example[string],
  date1904: boolean,
): NewSheet {
  const sheet = tableSheet(scheme, definition);
  const columns = templateColumns(scheme, definition).map(({ id, style }) => ({ id, style }));
  const entries = new Map<string, CellValue>();
  rows.forEach((row, index) => {
    for (const [id, value] of Object.entries(row)) {
      const column = columns.findIndex((each) => each.id === id);
      if (column < 0) throw new Error(`the example names the column ${id} of ${definition.id}`);
      const entry = columns[column]!.style === 'date' ? dayOf(String(value), date1904) : value;
      entries.set(`${sheet.headerRows + index},${column}`, entry);
    }
  });
  const cells = sheet.cells.map((cell): NewCell => {
    const entry = entries.get(`${cell.row},${cell.column}`);
    return entry === undefined ? cell : { ...cell, value: entry };
  });
  return { ...sheet, cells };
}

/** `2026-03-12` as the workbook counts days. */
function dayOf(text: string, date1904: boolean): CellValue {
  const [year, month, day] = text.split('-').map(Number) as [number, number, number];
  const serial = serialOf(year, month, day);
  return date1904 ? serial - OFFSET_1904 : serial;
}
