import {
  checked,
  indicatorsOf,
  isKnown,
  lines,
  mean,
  places,
  rowWith,
} from '../../tests/fixtures/checkedFigures';
import { emptyDesk, linesOf } from '../../tests/fixtures/checkRows';
import type { RateIndicator } from '../model';
import { InputCheck } from './inputs';

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
