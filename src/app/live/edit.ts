import type { CellValue } from '../../model';
import { cellKey, type SheetSnapshot, type Snapshot } from '../../workbook/snapshot';

/** A row as it stands after somebody has edited it. */
export interface ChangedRow {
  /** 0-based. */
  readonly row: number;
  /** The whole row from the sheet's first column (`SheetSnapshot.left`) on; what is not there is blank. */
  readonly values: readonly CellValue[];
  /** Number formats that matter, by 0-based column; left out: as they were. */
  readonly formats?: ReadonlyMap<number, string>;
  /** Formulas with their leading `=`, by 0-based column; left out: as they were. */
  readonly formulas?: ReadonlyMap<number, string>;
}

/** The snapshot with rows of one sheet as they are now. Rows below the last one are added, blank ones between too. */
export function withRows(snapshot: Snapshot, sheet: string, rows: readonly ChangedRow[]): Snapshot {
  return {
    ...snapshot,
    sheets: snapshot.sheets.map((each) => (each.name === sheet ? withRowsOf(each, rows) : each)),
  };
}

function withRowsOf(sheet: SheetSnapshot, rows: readonly ChangedRow[]): SheetSnapshot {
  const values = sheet.values.slice();
  let formats = sheet.formats;
  let formulas = sheet.formulas;
  for (const { row, values: cells, ...detail } of rows) {
    const index = row - sheet.top;
    if (index < 0) throw new RangeError(`row ${row} lies above what was read of ${sheet.name}`);
    while (values.length < index) values.push([]);
    values[index] = cells;
    const width = sheet.left + Math.max(cells.length, sheet.values[index]?.length ?? 0);
    if (detail.formats) formats = withRowOf(formats, row, detail.formats, width);
    if (detail.formulas) formulas = withRowOf(formulas, row, detail.formulas, width);
  }
  return { ...sheet, values, formats, formulas };
}

/** A sparse map of cells with those of one row replaced. */
function withRowOf(
  cells: ReadonlyMap<number, string>,
  row: number,
  own: ReadonlyMap<number, string>,
  width: number,
): ReadonlyMap<number, string> {
  const first = cellKey(row, 0);
  const last = cellKey(row + 1, 0) - 1;
  if (isSameRow(cells, first, own, width)) return cells;
  const kept = [...cells].filter(([key]) => key < first || key > last);
  return new Map([...kept, ...[...own].map(([column, text]) => [cellKey(row, column), text] as const)]);
}

/** Whether a row has these texts already: most edits change a value alone, and a sheet has many texts. */
function isSameRow(
  cells: ReadonlyMap<number, string>,
  first: number,
  own: ReadonlyMap<number, string>,
  width: number,
): boolean {
  const columns = Math.max(width, ...[...own.keys()].map((column) => column + 1));
  for (let column = 0; column < columns; column += 1)
    if (cells.get(first + column) !== own.get(column)) return false;
  return true;
}
