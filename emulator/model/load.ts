import type { SheetSnapshot, Snapshot } from '../../src/workbook/snapshot';
import { cellKey } from '../../src/workbook/snapshot';
import { COLUMN_LIMIT } from './address';
import { BLANK } from './cell';
import type { SheetModel } from './sheet';
import { rootNamespace, WorkbookModel } from './workbook';

function fillSheet(sheet: SheetModel, from: SheetSnapshot): void {
  from.values.forEach((line, index) =>
    line.forEach((value, offset) => {
      if (value === '') return;
      const row = from.top + index;
      const column = from.left + offset;
      sheet.put(row, column, { ...BLANK, value, isError: from.errors.has(cellKey(row, column)) });
    }),
  );
  for (const [key, formula] of from.formulas) {
    sheet.patch(...placeOf(key), { formula, pending: from.uncalculated.has(key) });
  }
  for (const [key, numberFormat] of from.formats) sheet.patch(...placeOf(key), { numberFormat });
  sheet.merges = [...from.merges];
  sheet.visibility = from.visible ? 'Visible' : 'Hidden';
}

/** Row and column of a `cellKey`. */
function placeOf(key: number): [row: number, column: number] {
  return [Math.floor(key / COLUMN_LIMIT), key % COLUMN_LIMIT];
}

/**
 * A workbook as it was read. Formulas without a stored value are computed, as Excel does when it opens a file; where
 * the small evaluator cannot, they show `#NAME?`, never a made-up figure. The journal starts empty.
 */
export function workbookFromSnapshot(snapshot: Snapshot): WorkbookModel {
  const workbook = new WorkbookModel(snapshot.name ?? undefined);
  workbook.date1904 = snapshot.date1904;
  for (const from of snapshot.sheets) {
    const sheet = workbook.addSheet(from.name);
    fillSheet(sheet, from);
    workbook.original.set(sheet, sheet.name);
  }
  workbook.active = workbook.sheets.find((sheet) => sheet.visibility === 'Visible') ?? null;
  if (snapshot.memory !== null) {
    const namespaceUri = rootNamespace(snapshot.memory);
    workbook.customXmlParts = [{ id: workbook.newId(), namespaceUri, xml: snapshot.memory }];
  }
  if (snapshot.sheets.some((sheet) => sheet.uncalculated.size > 0)) workbook.recalculate();
  return workbook;
}
