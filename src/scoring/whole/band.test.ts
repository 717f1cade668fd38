import Fraction from 'fraction.js';
import type { Assessment, BandIndicator } from '../../model';
import { yinchuan2008 } from '../../schemes';
import { contextOf, type Context } from '../context';
import { exact } from '../exact';
import { bandLoss } from '../mechanisms/band';
import { resolveRulings } from '../rulings';
import { bandLossOf } from './band';
import { Columns } from './columns';

/* 存销比 (第六条(一)(2)): 2 points for each 1 % over 100 % of the society's, and for each 1 % below 80 %. */

const scheme = yinchuan2008();
const indicator = scheme.indicators.find(({ id }) => id === 'CM-U2') as BandIndicator;
const cell = { sheet: '提升服务', row: 1, column: 0 };

function person(figures: Readonly<Record<string, string | number>>): Assessment {
  const measures = Object.entries(figures).map(
    ([field, value]) => [field, { field, cell, value: new Fraction(value) }] as const,
  );
  return {
    assessee: { id: 0, department: '城东营销部', name: '王芳', post: 'CM', cell },
    visits: [],
    measures: new Map(measures),
    register: [],
    missing: new Set(),
    blocked: new Set(),
    unresolved: false,
  };
}

/** Hundredths of a point by whole numbers, and by fractions. */
function losses(context: Context, assessment: Assessment): readonly [number, number | null] {
  const into = new Float64Array(1);
  bandLossOf(indicator, context)!(new Columns([assessment]), into);
  const section = scheme.sections.find(({ id }) => id === indicator.section)!;
  const scope = { context, assessment, section, maximum: exact(section.points['CM']!) };
  const { lost } = bandLoss(indicator, scope);
  return [into[0]!, lost === null ? null : lost.mul(100).valueOf()];
}

const under = (setting: Readonly<Record<string, string>>): Context =>
  contextOf(scheme, resolveRulings(scheme, setting));

test.each([
  ['as the society', 5_000, 10_000, '0.5', 0],
  ['a step over', 5_050, 10_000, '0.5', 200],
  ['not quite a step over', '5049.9', 10_000, '0.5', 0],
  ['three steps over, with decimals', '515.2575', '1000.5', '0.5', 600],
  ['at four fifths', 4_000, 10_000, '0.5', 0],
  ['a step below four fifths', '3949.9', 10_000, '0.5', 200],
  ['decimals on both sides', '395.1', '1000.5', '0.5', 200],
  ['nothing in stock', 0, 10_000, '0.5', 16_000],
])('%s', (_, closingStock, periodSales, socialStockRatio, hundredths) => {
  const own = person({ closingStock, periodSales, socialStockRatio });
  expect(losses(under({}), own)).toEqual([hundredths, hundredths]);
});

test.each([
  ['no sales', { closingStock: 5, periodSales: 0, socialStockRatio: '0.5' }],
  ['a society without stock', { closingStock: 5, periodSales: 10, socialStockRatio: 0 }],
  ['no figure of the society', { closingStock: 5, periodSales: 10 }],
  ['no stock said', { periodSales: 10, socialStockRatio: '0.5' }],
  ['no sales said', { closingStock: 5, socialStockRatio: '0.5' }],
  [
    'numbers too large to be exact',
    { closingStock: '50000000.01', periodSales: '30000000.07', socialStockRatio: '0.5017' },
  ],
])('%s is left to the fractions', (_, figures) => {
  expect(losses(under({}), person(figures))[0]).toBeNaN();
});

test('whatever whole numbers tell is what fractions give, however steps are counted', () => {
  let told = 0;
  for (let step = 0; step < 400; step++) {
    const own = person({
      closingStock: (3_800 + step * 7) / 10,
      periodSales: (10_000 + (step % 7)) / 10,
      socialStockRatio: (48 + (step % 5)) / 100,
    });
    for (const percentStep of ['whole', 'started', 'proportional']) {
      const [whole, exactly] = losses(under({ percentStep }), own);
      if (Number.isNaN(whole)) continue;
      told += 1;
      expect(whole).toBe(exactly);
    }
  }
  expect(told).toBeGreaterThan(800);
});

test.each<Readonly<Record<string, string>>>([{ rateRounding: 'twoDecimals' }, { stockSalesUnit: 'points' }])(
  'under rulings for which whole numbers are not enough they tell nothing (%j)',
  (setting) => {
    expect(bandLossOf(indicator, under(setting))).toBeNull();
  },
);
