import { sample, without } from '../../../tests/fixtures/workbooks';
import type { Snapshot } from '../../workbook/snapshot';
import { cellName } from '../../model';
import { yinchuan2008 } from '../../schemes';
import { evaluate } from '../evaluate';
import { previewEntry } from './preview';

const scheme = yinchuan2008();

const visit = {
  sheet: '明细测评表-客户经理',
  persons: [{ department: '示例一所', name: '李明', post: 'CM' }],
  household: '',
  licence: '',
  date: 39_602,
  inspector: '',
  note: '',
  faults: [{ indicator: 'CM-S03', count: 1 }],
};

/** A household that 李明 has been to already, with its row. */
function known(book: Snapshot) {
  const sheet = book.sheets.find(({ name }) => name === visit.sheet)!;
  const row = sheet.values.findIndex((cells) => cells.includes('李明'));
  const licence = sheet.values[row]!.findIndex((cell) => /^\d{12}$/.test(String(cell)));
  return { row: row + sheet.top, licence, text: String(sheet.values[row]![licence]), sheet };
}

test('a household that is recorded already is said before, with its cell and the error it would bring', async () => {
  const book = sample('worked-examples');
  const { row, text } = known(book);
  const preview = await previewEntry(evaluate(book, scheme), { ...visit, household: '', licence: text });
  expect(preview.recorded?.cell).toMatchObject({ sheet: visit.sheet, row });
  expect(preview.issues.map(({ code }) => code)).toContain('duplicate-visit');
  expect(preview.effects).toMatchObject([{ points: 19, maximum: 20, before: 68.33, after: null }]);
});

test('a row that waits for its visit is filled in, not doubled', async () => {
  const book = without(sample('worked-examples'), '人员名册');
  const { row, text, licence, sheet } = known(book);
  const head = sheet.values.find((cells) => cells.includes('检查日期'))!;
  const date = head.indexOf('检查日期');
  const values = sheet.values.map((cells, at) =>
    at + sheet.top === row ? cells.map((cell, x) => (x === date ? '待走访' : x > date ? '' : cell)) : cells,
  );
  const waiting = {
    ...book,
    sheets: book.sheets.map((each) => (each === sheet ? { ...sheet, values } : each)),
  };
  const household = String(values[row - sheet.top]![licence - 1]);
  const preview = await previewEntry(evaluate(waiting, scheme), { ...visit, household, licence: text });
  expect([preview.recorded, preview.waiting]).toEqual([null, [{ sheet: visit.sheet, row }]]);
  expect(preview.plan.changes.map(({ kind }) => kind)).not.toContain('insertRows');
  const cells = preview.plan.cells.map(({ cell }) => cellName(cell.row, cell.column));
  expect(cells[0]).toBe(cellName(row, date));
});
