import type { CellValue } from '../../../src/model';
import { difference, type Difference, NO_DIFFERENCE, run } from '../../fixtures/outcomes';
import { addColumn, type Edit, errorAt, mapTexts, set } from '../../fixtures/sheetEdits';
import { edited, without, withSheets } from '../../fixtures/workbooks';
import { ALL, findingList, FIRST, LIST, NAME, rest, visitList, VISITS, WHO } from './books';

const LINES = ALL.flatMap((v) => v.findings.map(() => v.name));
/** Rows (1-based) of her first finding and her first visit. */
const F = LINES.indexOf(NAME.name) + 3;
const V = FIRST + 3;

describe('faults in a list', () => {
  const list = withSheets(rest, findingList(ALL), visitList(ALL));
  const before = run(list);
  const after = (sheet: string, ...edits: readonly Edit[]): Difference =>
    difference(before, run(edited(list, sheet, ...edits)));
  const fault = (issue: string): Difference => ({
    ...NO_DIFFERENCE,
    added: [issue],
    unscored: [WHO],
    withheld: [NAME.department],
  });

  const cells: [string, Readonly<Record<string, CellValue>>, string][] = [
    ['not-a-number', { [`I${F}`]: '1+1' }, `I${F}`],
    ['ambiguous-mark', { [`I${F}`]: '√' }, `I${F}`],
    ['not-a-multiple', { [`I${F}`]: 0.5 }, `I${F}`],
    ['score-in-deduction-column', { [`I${F}`]: 21 }, `I${F}`],
    ['role-mismatch', { [`D${F}`]: '送货员' }, `D${F}`],
    ['department-mismatch', { [`B${F}`]: '河湾营销部' }, `B${F}`],
    ['finding-without-visit', { [`F${F}`]: '640119999999' }, `F${F}`],
    ['licence-precision', { [`F${F}`]: '6.4011E+11' }, `F${F}`],
    ['date-invalid', { [`G${F}`]: '某日' }, `G${F}`],
    ['unknown-person', { [`C${F}`]: '郑垒' }, `C${F}`],
  ];
  test.each(cells)('%s', (code, change, cell) => {
    // Rules differ between the posts; a row with another post must not complain about its rule too.
    expect(after(LIST, set(change))).toEqual(fault(`${code} ${LIST}!${cell}`));
  });
  test('formula-error', () =>
    expect(after(LIST, errorAt(`I${F}`, '#N/A'))).toEqual(fault(`formula-error ${LIST}!I${F}`)));
  test('an item that is none', () => {
    expect(after(LIST, set({ [`H${F}`]: '服务态度' })).unscored).toEqual([WHO]);
    expect(after(LIST, set({ [`H${F}`]: '' })).unscored).toEqual([WHO]);
    expect(after(LIST, set({ [`H${F}`]: '服务态度' })).added).toHaveLength(1);
  });
  test('items by id, number, number and title', () => {
    expect(before.issues.filter((issue) => !issue.startsWith('two-roles'))).toEqual([]);
    const at =
      ALL.flatMap((v) => v.findings.map((f) => [v.post, f[0]] as const)).findIndex(
        ([p, t]) => p === '客户经理' && t === '货源告知',
      ) + 3;
    for (const item of [
      'CM-S07',
      'cm-s07',
      '2.3',
      2.3,
      '2.3 货源告知',
      '2.3货源告知(1分)',
      '货源 告知',
      '2)2.3',
    ])
      expect(after(LIST, set({ [`H${at}`]: item }))).toEqual(NO_DIFFERENCE);
  });
  test('visit list', () => {
    expect(after(VISITS, set({ [`B${V}`]: '' })).added).toContain(`blank-person ${VISITS}!B${V}`);
    expect(after(VISITS, set({ [`C${V}`]: '送货员' }))).toEqual(fault(`role-mismatch ${VISITS}!C${V}`));
    expect(after(VISITS, set({ [`C${V}`]: '送货圆' }))).toEqual(fault(`role-mismatch ${VISITS}!C${V}`));
    expect(after(VISITS, set({ [`A${V}`]: '河湾营销部' }))).toEqual(
      fault(`department-mismatch ${VISITS}!A${V}`),
    );
    expect(after(VISITS, set({ [`B${V}`]: '郑垒' }))).toEqual(fault(`unknown-person ${VISITS}!B${V}`));
    expect(after(VISITS, set({ [`E${V}`]: '6.4011E+11' })).added).toEqual([
      `licence-precision ${VISITS}!E${V}`,
    ]);
    expect(after(VISITS, set({ [`E${V}`]: ALL[FIRST + 1]!.licence })).added[0]).toBe(
      `duplicate-visit ${VISITS}!E${V + 1}`,
    );
    expect(after(VISITS, set({ [`F${V}`]: '某日' }))).toEqual(fault(`date-invalid ${VISITS}!F${V}`));
    expect(after(VISITS, set({ [`F${V}`]: '' }))).toEqual({
      ...NO_DIFFERENCE,
      added: [`date-missing ${VISITS}!F${V}`],
    });
    expect(
      after(VISITS, addColumn(['', '测评人', ...Array.from({ length: FIRST }, () => ''), NAME.name])),
    ).toEqual({
      ...NO_DIFFERENCE,
      added: [`self-assessment ${VISITS}!G${V}`],
    });
  });
  test('counts instead of points', () => {
    const counted = edited(
      list,
      LIST,
      mapTexts(2, 2, (t) => (t === '扣分' ? '项数' : t)),
      (s) => ({
        ...s,
        values: s.values.map((row, at) =>
          at < 2 || row[8] !== 2 ? row : row.map((v, c) => (c === 8 ? 1 : v)),
        ),
      }),
    );
    const found = difference(before, run(counted));
    expect(found.unscored).toEqual([]);
  });
});

describe('without a roster', () => {
  const list = without(withSheets(rest, findingList(ALL), visitList(ALL)), '人员名册');
  const before = run(list);
  const after = (sheet: string, ...edits: readonly Edit[]): Difference =>
    difference(before, run(edited(list, sheet, ...edits)));
  test('a post that is none is not passed over', () => {
    const found = after(VISITS, set({ [`C${V + 1}`]: '客户精理' }));
    expect(found.added).toEqual([`role-mismatch ${VISITS}!C${V + 1}`]);
    expect(found.unscored).toEqual([WHO]);
  });
  test('a blank department makes no second person', () => {
    const found = after(VISITS, set({ [`A${V + 1}`]: '' }));
    expect(found.appeared).toEqual([]);
    expect(found.added).toEqual([`department-mismatch ${VISITS}!A${V + 1}`]);
    expect(found.unscored).toContain(WHO);
  });
  test('an error value is no person', () => {
    const found = after(VISITS, errorAt('B4', '#N/A'));
    expect(found.appeared).toEqual([]);
    expect(found.added).toContain(`formula-error ${VISITS}!B4`);
  });
});
