import type { Scheme } from '../../model';
import type { NewSheet } from '../host';
import { newSummary } from '../summary/newSummary';
import { cardSheet } from './cardSheet';
import { formSheet } from './formSheet';
import { guideSheet } from './guideSheet';
import { tableSheet } from './tableSheet';

export { exampleSheets } from './exampleSheets';

/** The blank workbook of a scheme: how to fill it in, then every sheet of the scheme in its order. */
export function templateSheets(scheme: Scheme): NewSheet[] {
  const sheets = scheme.sheets.flatMap((sheet): NewSheet[] => {
    if (sheet.kind === 'card') return scheme.posts.map((post) => cardSheet(scheme, sheet, post));
    if (sheet.kind === 'summary') {
      return [
        newSummary(scheme, { persons: [], departments: [], department: null, taken: [], period: null }),
      ];
    }
    return [tableSheet(scheme, sheet)];
  });
  return [guideSheet(scheme), ...sheets, ...(scheme.forms ?? []).map(formSheet)];
}
