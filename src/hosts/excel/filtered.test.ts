import { openInExcel } from '../../../emulator/bridge/install';
import { WorkbookModel, type SheetModel } from '../../../emulator/model';
import { createExcelHost } from './excel-host';

/** Four rows below a header; the filter shows those of 甲. */
function filtered(): { workbook: WorkbookModel; sheet: SheetModel } {
  const workbook = new WorkbookModel();
  const sheet = workbook.addSheet('汇总');
  ['部门', '甲', '乙', '甲', '乙'].forEach((name, row) => workbook.store(sheet, row, 0, name));
  sheet.filter = { top: 0, left: 0, bottom: 4, right: 0 };
  sheet.filterColumns.set(0, '<filters><filter val="甲"/></filters>');
  for (const row of [2, 4]) sheet.hiddenRows.add(row);
  return { workbook, sheet };
}

const column = (sheet: SheetModel): unknown[] => [0, 1, 2, 3, 4].map((row) => sheet.value(row, 0));

test.each([
  ['all of them', 2, 1, '第 3 行要删除'],
  ['one of them', 1, 2, '第 2 行到第 3 行要删除'],
])('rows that a filter hides are not deleted, %s: the user is told, nothing is written', async (...row) => {
  const [, first, count, words] = row;
  const { workbook, sheet } = filtered();
  const before = column(sheet);
  openInExcel(workbook);
  const writing = createExcelHost().write([
    { kind: 'setCells', sheet: '汇总', cells: [{ row: 1, column: 0, value: '丙' }] },
    { kind: 'deleteRows', sheet: '汇总', row: first, count },
  ]);
  await expect(writing).rejects.toMatchObject({
    code: 'not-writable',
    message: expect.stringContaining(words),
  });
  expect(column(sheet)).toEqual(before);
});

test('rows that show go, and the filter stays', async () => {
  const { workbook, sheet } = filtered();
  openInExcel(workbook);
  await createExcelHost().write([{ kind: 'deleteRows', sheet: '汇总', row: 3, count: 1 }]);
  expect(column(sheet)).toEqual(['部门', '甲', '乙', '乙', '']);
  expect([sheet.filter?.bottom, [...sheet.hiddenRows]]).toEqual([3, [2, 3]]);
});
