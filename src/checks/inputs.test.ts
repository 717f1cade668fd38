import {
  checked,
  indicatorsOf,
  isKnown,
  lines,
  mean,
  places,
  rowWith,
  UNREADABLE,
  WHOLE,
} from '../../tests/fixtures/checkedFigures';
import { emptyDesk, linesOf, placesOf } from '../../tests/fixtures/checkRows';
import { InputCheck } from './inputs';

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
