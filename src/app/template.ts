import type { Scheme } from '../model';
import type { NewSheet, WorkbookChange } from '../workbook/host';
import type { Snapshot } from '../workbook/snapshot';
import { templateSheets } from '../workbook/template';

/** The sheets of a blank workbook to be filled in, from the scheme alone. */
export function blankWorkbook(scheme: Scheme): NewSheet[] {
  return templateSheets(scheme);
}

/** Adds the template's sheets to a workbook. A tab of such a name (in whatever case) is left as it is. */
export function templateChanges(snapshot: Snapshot, scheme: Scheme): WorkbookChange[] {
  return missingSheets(snapshot, templateSheets(scheme));
}

/** Adds the sheets whose names no tab of the workbook has. */
export function missingSheets(snapshot: Snapshot, sheets: readonly NewSheet[]): WorkbookChange[] {
  const taken = new Set(snapshot.sheets.map(({ name }) => name.toLowerCase()));
  return sheets
    .filter(({ name }) => !taken.has(name.toLowerCase()))
    .map((sheet) => ({ kind: 'addSheet', sheet }));
}
