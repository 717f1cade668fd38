import {
  loadScheme,
  loadTableScheme,
  schemeById,
  schemeIds,
  SchemeError,
  tableSchemeById,
  yinchuan2008,
} from '.';
import file from './yinchuan-2008.json';

type Json = Record<string, unknown>;

/** The scheme file with one thing changed at a path such as `indicators.0.points`. */
function changed(path: string, change: (parent: Json, key: string) => void): unknown {
  const copy = structuredClone(file) as unknown as Json;
  const keys = path.split('.');
  const last = keys.pop()!;
  change(
    keys.reduce((at, key) => at[key] as Json, copy),
    last,
  );
  return copy;
}

const set = (path: string, value: unknown): unknown =>
  changed(path, (parent, key) => {
    parent[key] = value;
  });
const drop = (path: string): unknown =>
  changed(path, (parent, key) => {
    if (Array.isArray(parent)) parent.splice(Number(key), 1);
    else delete parent[key];
  });
const rename = (path: string, name: string): unknown =>
  changed(path, (parent, key) => {
    parent[name] = parent[key];
    delete parent[key];
  });

function faultsOf(json: unknown): string[] {
  try {
    loadScheme(json);
    return [];
  } catch (error) {
    if (!(error instanceof SchemeError)) throw error;
    return error.faults.map(({ path, reason }) => `${path}|${reason}`);
  }
}

test('the regulation of 2008 loads, with every indicator and ruling', () => {
  const scheme = yinchuan2008();
  const of = (section: string): number => scheme.indicators.filter((each) => each.section === section).length;
  expect([of('standard'), of('enhanced'), of('complaints'), of('satisfaction')]).toEqual([22, 14, 1, 1]);
  expect(scheme.rulings).toHaveLength(16);
  expect(yinchuan2008()).toBe(scheme);
  expect(schemeIds).toContain(scheme.id);
  expect(schemeById('none')).toBeNull();
  expect(schemeById('toString')).toBeNull();
});

test('the rulings to be confirmed are those of the rule book', () => {
  const numbers = yinchuan2008().rulings.flatMap((each) => (each.needsConfirmation ? [each.number] : []));
  expect([...new Set(numbers)]).toEqual(['R1', 'R7', 'R15', 'R16', 'R18', 'R20', 'R30']);
});

test.each([
  [
    'a misspelt parameter',
    rename('indicators.22.threshold', 'treshold'),
    'indicators[22].treshold|没有名为 treshold 的参数;是否想写 threshold',
  ],
  [
    'a misspelt parameter at the top',
    rename('passLine', 'passline'),
    'passline|没有名为 passline 的参数;是否想写 passLine',
  ],
  ['a missing clause', drop('indicators.3.clause'), 'indicators[3].clause|缺少参数 clause'],
  ['an empty clause', set('indicators.3.clause', ' '), 'indicators[3].clause|不能为空'],
  [
    'points that are no number',
    set('indicators.0.points', '1'),
    'indicators[0].points|应为分值(数字),实际是 "1"',
  ],
  ['points of nothing', set('indicators.0.points', 0), 'indicators[0].points|分值必须大于 0'],
  ['points with three decimals', set('indicators.0.points', 0.125), 'indicators[0].points|分值最多两位小数'],
  ['an unknown kind', set('indicators.0.kind', 'perFindings'), 'indicators[0].kind|指标类型 kind 只能是'],
  ['an indicator twice', set('indicators.1.id', 'CM-S01'), 'indicators[1].id|CM-S01 已在 indicators[0] 用过'],
  ['a section without points', set('sections.0.points', {}), 'sections[0].points|部分 standard 没有分值'],
  ['a section without points for a post', drop('sections.1.points.DL'), '部分 enhanced 对岗位 DL 没有分值'],
  [
    'an unknown section',
    set('indicators.0.section', 'standart'),
    'indicators[0].section|没有部分 standart;是否想写 standard',
  ],
  ['an unknown post', set('indicators.0.posts', ['CN']), 'indicators[0].posts[0]|没有岗位 CN;是否想写 CM'],
  [
    'an unknown ruling',
    set('indicators.23.ruling', 'stockSaleUnit'),
    'indicators[23].ruling|没有裁定 stockSaleUnit;是否想写 stockSalesUnit',
  ],
  [
    'an unknown indicator',
    set('indicators.19.exclusiveWith', 'DL-S04c'),
    'indicators[19].exclusiveWith|没有指标 DL-S04c',
  ],
  [
    'an unknown field',
    set('indicators.24.count', 'formatMismatch'),
    'indicators[24].count|没有字段 formatMismatch;是否想写 formatMismatches',
  ],
  [
    'a finding outside households',
    set('indicators.0.section', 'complaints'),
    '只能放在 grain 为 household 的部分',
  ],
  ['a rate from nowhere', set('indicators.22.rate', {}), 'indicators[22].rate|没有说明比率从哪里来'],
  [
    'a threshold that is a number',
    set('indicators.22.threshold', 0.1),
    'indicators[22].threshold|应为写成文字的小数',
  ],
  [
    'a ruling value that the engine lacks',
    set('rulings.0.values.1.value', 'plain'),
    'totalBasis 只能是 normalized',
  ],
  [
    'a default that is not the first',
    set('rulings.0.default', 'raw'),
    'rulings[0].default|默认值 raw 应是 values 的第一个',
  ],
  [
    'a ruling without values',
    drop('rulings.0.values'),
    'rulings[0]|裁定 totalBasis 必须给出 values 或 range 其中一个',
  ],
  [
    'a default out of range',
    set('rulings.15.default', 101),
    'rulings[15].default|默认值应为 0 到 100 之间的数字',
  ],
  [
    'a reading the mechanism lacks',
    set('rulings.6.values.1.value', 'gate'),
    '裁定 policyAwareness 的取值 gate 在这里不能用',
  ],
  [
    'a step that is none',
    set('rulings.10.values.1.value', 0),
    '裁定 breakageStep 的取值 0 不是大于 0 的步长',
  ],
  [
    'an unknown kind near a known one',
    set('indicators.22.kind', 'rateBellow'),
    'indicators[22].kind|指标类型 kind 只能是 perFinding、perCount、rateBelow、rateAbove、band、zeroOnAccident、notDone、registerCount,实际是 rateBellow;是否想写 rateBelow',
  ],
  ['points that are left out', drop('sections.2.points'), 'sections[2].points|缺少参数 points'],
  [
    'points of a section that are no number',
    set('sections.2.points.CM', '二十'),
    'sections[2].points.CM|应为分值(数字),实际是 "二十"',
  ],
  [
    'a threshold for a post that is not there',
    rename('indicators.37.thresholds.DL', 'LD'),
    'indicators[37].thresholds.LD|指标 K2 没有岗位 LD;是否想写 DL',
  ],
  [
    'a ruling that nothing reads',
    set('rulings.0.key', 'totalBase'),
    'rulings[0].key|没有地方用到裁定 totalBase;是否想写 totalBasis',
  ],
  [
    'a section that nothing measures',
    drop('indicators.36'),
    'sections[2].points.CM|部分 complaints 对岗位 CM 有分值,却没有指标',
  ],
  [
    'a state that the field lacks',
    set('indicators.34.failing', 'notDon'),
    'indicators[34].failing|没有状态 notDon;是否想写 notDone',
  ],
  [
    'a verdict that the register lacks',
    set('indicators.36.counts', 'found'),
    'indicators[36].counts|没有状态 found;是否想写 founded',
  ],
  [
    'a ratio with both upper parts',
    set('indicators.25.rate.ratio.subtract', 'targetShops'),
    'indicators[25].rate.ratio|numerator 和 subtract 必须写一个,而且只能写一个',
  ],
  [
    'a ratio without an upper part',
    drop('indicators.26.groups.1.ratio.numerator'),
    'indicators[26].groups[1].ratio|numerator 和 subtract 必须写一个',
  ],
  [
    'a text to be counted',
    set('indicators.24.count', 'household'),
    'indicators[24].count|字段 household 的类型是 text,这里要用数字',
  ],
  [
    'an item of another section',
    set('indicators.33.item.indicator', 'DL-S01'),
    'indicators[33].item.indicator|指标 DL-S01 不在部分 enhanced',
  ],
  ['no object at all', 'text', '$|应为一个对象'],
])('refuses %s with path and reason', (_, json, expected) => {
  expect(faultsOf(json).join('\n')).toContain(expected);
});

test('a threshold in the wrong unit is refused, and a scheme over a table with a misspelt field', () => {
  const index = (file as { indicators: { id: string }[] }).indicators.findIndex(({ id }) => id === 'CM-U1');
  expect(faultsOf(set(`indicators.${index}.threshold`, '10'))).toEqual([
    expect.stringContaining(`indicators[${index}].threshold|10 的单位不对`),
  ]);
  const table = tableSchemeById('daily-service')!;
  expect(() => loadTableScheme({ ...table, unit: 'units' })).toThrow('是否想写 unit');
  expect(() => loadTableScheme({ ...table, line: 101 })).toThrow('超过满分');
  expect(() => loadTableScheme({ ...table, kind: 'mean' })).toThrow('kind');
});
