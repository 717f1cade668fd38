import { openInExcel } from '../../../emulator/bridge/install';
import { workbookFromSnapshot } from '../../../emulator/model';
import { sheetOf, snapshotOf } from '../../../tests/fixtures/snapshots';
import { createExcelHost } from './excel-host';

const ROWS = 120_000;
const COLUMNS = 12;

/** More than two round trips by the number of its cells. */
function heavy(): readonly (readonly string[])[] {
  return Array.from({ length: ROWS }, (_, row) =>
    Array.from({ length: COLUMNS }, (__, column) => (column === 0 ? `第${row}户` : '订单')),
  );
}

test('where cells hold more than they usually do only the first block is asked for in vain', async () => {
  const limits = { payload: 2_500_000, cells: 5_000_000 };
  const endpoint = openInExcel(workbookFromSnapshot(snapshotOf(sheetOf('明细', heavy()))), { limits });
  const { sheets } = await createExcelHost().read({ wantsDetail: () => false });
  expect(sheets[0]!.values).toHaveLength(ROWS);
  expect(sheets[0]!.values.map(([first]) => first)).toEqual(heavy().map(([first]) => first));
  // List, at one go, sizes; the first block of 640,000 cells, its halves and quarters; then quarters at once, and details.
  expect(endpoint.requests).toBeLessThanOrEqual(3 + 7 + 5 + 1);
}, 60_000);
