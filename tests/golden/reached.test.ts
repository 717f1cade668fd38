import type { CellValue } from '../../src/model';
import { run } from '../fixtures/outcomes';
import { sheetOfRows } from '../fixtures/sheetEdits';

const ROSTER = [
  ['部(所)', '姓名', '岗位'],
  ['城东所', '赵六', '专管员'],
];

/** Issues and 标准服务 of a matrix of one visit, under a parent over its rules. */
function under(parent: string, points: readonly CellValue[], leaf = ''): readonly (string | number | null)[] {
  const rules = ['亮证经营', '明码标价', '政策知晓率', '卷烟鉴定'].map((rule) => rule + leaf);
  const matrix = [
    ['部(所)', '姓名', '客户名称', '许可证号', '检查日期', parent, '', '', ''],
    ['', '', '', '', '', ...rules],
    ['城东所', '赵六', '店1', '640100000001', '2008-4-1', ...points],
  ];
  const sheet = sheetOfRows('明细', matrix);
  const merges = [
    ...[0, 1, 2, 3, 4].map((column) => ({ top: 0, bottom: 1, left: column, right: column })),
    { top: 0, bottom: 0, left: 5, right: 8 },
  ];
  const sheets = [sheetOfRows('名册', ROSTER), { ...sheet, merges }];
  const { result, issues } = run({ name: 'x.xlsx', sheets, memory: null, date1904: false });
  const standard = result.persons[0]!.sections['standard'] ?? null;
  return [standard, ...issues.filter((each) => !each.startsWith('missing-section'))];
}

test('a parent that speaks of points reached is asked about, never read as points lost', () => {
  const asked = [null, 'header-ambiguous 明细!F2'];
  expect(under('专管员标准服务得分(30分)', [1, 1, 2, 1])).toEqual(asked);
  expect(under('标准服务实得分', [1, '', 2, 1])).toEqual(asked);
});

test('a header that speaks of points reached is asked about too', () => {
  expect(under('专管员标准服务', [1, 1, 2, 1], '(得分)')).toEqual([null, 'header-ambiguous 明细!F2']);
  expect(under('专管员标准服务', [1, 1, 2, 1], '得分')).toEqual([null, 'header-ambiguous 明细!F2']);
  expect(under('专管员标准服务', [1, '', 2, 1], '实得分')).toEqual([null, 'header-ambiguous 明细!F2']);
  expect(under('标准服务(应得分)', ['', '', 2, ''])).toEqual([28]);
});

/** The same under a title, with a row for each visit. */
function titled(
  title: string,
  visits: readonly (readonly CellValue[])[],
  more: readonly string[] = [],
): readonly (string | number | null)[] {
  const rules = ['亮证经营', '明码标价', '政策知晓率', '卷烟鉴定'];
  const rows = visits.map((points, at) => [
    ...['城东所', '赵六', `店${at}`, `64010000000${at}`, '2008-4-1'],
    ...points,
  ]);
  const matrix = [
    [title],
    [...['部(所)', '姓名', '客户名称', '许可证号', '检查日期'], ...rules, ...more],
    ...rows,
  ];
  const sheets = [sheetOfRows('名册', ROSTER), sheetOfRows('明细', matrix)];
  const { result, issues } = run({ name: 'x.xlsx', sheets, memory: null, date1904: false });
  const standard = result.persons[0]!.sections['standard'] ?? null;
  return [standard, ...issues.filter((each) => !each.startsWith('missing-section'))];
}

const REACHED = [
  [1, 1, 2, 1],
  [1, 0, 2, 1],
];
const LOST = [
  ['', '', 2, ''],
  [1, 0, 2, 0],
];

test('a title that speaks of points reached is believed where the figures are such', () => {
  const asked = [null, 'header-ambiguous 明细!F2'];
  expect(titled('专管员标准服务得分表', REACHED)).toEqual(asked);
  expect(titled('专管员服务质量测评得分表', LOST)).toEqual([27.5]);
  expect(titled('专管员服务质量明细测评表', REACHED)).toEqual([25.5]);
  expect(titled('专管员标准服务得分表(扣分栏填写扣分)', REACHED)).toEqual([25.5]);
  expect(titled('专管员标准服务得分表', REACHED, ['扣分合计'])).toEqual([25.5]);
});

test('points reached beside a sheet of points lost are the staff’s own computation', () => {
  const head = ['部(所)', '姓名', '客户名称', '许可证号', '检查日期'];
  const rules = ['亮证经营', '明码标价', '政策知晓率', '卷烟鉴定'];
  const visit = ['城东所', '赵六', '店1', '640100000001', '2008-4-1'];
  const sheets = [
    sheetOfRows('名册', ROSTER),
    sheetOfRows('明细', [
      [...head, ...rules],
      [...visit, '', '', 2, ''],
    ]),
    sheetOfRows('得分', [
      [...head, ...rules.map((rule) => `${rule}得分`)],
      [...visit, 1, 1, 0, 1],
    ]),
  ];
  const { result, issues } = run({ name: 'x.xlsx', sheets, memory: null, date1904: false });
  expect(result.persons[0]!.sections['standard']).toBe(28);
  expect(issues.filter((each) => !each.startsWith('missing-section'))).toEqual([]);
});

test('a parent that says what there is to lose is none', () => {
  expect(under('专管员标准服务(30分)', ['', '', 2, ''])).toEqual([28]);
  expect(under('标准服务(满分30分)', ['', '', 2, ''])).toEqual([28]);
  expect(under('标准服务(应得分30分)', ['', '', 2, ''])).toEqual([28]);
  expect(under('标准服务扣分', ['', '', 2, ''])).toEqual([28]);
  expect(under('标准服务得分', ['', '', 2, ''], '扣分')).toEqual([28]);
});
