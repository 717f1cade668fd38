import Fraction from 'fraction.js';
import { emptyDesk, figuresOf, linesOf, placesOf, rowOf, sheetOf } from '../../tests/fixtures/checkRows';
import type { Indicator, Measure, MeasureRow, RateIndicator } from '../model';
import { yinchuan2008 } from '../schemes';
import type { Desk } from './desk';
import { type CombineRates, InputCheck } from './inputs';

/** The indicators, made anew each time: what is worked out once for a scheme is worked out in every test. */
const indicatorsOf = (...ids: readonly string[]): readonly Indicator[] =>
  structuredClone(yinchuan2008().indicators).filter(({ id }) => ids.includes(id));

const mean: CombineRates = (rates) =>
  rates.reduce((sum, rate) => sum.add(rate), new Fraction(0)).div(rates.length);

/** Field → what stands there: a figure as text, yes or no, `#` for a cell that cannot be read; left out: blank. */
type Figures = Readonly<Record<string, string | boolean>>;

const UNREADABLE = '#';

/** A row of figures of 李明 in row 4; the columns are the fields of the figures, then those that are blank. */
function rowWith(figures: Figures, blank: readonly string[]): MeasureRow {
  const fields = [...Object.keys(figures), ...blank];
  const measures = new Map<string, Measure>();
  fields.forEach((field, column) => {
    const value = figures[field];
    if (value === undefined || value === UNREADABLE) return;
    const cell = { sheet: '数据', row: 3, column };
    measures.set(field, { field, value: typeof value === 'string' ? new Fraction(value) : value, cell });
  });
  return rowOf(sheetOf('数据', fields), 4, '城东 李明 客户经理', {
    section: 'enhanced',
    ...figuresOf(measures),
    broken: new Set(fields.filter((field) => figures[field] === UNREADABLE)),
  });
}

/** What is said of these figures for one indicator. `blank`: columns that are there without a figure. */
function checked(id: string, figures: Figures, blank: readonly string[] = [], combine = mean): Desk {
  const desk = emptyDesk();
  new InputCheck(desk, { marketPurity: 'mean' }, combine).check(rowWith(figures, blank), 3, indicatorsOf(id));
  return desk;
}

const isKnown = (desk: Desk): boolean => !desk.blockedSections(3).has('enhanced');
const lines = (...call: Parameters<typeof checked>): string[] => linesOf(checked(...call));
const places = (...call: Parameters<typeof checked>): string[] => placesOf(checked(...call));

/** Figures under which each indicator can be computed. */
const WHOLE: Readonly<Record<string, Figures>> = {
  'CM-U1': { grossMargin: '0.087' },
  'CM-U2': { closingStock: '5335', periodSales: '10000', socialStockRatio: '0.5' },
  'CM-U3': { formatMismatches: '0' },
  'CM-U4': { stockingShops: '0', targetShops: '300' },
  'CM-U5': { cityGuided: '91', cityShops: '200', ruralGuided: '4', ruralShops: '10' },
  'CM-U6': { awarenessKnown: '17', awarenessAsked: '20' },
  'MS-U1': { marketShare: '0.97', legalPurchase: '0.96', licensedRate: '0.95' },
  'MS-U2': { violatingShops: '20', inspectedShops: '20' },
  'MS-U3': { mispricedShops: '20', inspectedShops: '20' },
  'DL-U1': { deliveriesOnTime: '60', deliveriesChecked: '60' },
  'DL-U2a': { securityLapses: '1' },
  'DL-U2b': { accident: false, safetyViolation: true },
  'DL-U4': { goodsBroken: '3', goodsDelivered: '10000' },
  K2: { satisfaction: '0.93' },
};

test.each(Object.keys(WHOLE))('%s: figures that are there are silent', (id) => {
  const desk = checked(id, WHOLE[id]!);
  expect(linesOf(desk)).toEqual([]);
  expect(isKnown(desk)).toBe(true);
});

const PAIRS = Object.entries(WHOLE).flatMap(([id, figures]) =>
  Object.keys(figures).map((field) => [id, field] as const),
);

/** The count decides 守法规范度; its rate is shown only. */
const NEEDED = PAIRS.filter(([id, field]) => id !== 'MS-U2' || field !== 'inspectedShops');

test.each(NEEDED)('%s: a blank %s is asked for, and the section is not known', (id, field) => {
  const { [field]: _, ...others } = WHOLE[id]!;
  const desk = checked(id, others, [field]);
  const column = 'ABCD'[Object.keys(others).length]!;
  expect(placesOf(desk)).toEqual([`missing-input 数据!${column}4`]);
  expect(isKnown(desk)).toBe(false);
});

test.each(PAIRS)('%s: an unreadable %s was reported, and the section is not known', (id, field) => {
  const desk = checked(id, { ...WHOLE[id]!, [field]: UNREADABLE });
  expect(linesOf(desk)).toEqual([]);
  expect(isKnown(desk)).toBe(false);
});

test('without the column at all, that was reported for the sheet', () => {
  const desk = checked('CM-U3', {});
  expect(linesOf(desk)).toEqual([]);
  expect(isKnown(desk)).toBe(false);
});

test('an unreadable cell leaves the section unknown, though no indicator asks for it', () => {
  const desk = checked('CM-U3', { formatMismatches: '1', cityShops: UNREADABLE });
  expect(linesOf(desk)).toEqual([]);
  expect(isKnown(desk)).toBe(false);
});

describe('which figure is asked for', () => {
  test('is named with all that the indicator needs', () => {
    expect(lines('CM-U4', { targetShops: '300' }, ['stockingShops'])).toEqual([
      'missing-input 数据!B4 第六条(一)(4) | - → 上柜户数 | 李明 | 李明的“上柜户数”是空的,CM-U4 目标产品铺货率算不出来(需要上柜户数、目标客户数)。请补上;确实是零就写 0。',
    ]);
  });

  test('the way that is nearest, of those whose columns are there', () => {
    const all = ['grossMargin', 'grossProfit', 'sales'];
    expect(lines('CM-U1', {}, all)[0]).toContain('“毛利率”是空的');
    expect(lines('CM-U1', { sales: '100' }, ['grossMargin', 'grossProfit'])[0]).toContain('“毛利额”是空的');
    expect(lines('CM-U1', { sales: '100' }, ['grossMargin'])[0]).toContain('“毛利率”是空的');
    expect(lines('CM-U1', {}, ['grossProfit', 'sales'])[0]).toContain('“毛利额”是空的');
    expect(lines('CM-U1', { sales: '100' })).toEqual([]);
    const purity = ['legalPurchase', 'licensedRate', 'marketPurity'];
    expect(lines('MS-U1', { marketShare: '0.9' }, purity)[0]).toContain('“合法渠道进货率”是空的');
  });

  test('one way is enough', () => {
    expect(places('CM-U1', { grossProfit: '8', sales: '100' }, ['grossMargin'])).toEqual([]);
    expect(
      places('MS-U1', { marketPurity: '0.98' }, ['marketShare', 'legalPurchase', 'licensedRate']),
    ).toEqual([]);
    expect(places('DL-U4', { breakage: '0.0003' }, ['goodsBroken', 'goodsDelivered'])).toEqual([]);
  });

  test('is asked for once for several indicators', () => {
    const desk = emptyDesk();
    const both = indicatorsOf('MS-U2', 'MS-U3');
    const row = rowWith({ violatingShops: '1', mispricedShops: '2' }, ['inspectedShops']);
    new InputCheck(desk, {}, mean).check(row, 3, both);
    expect(placesOf(desk)).toEqual(['missing-input 数据!C4']);
  });
});

describe('rates over nothing', () => {
  test.each([
    ['CM-U2', 'periodSales'],
    ['CM-U2', 'socialStockRatio'],
    ['CM-U4', 'targetShops'],
    ['CM-U6', 'awarenessAsked'],
    ['MS-U3', 'inspectedShops'],
    ['DL-U1', 'deliveriesChecked'],
    ['DL-U4', 'goodsDelivered'],
  ])('%s: %s is 0', (id, field) => {
    const zeros = Object.fromEntries(Object.keys(WHOLE[id]!).map((each) => [each, '0']));
    const desk = checked(id, { ...WHOLE[id], [field]: '0', ...(id === 'CM-U2' ? {} : zeros) });
    const column = 'ABCD'[Object.keys(WHOLE[id]!).indexOf(field)]!;
    expect(placesOf(desk)).toEqual([`denominator-zero 数据!${column}4`]);
    expect(isKnown(desk)).toBe(false);
  });

  test('says what is 0', () => {
    expect(lines('DL-U1', { deliveriesOnTime: '0', deliveriesChecked: '0' })).toEqual([
      'denominator-zero 数据!B4 第六条(3)1) | 0 → 大于 0 的数 | 李明 | “抽查户次”是 0,DL-U1 送货及时率没有可比的基数。请核对。',
    ]);
  });

  test('both of a band are told', () => {
    const figures = { closingStock: '1', periodSales: '0', socialStockRatio: '0' };
    expect(places('CM-U2', figures)).toEqual(['denominator-zero 数据!B4', 'denominator-zero 数据!C4']);
  });

  test('an entered rate needs no parts', () => {
    expect(places('CM-U1', { grossMargin: '0', grossProfit: '1', sales: '0' })).toEqual([]);
  });
});

describe('more than there are', () => {
  test.each([
    ['CM-U4', { stockingShops: '301', targetShops: '300' }],
    ['CM-U6', { awarenessKnown: '21', awarenessAsked: '20' }],
    ['MS-U2', { violatingShops: '21', inspectedShops: '20' }],
    ['MS-U3', { mispricedShops: '21', inspectedShops: '20' }],
    ['DL-U1', { deliveriesOnTime: '61', deliveriesChecked: '60' }],
    ['CM-U5', { cityGuided: '201', cityShops: '200' }],
    ['CM-U1', { grossProfit: '101', sales: '100' }],
  ])('%s', (id, figures) => {
    const desk = checked(id, figures);
    expect(placesOf(desk)).toEqual(['numerator-exceeds-denominator 数据!A4']);
    expect(isKnown(desk)).toBe(false);
  });

  test('says both figures', () => {
    expect(lines('MS-U2', { violatingShops: '20.5', inspectedShops: '20' })).toEqual([
      'numerator-exceeds-denominator 数据!A4 第六条(2)2) | 20.5 → 不大于抽查户数 20 | 李明 | “违规户数”是 20.5,比“抽查户数”20 还多。请核对这两个数。',
    ]);
  });

  test('stock may exceed sales; lapses have nothing to be compared with', () => {
    expect(places('CM-U2', { closingStock: '35', periodSales: '10', socialStockRatio: '3' })).toEqual([]);
    expect(places('DL-U2a', { securityLapses: '500' })).toEqual([]);
    expect(places('MS-U2', { violatingShops: '21' })).toEqual([]);
  });
});

describe('有效经营指导面: each group of shops is a pair of its own', () => {
  const pair = (figures: Figures, ...blank: readonly string[]): string[] => places('CM-U5', figures, blank);

  test('a blank pair, or 0 of 0, is no group', () => {
    const city = { cityGuided: '91', cityShops: '200' };
    expect(pair(city, 'ruralGuided', 'ruralShops')).toEqual([]);
    expect(pair({ ...city, ruralGuided: '0', ruralShops: '0' })).toEqual([]);
    expect(pair({}, 'cityGuided', 'cityShops', 'ruralGuided', 'ruralShops')).toEqual([]);
    expect(isKnown(checked('CM-U5', city, ['ruralGuided', 'ruralShops']))).toBe(true);
    expect(isKnown(checked('CM-U5', { ...city, ruralGuided: '0', ruralShops: '0' }))).toBe(true);
  });

  test('half a pair is asked for', () => {
    const city = { cityGuided: '91', cityShops: '200' };
    expect(pair({ ...city, ruralShops: '10' }, 'ruralGuided')).toEqual(['missing-input 数据!D4']);
    expect(pair({ ...city, ruralGuided: '0' }, 'ruralShops')).toEqual(['missing-input 数据!D4']);
    const desk = checked('CM-U5', { ...city, ruralShops: '10' }, ['ruralGuided']);
    expect(isKnown(desk)).toBe(false);
  });

  test('some of no shops', () => {
    expect(pair({ cityGuided: '1', cityShops: '0' })).toEqual(['denominator-zero 数据!B4']);
  });

  test('both pairs are looked at', () => {
    const figures = { cityGuided: '3', cityShops: '2', ruralGuided: '3', ruralShops: '2' };
    expect(pair(figures)).toEqual([
      'numerator-exceeds-denominator 数据!A4',
      'numerator-exceeds-denominator 数据!C4',
    ]);
  });

  test('an unreadable half was reported', () => {
    const desk = checked('CM-U5', {
      cityGuided: '3',
      cityShops: UNREADABLE,
      ruralGuided: '1',
      ruralShops: '2',
    });
    expect(linesOf(desk)).toEqual([]);
    expect(isKnown(desk)).toBe(false);
  });
});

describe('an entered rate that differs from its parts counts, and is shown', () => {
  test('毛利率 and 毛利额÷销售额', () => {
    const desk = checked('CM-U1', { grossMargin: '0.1', grossProfit: '87', sales: '1000' });
    expect(linesOf(desk)).toEqual([
      'input-contradicts 数据!A4 第六条(一)(1) | 10% → 8.7% | 李明 | “毛利率”写的是 10%,按同一行的数计算是 8.7%。按写的数计分,请核对。',
    ]);
    expect(isKnown(desk)).toBe(true);
  });

  test('what rounding to a tenth of a percent leaves is no difference', () => {
    const entered = (grossMargin: string): number =>
      checked('CM-U1', { grossMargin, grossProfit: '87', sales: '1000' }).issues.length;
    expect(['0.0865', '0.087', '0.0875'].map(entered)).toEqual([0, 0, 0]);
    expect(['0.08649', '0.08751'].map(entered)).toEqual([1, 1]);
  });

  test('破损率 in ‰, to a hundredth', () => {
    const entered = (breakage: string): string[] =>
      lines('DL-U4', { breakage, goodsBroken: '3', goodsDelivered: '10000' });
    expect(['0.000295', '0.0003', '0.000305'].flatMap(entered)).toEqual([]);
    expect(entered('0.00029')).toEqual([
      'input-contradicts 数据!A4 第六条(3)4) | 0.29‰ → 0.3‰ | 李明 | “破损率”写的是 0.29‰,按同一行的数计算是 0.3‰。按写的数计分,请核对。',
    ]);
    expect(entered('0.000306')).toHaveLength(1);
  });

  test('市场净化率 and its three rates, by the ruling', () => {
    const rates = { marketShare: '0.97', legalPurchase: '0.96', licensedRate: '0.95' };
    expect(lines('MS-U1', { marketPurity: '0.96', ...rates })).toEqual([]);
    expect(lines('MS-U1', { marketPurity: '0.98', ...rates })).toEqual([
      'input-contradicts 数据!A4 第六条(2)1) | 98% → 96% | 李明 | “市场净化率”写的是 98%,按同一行的数计算是 96%。按写的数计分,请核对。',
    ]);
    const asked: unknown[] = [];
    checked('MS-U1', { marketPurity: '0.95', ...rates }, [], (all, ruling) => {
      asked.push(ruling, ...all.map((each) => each.toString()));
      return all[2]!;
    });
    expect(asked).toEqual(['mean', '0.97', '0.96', '0.95']);
  });

  test('parts that are not all there, or over nothing, say nothing', () => {
    expect(places('CM-U1', { grossMargin: '0.1', grossProfit: '87' }, ['sales'])).toEqual([]);
    expect(places('CM-U1', { grossMargin: '0.1', sales: '1000' }, ['grossProfit'])).toEqual([]);
    expect(places('CM-U1', { grossMargin: '0.1', grossProfit: '87', sales: '0' })).toEqual([]);
    expect(places('MS-U1', { marketPurity: '0.5', marketShare: '0.97', legalPurchase: '0.96' })).toEqual([]);
    expect(places('K2', { satisfaction: '0.5' })).toEqual([]);
  });

  test('of a ratio that takes away the complement is compared', () => {
    const made: RateIndicator = {
      ...(indicatorsOf('CM-U1')[0] as RateIndicator),
      rate: { entered: 'grossMargin', ratio: { subtract: 'grossProfit', denominator: 'sales' } },
    };
    const contradicts = (grossMargin: string): number => {
      const desk = emptyDesk();
      const row = rowWith({ grossMargin, grossProfit: '10', sales: '100' }, []);
      new InputCheck(desk, {}, mean).check(row, 3, [made]);
      return desk.issues.length;
    };
    expect([contradicts('0.9'), contradicts('0.1')]).toEqual([0, 1]);
  });
});

test('线路优化 may be blank: it is not due', () => {
  const desk = checked('DL-U3', {}, ['routePlan']);
  expect(linesOf(desk)).toEqual([]);
  expect(isKnown(desk)).toBe(true);
  expect(isKnown(checked('DL-U3', { routePlan: UNREADABLE }))).toBe(false);
});

test('findings and complaints are no figures of a person', () => {
  for (const id of ['CM-S01', 'K1']) {
    const desk = checked(id, {});
    expect(linesOf(desk)).toEqual([]);
    expect(isKnown(desk)).toBe(true);
  }
});
