import type { Snapshot } from '../../src/workbook/snapshot';
import {
  addColumn,
  difference,
  type Edit,
  edited,
  errorAt,
  insertRows,
  mapTexts,
  NO_DIFFERENCE,
  plain,
  renamed,
  run,
  sample,
  set,
  uncalculatedAt,
} from '../fixtures/workbooks';

const BOOK = 'existing-summary';
const CM = '明细测评表-客户经理';
const ROSTER = '人员名册';
const COMPLAINTS = '客户投诉测评表';
const SATISFACTION = '客户满意度';

const after = (sheet: string, ...edits: readonly Edit[]) =>
  difference(plain(BOOK), run(edited(sample(BOOK), sheet, ...edits)));
const same = (book: Snapshot) => expect(difference(plain(BOOK), run(book))).toEqual(NO_DIFFERENCE);

describe('what staff write around the title of a rule', () => {
  const forms: [string, (text: string) => string][] = [
    ['points without brackets', (text) => `${text}1分`],
    ['扣2分', (text) => `${text} 扣2分`],
    ['/1分', (text) => `${text}/1分`],
    ['扣分', (text) => `${text}扣分`],
    ['(扣分)', (text) => `${text}(扣分)`],
    ['一、', (text) => `一、${text}`],
    ['第三项:', (text) => `第三项:${text}`],
    ['the post before it', (text) => `客户经理-${text}`],
  ];
  test.each(forms)('%s', (_, form) => same(edited(sample(BOOK), CM, mapTexts(4, 4, form))));
});

test('headers decide, title and tab only between rules of one header', () => {
  const title = set({ A1: '专管员服务质量明细测评表', H3: '标准服务' });
  same(edited(sample(BOOK), CM, title));
  const stray = addColumn(['', '', '', '亮证经营', 1]);
  expect(after(CM, stray)).toEqual(NO_DIFFERENCE);
  const tab = edited(sample(BOOK), CM, set({ A1: '明细测评表', H3: '标准服务' }), renamed('专管员六月'));
  same(tab);
});

test('two columns of names are one fault', () => {
  const found = after(CM, addColumn(['', '', '姓名', '']));
  expect(found.added).toEqual([`header-ambiguous ${CM}!V3`]);
  expect(found.unscored.every((key) => key.endsWith('客户经理'))).toBe(true);
});

test('a date that was never calculated is not a missing one', () => {
  expect(after(CM, uncalculatedAt('F6')).added).toEqual([`formula-not-calculated ${CM}!F6`]);
  expect(after(COMPLAINTS, uncalculatedAt('A3')).added).toEqual([`formula-not-calculated ${COMPLAINTS}!A3`]);
});

test('a score below 0 is out of range, and says nothing of the unit', () => {
  expect(after(SATISFACTION, set({ D3: -1 })).added).toEqual([`rate-out-of-range ${SATISFACTION}!D3`]);
});

test('an en dash before a figure is a minus', () => {
  expect(after(CM, set({ J6: '\u20131', T6: 4 })).added).toEqual([`negative-deduction ${CM}!J6`]);
});

test('a register that says that there were no complaints', () => {
  for (const text of ['无', '本期无投诉'])
    expect(after(COMPLAINTS, insertRows(12, [text]))).toEqual(NO_DIFFERENCE);
});

describe('a row of the roster that cannot be read is one fault', () => {
  test('a blank department', () => {
    const found = after(ROSTER, set({ A3: '' }));
    expect(found.added).toEqual([`department-mismatch ${ROSTER}!A3`]);
    expect(found.appeared).toEqual([]);
    expect(found.withheld).toEqual(['城东营销部']);
  });
  test.each([
    ['B3', 'name'],
    ['C3', 'post'],
    ['A3', 'department'],
  ])('an error value in %s (%s)', (cell) => {
    const found = after(ROSTER, errorAt(cell, '#N/A'));
    expect(found.added).toEqual([`formula-error ${ROSTER}!${cell}`]);
    expect(found.appeared).toEqual([]);
    expect(found.withheld).toEqual(['城东营销部']);
  });
});
