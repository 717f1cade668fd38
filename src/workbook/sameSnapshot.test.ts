import { format, set } from '../../tests/fixtures/sheetEdits';
import { edited, sample, withSheets, without } from '../../tests/fixtures/workbooks';
import { finished } from '../model';
import { differingSheets, isSameSnapshotInSlices } from './sameSnapshot';
import { cellKey, type SheetSnapshot, type Snapshot } from './snapshot';

const book = sample('existing-summary');
const NAME = '客户满意度';

/** The same in objects of its own, as another read gives it. */
function readAgain({ sheets, ...rest }: Snapshot): Snapshot {
  return { ...rest, sheets: sheets.map((sheet) => ({ ...sheet, merges: [...sheet.merges].reverse() })) };
}

const having =
  (change: Partial<SheetSnapshot>) =>
  (sheet: SheetSnapshot): SheetSnapshot => ({ ...sheet, ...change });

test('another read of the same workbook is the same', () => {
  expect(finished(isSameSnapshotInSlices(book, readAgain(book)))).toBe(true);
  expect(differingSheets(book, readAgain(book))).toEqual([]);
});

test.each<[string, (sheet: SheetSnapshot) => SheetSnapshot]>([
  ['a value', set({ D2: 1 })],
  ['a number that became text', (sheet) => set({ D3: String(sheet.values[2]![3]) })(sheet)],
  ['a further row', set({ A99: '张三' })],
  ['a number format', format('D2', '0%')],
  ['a formula that shows the same', having({ formulas: new Map([[cellKey(1, 3), '=1+1']]) })],
  ['a merged area', having({ merges: [{ top: 1, left: 0, bottom: 2, right: 0 }] })],
  ['an error that was text', having({ errors: new Set([cellKey(1, 3)]) })],
  ['a formula without a value', having({ uncalculated: new Set([cellKey(1, 3)]) })],
  ['a hidden sheet', having({ visible: false })],
  ['another place', having({ top: 1 })],
])('%s is a difference of its sheet', (_what, change) => {
  const now = edited(book, NAME, change);
  expect(differingSheets(book, now)).toEqual([NAME]);
  expect(finished(isSameSnapshotInSlices(book, now))).toBe(false);
});

test('sheets that came, went or moved, the memory and the date system are differences', () => {
  const [first, ...others] = book.sheets;
  expect(differingSheets(book, without(book, NAME))).toEqual([NAME]);
  expect(differingSheets(book, withSheets(book, { ...first!, name: '新' }))).toEqual(['新']);
  for (const now of [
    { ...book, sheets: [...others, first!] },
    { ...book, memory: '<memory/>' },
    { ...book, date1904: true },
  ])
    expect(finished(isSameSnapshotInSlices(book, now))).toBe(false);
});
