import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { buildWorkbook } from '../../tests/contract/buildWorkbook';
import { readWorkbook } from '../../src/hosts/file/bytes';
import { valueAt } from '../../src/workbook/snapshot';
import { openFile } from './file';

const BOOK = buildWorkbook({
  formats: ['0.00%', '@'],
  sheets: [
    {
      name: '表',
      head: '<sheetViews><sheetView workbookViewId="0"><pane ySplit="2" topLeftCell="A3" state="frozen"/></sheetView></sheetViews><cols><col min="1" max="2" width="20" customWidth="1"/></cols>',
      tail: '<sheetProtection sheet="1"/>',
      cells: {
        A1: '甲',
        B1: { value: 0.5, style: 1 },
        C1: { value: '007', style: 2 },
        D1: { formula: 'SUM(B1:B1)' },
      },
    },
    { name: '别表', cells: { A1: 1 } },
  ],
  names: [{ name: '率', ref: '表!$B$1' }],
});

test('a workbook is opened with its looks, sizes, protection, panes and names', () => {
  const { workbook } = openFile(BOOK, '甲.xlsx');
  const sheet = workbook.sheet('表')!;
  expect([sheet.cell(0, 1).numberFormat, sheet.cell(0, 2).numberFormat]).toEqual(['0.00%', '@']);
  expect([sheet.columnWidths.get(1), sheet.frozen?.bottom, sheet.isProtected]).toEqual([105, 1, true]);
  expect(workbook.names).toEqual([{ name: '率', formula: '=表!$B$1', visible: true, scope: null }]);
  // Not calculated in the file: computed when opened, as Excel does.
  expect(sheet.value(0, 3)).toBe(0.5);
});

test('looks of cells come from the file', () => {
  const path = join(__dirname, '../../tests/samples/existing-summary.xlsx');
  const { workbook } = openFile(new Uint8Array(readFileSync(path)), null);
  const header = workbook.sheets.flatMap((sheet) => [0, 1, 2, 3].map((row) => sheet.cell(row, 0).format));
  expect(header.some(({ bold }) => bold)).toBe(true);
});

test('saving writes what was done since, and leaves every other part as it was', () => {
  const { workbook, save, unsaved } = openFile(BOOK, '甲.xlsx');
  const sheet = workbook.sheet('别表')!;
  workbook.enter(sheet, 0, 0, '12');
  workbook.enter(sheet, 1, 0, '=A1*2');
  workbook.store(sheet, 2, 0, '=文本');
  workbook.shift(sheet, { axis: 'row', at: 0, count: 1 });
  const made = workbook.addSheet('新表');
  workbook.enter(made, 0, 0, '新');
  workbook.enter(made, 0, 1, '=别表!A2');
  const bytes = save();
  const after = readWorkbook(bytes, null);
  const at = (name: string, row: number, column: number) =>
    valueAt(
      after.sheets.find((one) => one.name === name)!,
      row,
      column,
    );
  expect([at('别表', 1, 0), at('别表', 3, 0), at('新表', 0, 0)]).toEqual([12, '=文本', '新']);
  expect([...after.sheets[1]!.formulas.values()]).toEqual(['=A2*2']);
  expect([...after.sheets[2]!.formulas.values()]).toEqual(['=别表!A2']);
  expect(unzipSync(bytes)['xl/worksheets/sheet1.xml']).toEqual(unzipSync(BOOK)['xl/worksheets/sheet1.xml']);
  expect(unsaved()).toEqual([]);
});

test('says what cannot be saved', () => {
  const { workbook, unsaved } = openFile(BOOK, '甲.xlsx');
  workbook.renameSheet(workbook.sheet('别表')!, '改名');
  expect(unsaved()).toEqual(['别表:新的工作表名 改名']);
});
