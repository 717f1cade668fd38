import { BLANK } from '../../model';
import { WorkbookModel } from '../../model';
import { ModelBook } from '../model-book';
import { indexAt, layOut, span } from './geometry';
import { step } from './keys';
import { mergeAt, mergesIn } from './merges';

function sheetWith(hiddenRow: number) {
  const workbook = new WorkbookModel('a.xlsx');
  const sheet = workbook.addSheet('甲');
  sheet.put(149, 30, { ...BLANK, value: 1 });
  sheet.hiddenRows.add(hiddenRow);
  return new ModelBook(workbook, async () => new Uint8Array()).active();
}

test('there is room beyond what stands there, and a hidden row takes none', () => {
  const { rows, columns } = layOut(sheetWith(3), { row: 0, column: 0 });
  expect(rows.count).toBeGreaterThan(150);
  expect(columns.count).toBeGreaterThan(31);
  expect(span(rows, 3, 3)).toBe(0);
  expect(indexAt(rows, rows.starts[4]!)).toBe(4);
});

test('a selection far out can be reached', () => {
  const { rows, columns } = layOut(sheetWith(0), { row: 999, column: 99 });
  expect(rows.count).toBeGreaterThan(999);
  expect(columns.count).toBeGreaterThan(99);
});

test.each([
  [-5, 0],
  [0, 0],
  [22, 1],
  [1e9, 188],
])('position %d lies in row %d', (position, index) => {
  expect(indexAt(layOut(sheetWith(200), { row: 0, column: 0 }).rows, position)).toBe(index);
});

test('merged areas are found by a cell and by a view', () => {
  const merges = [{ top: 2, left: 1, bottom: 4, right: 1 }];
  expect(mergeAt(merges, 4, 1)).toBe(merges[0]);
  expect(mergeAt(merges, 5, 1)).toBeNull();
  expect(mergesIn(merges, { top: 4, left: 0, bottom: 9, right: 9 })).toHaveLength(1);
  expect(mergesIn(merges, { top: 5, left: 0, bottom: 9, right: 9 })).toHaveLength(0);
});

test('keys move, with Shift some of them back', () => {
  expect(step({ key: 'Enter', shiftKey: true })).toEqual({ rows: -1, columns: 0 });
  expect(step({ key: 'ArrowLeft', shiftKey: true })).toEqual({ rows: 0, columns: -1 });
  expect(step({ key: 'a', shiftKey: false })).toBeNull();
});
