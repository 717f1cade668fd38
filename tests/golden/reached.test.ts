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

test('a parent that says what there is to lose is none', () => {
  expect(under('专管员标准服务(30分)', ['', '', 2, ''])).toEqual([28]);
  expect(under('标准服务(满分30分)', ['', '', 2, ''])).toEqual([28]);
  expect(under('标准服务(应得分30分)', ['', '', 2, ''])).toEqual([28]);
  expect(under('标准服务扣分', ['', '', 2, ''])).toEqual([28]);
  expect(under('标准服务得分', ['', '', 2, ''], '扣分')).toEqual([28]);
});
