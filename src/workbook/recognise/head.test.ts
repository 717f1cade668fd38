import { snapshotOf, sheetOf } from '../../../tests/fixtures/snapshots';
import type { CellValue } from '../../model';
import { yinchuan2008 } from '../../schemes';
import type { SheetSnapshot } from '../snapshot';
import { DEEPEST_HEADER, ofHead } from './head';
import { findHeader } from './header';
import { recognise } from './recognise';
import { vocabularyOf } from './vocabulary';

const scheme = yinchuan2008();
const vocabulary = vocabularyOf(scheme);

const HEADER = ['部(所)', '姓名', '岗位', '满意度'];
const person = (name: string): CellValue[] => ['城东营销部', name, '客户经理', 90];

/** A sheet of so many persons under its header, read anew. */
function sheetWith(persons: number, header: readonly CellValue[] = HEADER): SheetSnapshot {
  return sheetOf('客户满意度', [
    [...header],
    ...Array.from({ length: persons }, (_, at) => person(`张${at}`)),
  ]);
}

function counting(): { step: (sheet: SheetSnapshot) => number; asked: SheetSnapshot[] } {
  const asked: SheetSnapshot[] = [];
  const step = ofHead((head) => asked.push(head));
  return { step: (sheet) => step(sheet, vocabulary), asked };
}

test('what only differs below the rows of a header is recognised once', () => {
  const { step, asked } = counting();
  step(sheetWith(DEEPEST_HEADER));
  step(sheetWith(DEEPEST_HEADER));
  const longer = sheetWith(DEEPEST_HEADER + 5);
  step(longer);
  step({ ...longer, formats: new Map([[0, '0%']]) });
  expect(asked).toHaveLength(1);
});

test.each<[string, (sheet: SheetSnapshot) => SheetSnapshot]>([
  ['a cell of the header', ({ values, ...sheet }) => ({ ...sheet, values: [['单位'], ...values.slice(1)] })],
  ['a cell of a row of data', ({ values, ...sheet }) => ({ ...sheet, values: [values[0]!, ['合计']] })],
  ['one row less', ({ values, ...sheet }) => ({ ...sheet, values: values.slice(0, -1) })],
  ['a cell more', ({ values, ...sheet }) => ({ ...sheet, values: [[...values[0]!, '备注'], values[1]!] })],
  ['its place', (sheet) => ({ ...sheet, left: 1 })],
  ['its row', (sheet) => ({ ...sheet, top: 1 })],
  ['its tab', (sheet) => ({ ...sheet, name: '满意度' })],
  ['a merged area', (sheet) => ({ ...sheet, merges: [{ top: 0, left: 0, bottom: 1, right: 0 }] })],
])('%s makes it another head', (_, changed) => {
  const { step, asked } = counting();
  step(sheetWith(1));
  step(changed(sheetWith(1)));
  expect(asked).toHaveLength(2);
});

test('a merged area that is another one is another head', () => {
  const { step, asked } = counting();
  const area = { top: 0, left: 0, bottom: 1, right: 0 };
  for (const merges of [[area], [{ ...area, right: 1 }], [area, { ...area, left: 2, right: 2 }], [area]])
    step({ ...sheetWith(1), merges });
  expect(asked).toHaveLength(4);
});

test('a step sees nothing but the head', () => {
  const { step, asked } = counting();
  const far = { top: 500, left: 0, bottom: 501, right: 0 };
  step({ ...sheetWith(600), merges: [far], formats: new Map([[1, '0%']]) });
  expect(asked[0]!.values).toHaveLength(DEEPEST_HEADER + 1);
  expect([asked[0]!.merges, asked[0]!.formats.size]).toEqual([[], 0]);
});

test('another regulation has its own words for the same head', () => {
  const other = vocabularyOf({ ...scheme });
  const sheet = sheetWith(3);
  expect(findHeader(sheet, vocabulary)).toBe(findHeader(sheetWith(3), vocabulary));
  expect(findHeader(sheet, other)).not.toBe(findHeader(sheet, vocabulary));
});

test('the layout is that of the sheet that was read, with all its rows', () => {
  const sheets = [sheetWith(50), sheetWith(60)];
  const layouts = sheets.map((sheet) => recognise(snapshotOf(sheet), scheme).layouts[0]!);
  expect(layouts.map(({ sheet }) => sheet)).toEqual(sheets);
  expect(layouts[0]!.header).toBe(layouts[1]!.header);
});

test('a column that is put right in the header is read', () => {
  const before = recognise(snapshotOf(sheetWith(3, ['部(所)', '姓名', '岗位', '满意'])), scheme);
  const after = recognise(snapshotOf(sheetWith(3)), scheme);
  expect(before.layouts[0]?.fields.has('satisfaction') ?? false).toBe(false);
  expect(after.layouts[0]!.fields.has('satisfaction')).toBe(true);
});
