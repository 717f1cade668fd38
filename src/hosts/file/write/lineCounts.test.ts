import type { NewCell, NewSheet } from '../../../workbook/host';
import { newWorkbook } from '../newWorkbook';
import { unzipFiles } from '../zipFiles';
import { lineCounts } from './lineCounts';

const text = (row: number, column: number, value: string): NewCell => ({ row, column, value, style: 'text' });

const sheet: NewSheet = {
  name: '登记',
  cells: [
    { row: 0, column: 0, value: '走访登记', style: 'title' },
    text(1, 0, '东一片第143店'),
    text(1, 1, '短'),
    text(2, 0, '一店'),
    text(3, 0, '一二三四五六七八九'),
    text(4, 0, '第一行\n第二行\n第三行'),
    text(5, 0, '合在两行里的很长很长的一句话'),
    { row: 7, column: 0, value: '制表说明不换行,写得再长也只占一行', style: 'meta' },
  ],
  merges: [
    { top: 3, left: 0, bottom: 3, right: 1 },
    { top: 5, left: 0, bottom: 6, right: 0 },
  ],
  columnWidths: [10, 10],
  headerRows: 1,
  landscape: true,
  lists: [],
};

test('a text longer than its column takes several lines; merged columns have the room of all of them', () => {
  // 东一片第143店: 13 characters wide, with 9 in a column of 10; the 18 of row 3 stand in 19.
  expect([...lineCounts(sheet)]).toEqual([
    [1, 2],
    [4, 3],
  ]);
});

test('such a row is as high as its lines in the file, and Excel may still fit it', () => {
  const parts = unzipFiles(Buffer.from(newWorkbook([sheet])), 'x.xlsx');
  const xml = new TextDecoder().decode(parts.get('xl/worksheets/sheet1.xml'));
  expect([...xml.matchAll(/<row [^>]*>/g)].map(([tag]) => tag)).toEqual([
    '<row r="1" ht="30" customHeight="1">',
    '<row r="2" ht="30">',
    '<row r="3">',
    '<row r="4">',
    '<row r="5" ht="45">',
    '<row r="6">',
    '<row r="8">',
  ]);
});
