import type { CellValue } from '../../../src/model';
import { NO_DIFFERENCE, plain } from '../../fixtures/outcomes';
import { type Edit, errorAt, set, uncalculatedAt } from '../../fixtures/sheetEdits';
import { sample } from '../../fixtures/workbooks';
import { after, BOOK, CM, DL, fault, HUA, remark } from './faults';

test('the sample is clean', () => {
  expect(plain(BOOK).issues.filter((issue) => !issue.startsWith('two-roles'))).toEqual([]);
});

describe('deduction cells of a matrix', () => {
  const cases: [string, CellValue, string | null, boolean][] = [
    ['1+1', '1+1', 'not-a-number', true],
    ['1、2', '1、2', 'not-a-number', true],
    ['a remark', '2(两处)', 'not-a-number', true],
    ['two figures with a space', '1 2', 'not-a-number', true],
    ['a power', '1²', 'not-a-number', true],
    ['a number in a circle', '①', 'not-a-number', true],
    ['two lines', '1\n1', 'not-a-number', true],
    ['a word', '价签缺', 'not-a-number', true],
    ['TRUE', true, 'not-a-number', true],
    ['√', '√', 'ambiguous-mark', true],
    ['☑', '☑', 'ambiguous-mark', true],
    ['half a point', 0.5, 'not-a-multiple', true],
    ['1.004 points', 1.004, 'not-a-multiple', true],
    ['a score', 25, 'score-in-deduction-column', true],
    ['是 where nothing is asked', '是', 'not-a-number', true],
    ['否 where nothing is asked', '否', 'not-a-number', true],
  ];
  test.each(cases)('%s', (_, value, code, unscored) => {
    expect(after(CM, set({ J6: value }))).toEqual(fault(`${code} ${CM}!J6`, unscored ? [HUA] : []));
  });

  const readable: [string, CellValue, number, string | null][] = [
    ['a number', 1, 1, null],
    ['binary noise', 0.1 + 0.2 + 0.7, 1, null],
    ['a text', '1', 1, 'text-number'],
    ['full width', '１', 1, 'text-number'],
    ['1分', '1分', 1, 'text-number'],
    ['扣1', '扣1', 1, 'text-number'],
    ['扣1分', '扣 1 分', 1, 'text-number'],
    ['(1)', '(1)', 1, 'text-number'],
    ['（１）', '（１）', 1, 'text-number'],
    ['-1', -1, 1, 'negative-deduction'],
    ['text -1', '-1', 1, 'negative-deduction'],
    ['－１', '－１', 1, 'negative-deduction'],
    ['U+2212', '\u22121', 1, 'negative-deduction'],
    ['invisible', '\u200b1\u00a0', 1, 'text-number'],
    ['×', '×', 1, null],
    ['✗', '✗', 1, null],
    ['不合格', '不 合格', 1, null],
    ['不符', '不符', 1, null],
    ['0', 0, 0, null],
    ['text 0', '0', 0, null],
    ['０', '０', 0, null],
    ['无', '无', 0, null],
    ['/', '/', 0, null],
    ['／', '／', 0, null],
    ['—', '—', 0, null],
    ['-', '-', 0, null],
    ['－', '－', 0, null],
    ['合格', ' 合格 ', 0, null],
    ['符合', '符合', 0, null],
    ['正常', '正常', 0, null],
    ['a space', ' ', 0, null],
    ['an ideographic space', '　', 0, null],
  ];
  const before = plain(BOOK).result.persons.find((person) => person.name === '郑磊')!;
  const households = before.households;
  test.each(readable)('%s is read', (_, value, points, code) => {
    const row =
      sample(BOOK)
        .sheets.find((s) => s.name === CM)!
        .values.findIndex((r) => r[1] === '' && r[4] !== '') + 1;
    expect(row).toBe(6);
    const total = 3 + points;
    const found = after(CM, set({ J6: value, T6: total }));
    expect(found.added).toEqual(code === null ? [] : [`${code} ${CM}!J6`]);
    expect(found.unscored).toEqual([]);
    expect(found.changed).toEqual(points === 0 ? [] : [HUA]);
    expect(households).toBeGreaterThan(0);
  });

  test('- with a note is no zero', () => {
    expect(after(CM, set({ J6: '-', U6: '价签缺失' }))).toEqual(fault(`not-a-number ${CM}!J6`, [HUA]));
    expect(after(CM, set({ J6: '/', U6: '价签齐全' }))).toEqual(NO_DIFFERENCE);
  });

  test('是 and 否 where the header asks', () => {
    const asks = set({ J4: '价签维护是否到位' });
    expect(after(CM, asks, set({ J6: '是' }))).toEqual(NO_DIFFERENCE);
    const found = after(CM, asks, set({ J6: '否', T6: 4 }));
    expect({ ...found, changed: [] }).toEqual(NO_DIFFERENCE);
    expect(found.changed).toEqual([HUA]);
  });

  test('a header that counts faults', () => {
    const counts = set({ K4: '卷烟库存次数' });
    const sheet = sample(BOOK).sheets.find((s) => s.name === CM)!;
    const halved: Edit = (s) => ({
      ...s,
      values: s.values.map((row, at) =>
        at < 4 || row[10] !== 2 ? row : row.map((v, c) => (c === 10 ? 1 : v)),
      ),
    });
    expect(sheet.values.some((row, at) => at >= 4 && row[10] === 2)).toBe(true);
    expect(after(CM, counts, halved)).toEqual(NO_DIFFERENCE);
  });

  test('more than once', () => {
    const found = after(CM, set({ J6: 2, T6: 5 }));
    expect(found.added).toEqual([`repeat-finding ${CM}!J6`]);
    expect(found.changed).toEqual([HUA]);
    expect(after(CM, set({ P6: 3, T6: 5 })).added).toEqual([]);
  });

  test('error values and formulas never calculated', () => {
    for (const text of ['#N/A', '#REF!', '#VALUE!', '#DIV/0!', '#NAME?'])
      expect(after(CM, errorAt('J6', text))).toEqual(fault(`formula-error ${CM}!J6`, [HUA]));
    expect(after(CM, uncalculatedAt('J6'))).toEqual(fault(`formula-not-calculated ${CM}!J6`, [HUA]));
  });

  test('the total of a row', () => {
    expect(after(CM, set({ T6: 5 }))).toEqual(remark(`row-total-differs ${CM}!T6`));
    expect(after(CM, set({ T6: -3 }))).toEqual(NO_DIFFERENCE);
    expect(after(CM, set({ T6: '' }))).toEqual(NO_DIFFERENCE);
    expect(after(CM, set({ J6: 'x' }))).toEqual(fault(`not-a-number ${CM}!J6`, [HUA]));
  });

  test('both sides of one exclusive rule', () => {
    const found = after(DL, set({ K5: 1, L5: 1, N5: 2 }));
    expect(found).toEqual(fault(`exclusive-findings ${DL}!L5`, ['城东营销部 吕静 送货员']));
  });
});
