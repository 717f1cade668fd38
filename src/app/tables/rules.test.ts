import { DATA } from '../../../tests/fixtures/tableData';
import { applied } from '../../../tests/fixtures/snapshots';
import { filled } from '../../../tests/fixtures/templates';
import { set } from '../../../tests/fixtures/sheetEdits';
import { edited } from '../../../tests/fixtures/workbooks';
import type { CellValue, Issue, TableScheme } from '../../model';
import { tableSchemeById } from '../../schemes';
import { EMPTY_MEMORY, writeMemory } from '../../workbook/memory';
import { tableSchemeSheet } from '../../workbook/schemeSheet';
import type { Snapshot } from '../../workbook/snapshot';
import { rulesOf, withScheme } from '../scheme/rules';
import { computeTable } from './compute';
import { effectLine, tableEffects } from './preview';
import { outcomeSheets, tableTemplate } from './sheets';

const ids = Object.keys(DATA);

/** A workbook with its data and, beside them, its scheme as a sheet. */
function book(id: string): { shipped: TableScheme; plain: Snapshot; ruled: Snapshot } {
  const shipped = tableSchemeById(id)!;
  const plain = filled(tableTemplate(shipped), DATA[id]!);
  return { shipped, plain, ruled: applied(plain, [{ kind: 'addSheet', sheet: tableSchemeSheet(shipped) }]) };
}

/** Cells of the sheet of rules by the first cell of their row and the header above them, changed. */
function changed(ruled: Snapshot, changes: Readonly<Record<string, CellValue>>): Snapshot {
  const { values } = ruled.sheets.at(-1)!;
  const cells = Object.entries(changes).map(([place, value]) => {
    const at = placeOf(values, place);
    return [`${String.fromCharCode(65 + at.column)}${at.row + 1}`, value] as const;
  });
  return edited(ruled, '评分标准', set(Object.fromEntries(cells)));
}

function placeOf(values: readonly (readonly CellValue[])[], place: string) {
  const [key = '', header = ''] = place.split('!');
  const row = values.findIndex((line) => line[0] === key);
  if (header === '') return { row, column: 1 };
  const above = [...values.slice(0, row)].reverse().find((line) => line.includes(header))!;
  return { row, column: above.indexOf(header) };
}

const rulesIn = (issues: readonly Issue[]) => issues.filter(({ code }) => code.startsWith('scheme'));

test.each(ids)('%s: the product’s own rules on a sheet change nothing and say nothing', (id) => {
  const { shipped, plain, ruled } = book(id);
  const [before, after] = [computeTable(plain, shipped), computeTable(ruled, shipped)];
  expect(after.tables).toEqual(before.tables);
  expect(after.issues).toEqual(before.issues);
  expect(tableEffects(after)).toEqual([]);
});

test.each<[string, Record<string, CellValue>, string[]]>([
  [
    'daily-service',
    { 'line!参数取值': 84, 现行版本: '2' },
    ['财务部的是否达标:未达标 → 达标', '月度考核结果-分管领导 李总的是否达标:未达标 → 达标'],
  ],
  [
    'quarterly-composite',
    {
      '自查自报!形式权重': '20%',
      '季度检查!形式权重': '30%',
      '公司抽查!形式权重': '20%',
      '问卷调查!形式权重': '20%',
      '客户投诉!形式权重': '10%',
    },
    [
      '储运中心的综合成绩:未计分 → 92.1',
      '储运中心的名次:(空) → 1',
      '计量中心的综合成绩:未计分 → 85.25',
      '计量中心的名次:(空) → 2',
    ],
  ],
  [
    'opinion-survey',
    {
      '很满意!程度分值': 5,
      '满意!程度分值': 4,
      '一般!程度分值': 3,
      '不满意!程度分值': 0,
    },
    [
      '王工的态度平均:未确定 → 5',
      '王工的技术平均:未确定 → 4',
      '王工的到达时间平均:未确定 → 3',
      '王工的答应事情的办理平均:未确定 → 0',
      '王工的各项平均:未确定 → 3',
    ],
  ],
  [
    'sampling-minimums',
    { '商务!最低数量': 4 },
    ['第23周 商务的应抽查数量:5 → 4', '第23周 商务的结论:不足 → 达到'],
  ],
  [
    'inspection-daily',
    { '清洁卫生!类别名称': '卫生状况', '清洁卫生!类别别名': '清洁卫生、卫生' },
    [
      '客房部 清洁卫生 2024-06-03:不再有这一行',
      '客房部 卫生状况 2024-06-03:新增一行',
      '质检统计-检查类别 清洁卫生:不再有这一行',
      '质检统计-检查类别 卫生状况:新增一行',
    ],
  ],
  [
    'retail-customer-class',
    { 'ends!参数取值': '40%' },
    ['乙店的规模:2 → 1', '乙店的分类结果:CZ2 → CZ1', '丁店的规模:2 → 3', '丁店的分类结果:XZ2 → XZ3'],
  ],
])('%s: other rules hold at once and move exactly what the preview says', (id, changes, effects) => {
  const { shipped, plain, ruled } = book(id);
  const after = computeTable(changed(ruled, changes), shipped);
  expect(rulesIn(after.issues)).toMatchObject([{ code: 'scheme-applied' }]);
  expect(tableEffects(after).map(effectLine)).toEqual(effects);
  const cells = (each: typeof after): string[] =>
    each.tables.flatMap(({ names, headers, rows }) =>
      rows.flatMap((row) => row.map((cell, at) => `${names.name} ${row[0]} ${headers[at]} ${cell}`)),
    );
  const before = cells(computeTable(plain, shipped));
  expect(cells(after).some((cell) => !before.includes(cell))).toBe(true);
  // Taken over, they hold without their sheet too.
  const memory = writeMemory(withScheme(EMPTY_MEMORY, id, rulesOf(after.standing.rules)));
  expect(cells(computeTable({ ...plain, memory }, shipped))).toEqual(cells(after));
});

test.each<[string, string, Record<string, CellValue>, string]>([
  ['a line above the highest', 'daily-service', { 'line!参数取值': 101 }, '超过满分'],
  ['a line that is no number', 'daily-service', { 'line!参数取值': '八十五' }, '分值'],
  ['a negative line', 'daily-service', { 'line!参数取值': -1 }, '分值必须大于 0'],
  ['a parameter that there is none of', 'daily-service', { 'line!参数编号': 'lines' }, '没有参数“lines”'],
  ['what the program decides', 'daily-service', { 'leader!参数取值': '取最低' }, '由程序决定'],
  ['another kind', 'daily-service', { 计算类型: '加权合成' }, '计算类型写的是“加权合成”'],
  ['an unknown kind', 'daily-service', { 计算类型: '看着办' }, '不认识'],
  ['no version', 'daily-service', { 现行版本: '' }, '不能为空'],
  [
    'a form that there is no column of',
    'quarterly-composite',
    { '客户投诉!形式名称': '神秘顾客' },
    '没有“神秘顾客”这一列',
  ],
  ['weights without a sign', 'quarterly-composite', { '客户投诉!形式权重': 10 }, '单位不对'],
  ['a weight above all', 'quarterly-composite', { '客户投诉!形式权重': '150%' }, '0 到 100%'],
  ['a level twice', 'opinion-survey', { '一般!程度名称': '满意' }, '写了两次'],
  ['negative points', 'opinion-survey', { '一般!程度分值': -5 }, '不能小于 0'],
  ['a negative minimum', 'sampling-minimums', { '商务!最低数量': -5 }, '大于 0 的整数'],
  ['half a project', 'sampling-minimums', { '商务!最低数量': 2.5 }, '大于 0 的整数'],
  ['neither minimum nor share', 'sampling-minimums', { '商务!最低数量': '' }, '没有写最低数量'],
  ['a share in the wrong unit', 'sampling-minimums', { '培训!最低比例': '5‰' }, '单位不对'],
  ['a negative share', 'sampling-minimums', { '培训!最低比例': '-5%' }, '单位不对'],
  ['a share above all', 'sampling-minimums', { '培训!最低比例': '105%' }, '0 到 100%'],
  ['neither yes nor no', 'sampling-minimums', { '培训!低分另加': '也许' }, '应写“是”或“否”'],
  ['a category twice', 'inspection-daily', { '设备设施!类别名称': '清洁卫生' }, '写了两次'],
  ['a category without a name', 'inspection-daily', { '设备设施!类别名称': '' }, '不能为空'],
  ['more than half at each end', 'retail-customer-class', { 'ends!参数取值': '50%' }, '小于 0.5'],
  ['a code twice', 'retail-customer-class', { 'B!经营业态代码': 'Z' }, '写了两次'],
  ['two scales of one name', 'retail-customer-class', { 'bottom!参数取值': '1' }, '写了两次'],
])('%s: one issue at its cell, and nothing is computed', (_, id, changes, words) => {
  const { shipped, ruled } = book(id);
  const { issues, tables, known } = computeTable(changed(ruled, changes), shipped);
  const [[place]] = Object.entries(changes) as [[string, CellValue]];
  const at = placeOf(ruled.sheets.at(-1)!.values, place);
  const cell = { sheet: '评分标准', ...at };
  const found = rulesIn(issues).filter(({ code }) => code === 'scheme-invalid');
  expect(found).toMatchObject([{ cell, message: expect.stringContaining(words) as string }]);
  expect([tables, known]).toEqual([[], 0]);
});

test('weights and points are given for all or for none, and weights come to the whole', () => {
  const composite = book('quarterly-composite');
  const some = computeTable(changed(composite.ruled, { '自查自报!形式权重': '20%' }), composite.shipped);
  expect(rulesIn(some.issues)).toHaveLength(4);
  const all = { 自查自报: '20%', 季度检查: '30%', 公司抽查: '20%', 问卷调查: '20%', 客户投诉: '5%' };
  const changes = Object.fromEntries(
    Object.entries(all).map(([form, weight]) => [`${form}!形式权重`, weight] as const),
  );
  const short = computeTable(changed(composite.ruled, changes), composite.shipped);
  const last = placeOf(composite.ruled.sheets.at(-1)!.values, '客户投诉!形式权重');
  expect(rulesIn(short.issues)).toMatchObject([
    { cell: last, message: '评分标准有误:权重合计是 95%,必须正好是 100%。' },
  ]);
  const survey = book('opinion-survey');
  const levels = computeTable(changed(survey.ruled, { '很满意!程度分值': 5 }), survey.shipped);
  expect(rulesIn(levels.issues).map(({ message }) => message)).toEqual(
    ['满意', '一般', '不满意'].map((level) => expect.stringContaining(`“${level}”没有写分值`) as string),
  );
  expect(levels.known).toBe(0);
});

test('weights that stand in two places must be the same', () => {
  const { shipped, ruled } = book('quarterly-composite');
  const shares = { 自查自报: '20%', 季度检查: '30%', 公司抽查: '20%', 问卷调查: '20%', 客户投诉: '10%' };
  const own = changed(
    ruled,
    Object.fromEntries(Object.entries(shares).map(([form, weight]) => [`${form}!形式权重`, weight])),
  );
  expect(computeTable(own, shipped).known).toBe(2);
  const same = edited(own, '考核权重', set({ B3: '20%', B4: '30%', B5: '20%', B6: '20%', B7: '10%' }));
  expect(computeTable(same, shipped).known).toBe(2);
  const other = edited(own, '考核权重', set({ B3: '30%', B4: '20%', B5: '20%', B6: '20%', B7: '10%' }));
  const { known, issues } = computeTable(other, shipped);
  expect(known).toBe(0);
  expect(issues.filter(({ code }) => code === 'scheme-invalid')).toMatchObject([
    { cell: { sheet: '考核权重', row: 2, column: 1 }, message: expect.stringContaining('不一样') as string },
  ]);
});

test('results written before are no data, and rules of another kind of scheme are not in the way', () => {
  const { shipped, ruled } = book('retail-customer-class');
  const first = computeTable(ruled, shipped);
  const written = applied(
    ruled,
    outcomeSheets(first).map((sheet) => ({ kind: 'addSheet' as const, sheet })),
  );
  const daily = tableSchemeSheet(tableSchemeById('daily-service')!, ['评分标准']);
  const both = applied(written, [{ kind: 'addSheet', sheet: daily }]);
  expect(computeTable(both, shipped).tables).toEqual(first.tables);
  expect(computeTable(both, shipped).issues).toEqual(first.issues);
});

test('two sheets of the same rules, and one whose id is mistyped, are mistakes', () => {
  const { shipped, ruled } = book('daily-service');
  const two = applied(ruled, [{ kind: 'addSheet', sheet: tableSchemeSheet(shipped, ['评分标准']) }]);
  const mistyped = changed(ruled, { 方案编号: 'daily-servise' });
  for (const snapshot of [two, mistyped]) {
    const { known, issues } = computeTable(snapshot, shipped);
    expect([known, issues.map(({ code }) => code)]).toEqual([0, ['scheme-invalid']]);
  }
});
