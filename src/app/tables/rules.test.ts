import { applied } from '../../../tests/fixtures/snapshots';
import { filled, type TypedTable } from '../../../tests/fixtures/templates';
import { edited, set } from '../../../tests/fixtures/workbooks';
import type { CellValue, Issue, TableScheme } from '../../model';
import { tableSchemeById } from '../../schemes';
import { EMPTY_MEMORY, writeMemory } from '../../workbook/memory';
import { tableSchemeSheet } from '../../workbook/schemeSheet';
import type { Snapshot } from '../../workbook/snapshot';
import { rulesOf, withScheme } from '../scheme/rules';
import { computeTable } from './compute';
import { effectLine, tableEffects } from './preview';
import { outcomeSheets, tableTemplate } from './sheets';

const DATA: Readonly<Record<string, readonly TypedTable[]>> = {
  'daily-service': [
    {
      sheet: '部门月度考核',
      columns: ['考核月份', '部门', '分管领导', '考核得分'],
      rows: [
        ['2024-06', '品质部', '张总', 92],
        ['2024-06', '财务部', '李总', 84.5],
      ],
    },
  ],
  'quarterly-composite': [
    {
      sheet: '季度考核评分',
      columns: ['考核季度', '考核单位', '自查自报', '季度检查', '公司抽查', '问卷调查', '客户投诉'],
      rows: [
        ['2024Q2', '储运中心', 95, 90, 88, 92.5, 100],
        ['2024Q2', '计量中心', 80, 85.5, 90, 78, 100],
      ],
    },
  ],
  'opinion-survey': [
    {
      sheet: '客户意见调查卡',
      columns: ['技术员', '态度', '技术', '到达时间', '答应事情的办理'],
      rows: [['王工', '很满意', '满意', '一般', '不满意']],
    },
  ],
  'sampling-minimums': [
    {
      sheet: '每周抽查登记',
      columns: ['抽查周次', '工作类别', '当周总数', '低于3分的单数', '实际抽查数'],
      rows: [
        ['第23周', '实施项目', 6, '', 2],
        ['第23周', '商务', 9, '', 4],
      ],
    },
  ],
  'inspection-daily': [
    {
      sheet: '质检日报',
      columns: ['检查日期', '责任部门', '检查类别'],
      rows: [['2024-6-3', '客房部', '清洁卫生']],
    },
  ],
  'retail-customer-class': [
    {
      sheet: '零售客户分类数据',
      columns: ['客户名称', '市场类型', '经营业态', '购进量', '购进额'],
      rows: [
        ['甲店', '城镇', '食杂店', 100, 10000],
        ['乙店', '城镇', '食杂店', 80, 9000],
        ['丙店', '乡村', '食杂店', 60, 5000],
        ['丁店', '乡村', '食杂店', 40, 3000],
        ['戊店', '乡村', '食杂店', 20, 1000],
      ],
    },
  ],
};

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

describe('who leads a department', () => {
  it('is one person where a space stands inside the name, several where commas part them', () => {
    const scheme = tableSchemeById('daily-service')!;
    const snapshot = filled(tableTemplate(scheme), [
      {
        sheet: '部门月度考核',
        columns: ['考核月份', '部门', '分管领导', '考核得分'],
        rows: [
          ['2024-06', '品质部', '吴 总', 92],
          ['2024-06', '人力部', '吴总,张　总', 80],
        ],
      },
    ]);
    const [, led] = computeTable(snapshot, scheme).tables;
    expect(led!.rows.map(([name, count, mean]) => [name, count, mean])).toEqual([
      ['吴总', 2, 86],
      ['张总', 1, 80],
    ]);
  });
});

describe('a kind of work that stands twice in a week', () => {
  it('is undecided in both rows: each is a part of the figure', () => {
    const scheme = tableSchemeById('sampling-minimums')!;
    const snapshot = filled(tableTemplate(scheme), [
      {
        sheet: '每周抽查登记',
        columns: ['抽查周次', '工作类别', '当周总数', '低于3分的单数', '实际抽查数'],
        rows: [
          ['第27周', '商务', 9, '', 4],
          ['第27周', '商务', 9, '', 5],
          ['第27周', '实施项目', 9, '', 2],
        ],
      },
    ]);
    const { tables, issues } = computeTable(snapshot, scheme);
    expect(tables[0]!.rows.map((row) => row.at(-1))).toEqual(['未确定', '未确定', '达到']);
    expect(issues.map(({ code }) => code)).toEqual(['duplicate-row']);
  });
});

/** The table with areas of its sheet merged, the lower cells blank. */
function merged(
  snapshot: Snapshot,
  tab: string,
  areas: readonly (readonly [string, number, number])[],
): Snapshot {
  const sheets = snapshot.sheets.map((sheet) => {
    if (sheet.name !== tab) return sheet;
    const header = sheet.values.findIndex((cells) => cells.includes(areas[0]![0]));
    const own = areas.map(([name, first, last]) => {
      const left = sheet.left + sheet.values[header]!.indexOf(name);
      const top = sheet.top + header + first;
      return { top, left, bottom: top + last - first, right: left };
    });
    return { ...sheet, merges: [...sheet.merges, ...own] };
  });
  return { ...snapshot, sheets };
}

describe('cells that are merged over several rows', () => {
  it('a leader and a month hold for all of them, a score for the first alone', () => {
    const scheme = tableSchemeById('daily-service')!;
    const tab = '部门月度考核';
    const typed = filled(tableTemplate(scheme), [
      {
        sheet: tab,
        columns: ['考核月份', '部门', '分管领导', '考核得分'],
        rows: [
          ['2024-06', '品质部', '张总', 90],
          ['', '人力部', '', 80],
          ['2024-06', '财务部', '李总', 70],
          ['2024-06', '工程部', '王总', ''],
        ],
      },
    ]);
    const areas = [
      ['考核月份', 1, 2],
      ['分管领导', 1, 2],
      ['考核得分', 3, 4],
    ] as const;
    const { tables, issues } = computeTable(merged(typed, tab, areas), scheme);
    expect(tables[1]!.rows.map(([name, count, mean]) => [name, count, mean])).toEqual([
      ['张总', 2, 85],
      ['李总', 1, 70],
      ['王总', 1, ''],
    ]);
    expect(issues.map(({ code }) => code)).toEqual(['missing-input']);
  });

  it('a week holds for all of them; one that is blank is asked for', () => {
    const scheme = tableSchemeById('sampling-minimums')!;
    const tab = '每周抽查登记';
    const typed = filled(tableTemplate(scheme), [
      {
        sheet: tab,
        columns: ['抽查周次', '工作类别', '当周总数', '低于3分的单数', '实际抽查数'],
        rows: [
          ['第1周', '实施项目', 6, '', 2],
          ['', '商务', 9, '', 5],
          ['第2周', '商务', 9, '', 5],
          ['', '实施项目', 6, '', 2],
        ],
      },
    ]);
    const { tables, issues } = computeTable(merged(typed, tab, [['抽查周次', 1, 2]]), scheme);
    expect(tables[0]!.rows.map((row) => [row[0], row.at(-1)])).toEqual([
      ['第1周', '达到'],
      ['第1周', '达到'],
      ['第2周', '达到'],
      ['', '未确定'],
    ]);
    expect(issues.map(({ code }) => code)).toEqual(['missing-input']);
  });
});
