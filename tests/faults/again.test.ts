import { WorkbookModel, type SheetModel } from '../../emulator/model';
import { ACTS } from './injections';

function book(...rows: readonly string[]): { workbook: WorkbookModel; sheet: SheetModel } {
  const workbook = new WorkbookModel('book.xlsx');
  const sheet = workbook.addSheet('表');
  rows.forEach((text, row) => workbook.store(sheet, row, 0, text));
  return { workbook, sheet };
}

const texts = (sheet: SheetModel): unknown[] => [0, 1, 2].map((row) => sheet.value(row, 0));

describe('what the other user does again in another copy', () => {
  const again = ACTS['改了要写的表']!(book('一', '二').workbook, '表')!;

  test('goes to the same cell, also where another row is the last by then', () => {
    const { workbook, sheet } = book('一', '二', '凭证');
    expect(again(workbook)).toBe(true);
    expect(texts(sheet)).toEqual(['一', '别人写的', '凭证']);
  });

  test('is not done where that cell has moved or is another by then', () => {
    const { workbook, sheet } = book('一', '新的一行', '二');
    expect(again(workbook)).toBe(false);
    expect(texts(sheet)).toEqual(['一', '新的一行', '二']);
  });
});
