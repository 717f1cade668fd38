import type { Scheme } from '../model';
import type { NewSheet } from '../workbook/host';
import { templateSheets } from '../workbook/template';

/** The sheets of a blank workbook to be filled in, from the scheme alone. */
export function blankWorkbook(scheme: Scheme): NewSheet[] {
  return templateSheets(scheme);
}
