import type { CellValue } from '../../model';
import type { UndoChange } from '../../workbook/host';
import { longText } from './problems';

/** As much as a cell of Excel holds. */
const LONGEST_TEXT = 32_767;

interface Entry {
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
}

/** Throws the `HostError` that names the first cell whose text is longer than Excel takes; with it the whole request would fail. */
export function requireFitting(changes: readonly UndoChange[]): void {
  for (const change of changes) {
    if (change.kind === 'setCells') requireShort(change.sheet, change.cells);
    else if (change.kind === 'addSheet') requireShort(change.sheet.name, change.sheet.cells);
  }
}

function requireShort(sheet: string, cells: readonly Entry[]): void {
  const long = cells.find(({ value }) => typeof value === 'string' && value.length > LONGEST_TEXT);
  if (long) throw longText({ sheet, row: long.row, column: long.column }, LONGEST_TEXT);
}
