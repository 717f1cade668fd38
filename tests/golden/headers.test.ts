import type { Snapshot } from '../../src/workbook/snapshot';
import { difference, NO_DIFFERENCE, plain, run } from '../fixtures/outcomes';
import {
  addColumn,
  type Edit,
  errorAt,
  insertRows,
  mapTexts,
  removeColumn,
  renamed,
  set,
  sheetOfRows,
  uncalculatedAt,
} from '../fixtures/sheetEdits';
import { edited, sample, withSheets } from '../fixtures/workbooks';

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

test('a verdict that cannot be read is the fault of its formula', () => {
  const cell = `${COMPLAINTS}!G4`;
  const whom = ['城东营销部 褚洋 专管员'];
  const error = after(COMPLAINTS, errorAt('G4', '#N/A'));
  expect(error).toEqual({
    ...NO_DIFFERENCE,
    added: [`formula-error ${cell}`],
    unscored: whom,
    withheld: ['城东营销部'],
  });
  expect(after(COMPLAINTS, uncalculatedAt('G4'))).toEqual({
    ...error,
    added: [`formula-not-calculated ${cell}`],
  });
});

describe('a parent that says how the cells below it count', () => {
  const halved: Edit = (sheet) => ({
    ...sheet,
    values: sheet.values.map((row, at) =>
      at < 4 ? row : row.map((value, column) => (TWO_POINTS.has(column) && value === 2 ? 1 : value)),
    ),
  });
  /** 卷烟库存, 合理周转数维护, 小票装订: 2 points each. */
  const TWO_POINTS = new Set([10, 12, 17]);
  test.each(['(项数)', '(不符项数)', '不符项数', '(次数)', '扣分次数'])('%s: numbers of faults', (text) =>
    same(edited(sample(BOOK), CM, set({ H3: `客户经理标准服务${text}` }), halved)),
  );
  test.each(['(扣分)', '(20分)', '(10户,按项目)'])('%s: points', (text) =>
    same(edited(sample(BOOK), CM, set({ H3: `客户经理标准服务${text}` }))),
  );
  test('a leaf that says points counts points', () =>
    same(
      edited(
        sample(BOOK),
        CM,
        set({ H3: '客户经理标准服务(项数)' }),
        mapTexts(4, 4, (text) => `${text}扣分`),
      ),
    ));
});

describe('a pair of columns of which one is missing', () => {
  const FIGURES = '提升服务-客户经理';
  test.each([
    ['L', '城市户数'],
    ['M', '城市有效指导户数'],
    ['N', '农村户数'],
    ['O', '农村有效指导户数'],
  ])('%s %s', (column, name) => {
    const found = run(edited(sample(BOOK), FIGURES, removeColumn(column)));
    const { added, unscored } = difference(plain(BOOK), found);
    expect(added).toEqual([`column-missing ${FIGURES}!A2`]);
    expect(unscored.length).toBeGreaterThan(0);
    expect(found.result.issues.find(({ code }) => code === 'column-missing')?.expected).toBe(name);
  });
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
  test.each(['B3', 'C3', 'A3'])('a formula in %s that was never calculated', (cell) => {
    const found = after(ROSTER, uncalculatedAt(cell));
    expect(found.added).toEqual([`formula-not-calculated ${ROSTER}!${cell}`]);
    expect(found.appeared).toEqual([]);
    expect(found.withheld).toEqual(['城东营销部']);
  });
});

describe('synonyms that mostly mean something else', () => {
  test('a satisfaction under another name, on a sheet that is named so', () => {
    for (const header of ['完成值', '实际值', '指标值', '达成率', '完成率', '测评结果'])
      same(edited(sample(BOOK), SATISFACTION, set({ D2: header })));
  });
  test('are nothing on a sheet of something else', () => {
    const rows = [
      ['部门', '姓名', '岗位', '完成率'],
      ['城东营销部', '华立新', '客户经理', 0.9],
    ];
    same(withSheets(sample(BOOK), sheetOfRows('销售任务', rows)));
  });
  test('dates', () => {
    for (const header of ['测评时间', '检查日期', '走访日期', '日期'])
      same(edited(sample(BOOK), COMPLAINTS, set({ A2: header })));
    same(edited(sample(BOOK), CM, set({ F3: '受理日期' })));
  });
});

test('a list of suggestions is no visit list', () => {
  const rows = [
    ['受理日期', '部门', '姓名', '岗位', '客户名称', '建议'],
    [39500, '城东营销部', '华立新', '客户经理', '某店', '多送货'],
  ];
  same(withSheets(sample(BOOK), sheetOfRows('客户建议登记', rows)));
});

test('a visit list by any other name is one without licence numbers, too, where it says when', () => {
  const rows = [
    ['走访日期', '部门', '姓名', '岗位', '客户名称', '业态'],
    [39500, '城东营销部', '华立新', '客户经理', '某店', '食杂店'],
  ];
  const found = difference(plain(BOOK), run(withSheets(sample(BOOK), sheetOfRows('名单', rows))));
  expect(found).not.toEqual(NO_DIFFERENCE);
});

test('each rule with 次数 behind its title', () =>
  expect(
    after(
      CM,
      mapTexts(4, 4, (text) => `${text}次数`),
    ).unscored,
  ).toEqual([]));

test('rules with another dash or another comma', () => {
  const DL = '明细测评表-送货员';
  const comma = mapTexts(4, 4, (text) => text.replaceAll('、', '，'));
  same(edited(sample(BOOK), DL, comma));
  same(edited(sample(BOOK), CM, set({ J4: 'CM—S03' })));
});

test('a complaint that stands in two registers is not counted twice', () => {
  const copied = { ...sample(BOOK).sheets.find(({ name }) => name === COMPLAINTS)!, name: '投诉(2)' };
  const rows = { ...copied, values: [...copied.values.slice(0, 2), copied.values[2]!, copied.values[4]!] };
  const found = difference(plain(BOOK), run(withSheets(sample(BOOK), rows)));
  expect(found.added).toEqual(['duplicate-visit 投诉(2)!C3']);
  expect(found.unscored).toEqual(['河湾营销部 孙国庆 专管员']);
  expect(after(COMPLAINTS, insertRows(4, [...copied.values[2]!])).added).toEqual([]);
});

describe('a row of one section that is in dispute', () => {
  const small = set({ E2: 2000 });
  test('hides nothing that is known of another', () => {
    const book = edited(edited(sample(BOOK), ROSTER, small), SATISFACTION, set({ C3: '送货员' }));
    expect(difference(plain(BOOK), run(book)).added).toEqual([
      `sample-too-small ${ROSTER}!B2`,
      `role-mismatch ${SATISFACTION}!C3`,
    ]);
  });
  test('is the one fault of its own', () => {
    const book = edited(edited(sample(BOOK), ROSTER, small), CM, set({ C5: '华立薪' }));
    expect(difference(plain(BOOK), run(book)).added).toEqual([`unknown-person ${CM}!C5`]);
  });
});
