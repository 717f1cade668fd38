import type { CellValue, Revision } from '../../model';
import type { WorkbookChange } from '../host';
import { type SheetSnapshot, valueAt } from '../snapshot';
import { blocksOf, KEYS, settingsIn } from './blocks';
import { HISTORY_HEADERS } from './labels';

/**
 * What writes a revision on a sheet of rules: its version above, and a line below those that stand in the history
 * already. Where the sheet has no history any more, one is begun at its end; what stands below a history moves down.
 */
export function revisionChanges(sheet: SheetSnapshot, revision: Revision): WorkbookChange[] {
  const version = settingsIn(sheet).get('version')?.cell;
  const cells = version
    ? [{ row: version.row, column: version.column, value: revision.version as CellValue }]
    : [];
  const history = blocksOf(sheet, KEYS).get('history');
  const headers = Object.entries(HISTORY_HEADERS) as [keyof Revision, string][];
  if (!history) {
    const row = sheet.top + sheet.values.length + 1;
    const head = headers.map(([, header], index) => ({ row, column: sheet.left + index, value: header }));
    const line = headers.map(([key], index) => ({
      row: row + 1,
      column: sheet.left + index,
      value: revision[key],
    }));
    return [{ kind: 'setCells', sheet: sheet.name, cells: [...cells, ...head, ...line] }];
  }
  const row = history.headerRow + history.rows.length + 1;
  const line = headers.flatMap(([key, header]) => {
    const column = history.columns.get(header);
    return column === undefined ? [] : [{ row, column, value: revision[key] }];
  });
  const taken = (sheet.values[row - sheet.top] ?? []).some(
    (_, index) => valueAt(sheet, row, sheet.left + index) !== '',
  );
  const room: WorkbookChange[] = taken
    ? [{ kind: 'insertRows', sheet: sheet.name, row, count: 1, formatOf: row - 1 }]
    : [];
  return [...room, { kind: 'setCells', sheet: sheet.name, cells: [...cells, ...line] }];
}
