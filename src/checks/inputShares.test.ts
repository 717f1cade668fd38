import {
  checked,
  type Figures,
  isKnown,
  lines,
  places,
  UNREADABLE,
  WHOLE,
} from '../../tests/fixtures/checkedFigures';
import { linesOf, placesOf } from '../../tests/fixtures/checkRows';

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
      'denominator-zero 数据!B4 第六条(3)1) | 0 → 大于 0 的数 | 李明 | “抽查户次”是 0,因此 DL-U1 送货及时率没有可比的基数。请核对。',
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
