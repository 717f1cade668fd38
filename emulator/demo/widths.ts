import { read } from '@e965/xlsx';
import type { WorkbookModel } from '..';

/** Points of one character's width in the fonts that Chinese workbooks are set in (8 pixels). */
const POINTS_A_CHARACTER = 6;
/** Characters that the page's larger font and margins need beside. */
const MARGIN = 2;

/**
 * Gives the sheets the column widths and hidden columns of the file, which a snapshot does not hold. Only the first row
 * of each sheet is read. A file that this reader cannot read keeps fitted widths: they are for the eye alone.
 */
export function takeWidths(workbook: WorkbookModel, bytes: Uint8Array): void {
  let sheets: ReturnType<typeof read>['Sheets'];
  try {
    sheets = read(bytes, { type: 'array', cellStyles: true, sheetRows: 1 }).Sheets;
  } catch {
    return;
  }
  for (const sheet of workbook.sheets) {
    sheets[sheet.name]?.['!cols']?.forEach((column, index) => {
      if (column?.hidden) sheet.hiddenColumns.add(index);
      const characters = column?.width;
      if (characters) sheet.columnWidths.set(index, (Number(characters) + MARGIN) * POINTS_A_CHARACTER);
    });
  }
}
