import type { Area } from '../../model';

/** Gives the sheet of a name, for use within one request. */
export type SheetAt = (name: string) => Excel.Worksheet;

/** Each sheet is named to Excel once in a request, however much is asked of it. */
export function sheetsAt(context: Excel.RequestContext): SheetAt {
  const known = new Map<string, Excel.Worksheet>();
  return (name) => {
    const sheet = known.get(name) ?? context.workbook.worksheets.getItem(name);
    known.set(name, sheet);
    return sheet;
  };
}

/**
 * A block of a sheet for use within one request: Excel is told not to keep track of it, which saves a clean-up request
 * and memory.
 */
export function blockOf(sheet: Excel.Worksheet, { top, left, bottom, right }: Area): Excel.Range {
  const range = sheet.getRangeByIndexes(top, left, bottom - top + 1, right - left + 1);
  range.untrack();
  return range;
}

/** `count` whole rows from 0-based `row` on, for use within one request. */
export function rowsOf(sheet: Excel.Worksheet, row: number, count: number): Excel.Range {
  const range = sheet.getRange(`${row + 1}:${row + count}`);
  range.untrack();
  return range;
}

/** What of the sheet holds values (formats alone do not count), for use within one request; may be a null object. */
export function usedBlock(sheet: Excel.Worksheet): Excel.Range {
  const range = sheet.getUsedRangeOrNullObject(true);
  range.untrack();
  return range;
}
