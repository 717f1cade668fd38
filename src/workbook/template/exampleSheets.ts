import type { CellValue, Example, Scheme, SheetDefinition } from '../../model';
import type { NewCell, NewSheet } from '../host';
import { templateColumns } from './columns';
import { guideSheet } from './guideSheet';
import { tableSheet } from './tableSheet';

/** Days between the two systems in which workbooks count dates. */
const SINCE_1904 = 1_462;
const DAY = 86_400_000;

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
      const entry = columns[column]!.style === 'date' ? serialOf(String(value), date1904) : value;
      entries.set(`${sheet.headerRows + index},${column}`, entry);
    }
  });
  const cells = sheet.cells.map((cell): NewCell => {
    const entry = entries.get(`${cell.row},${cell.column}`);
    return entry === undefined ? cell : { ...cell, value: entry };
  });
  return { ...sheet, cells };
}

/** `2026-03-12` as Excel counts days. */
function serialOf(text: string, date1904: boolean): number {
  const days = (Date.parse(`${text}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / DAY;
  return date1904 ? days - SINCE_1904 : days;
}
