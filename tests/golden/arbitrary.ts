import fc from 'fast-check';
import Fraction from 'fraction.js';
import type { Assessment, Measure, RulingValue, Scheme, Visit } from '../../src/model';

const CELL = { sheet: 'S', row: 0, column: 0 };
const count = (max: number): fc.Arbitrary<Fraction> => fc.nat(max).map((n) => new Fraction(n));
const share = (low: number): fc.Arbitrary<Fraction> =>
  fc.integer({ min: low * 10, max: 10000 }).map((n) => new Fraction(n, 10000));

/** Goods or money, at times with decimals. */
const amount = (least: number): fc.Arbitrary<Fraction> =>
  fc
    .tuple(fc.integer({ min: least, max: 20000 }), fc.constantFrom(1, 1, 10, 1000))
    .map(([upper, lower]) => new Fraction(upper, lower));

/** Some of a whole, as two figures. */
const pair = (upper: string, lower: string): fc.Arbitrary<Figures> =>
  fc
    .integer({ min: 1, max: 400 })
    .chain((whole) =>
      fc.nat(whole).map((part) => ({ [lower]: new Fraction(whole), [upper]: new Fraction(part) })),
    );

type Figures = Readonly<Record<string, Measure['value']>>;

const together = (...parts: readonly fc.Arbitrary<Figures>[]): fc.Arbitrary<Figures> =>
  fc.tuple(...parts).map((all): Figures => Object.fromEntries(all.flatMap((each) => Object.entries(each))));

const FIGURES: Readonly<Record<string, fc.Arbitrary<Figures>>> = {
  CM: together(
    fc.record({
      grossMargin: share(50),
      closingStock: amount(0),
      periodSales: amount(1),
      socialStockRatio: fc.integer({ min: 1, max: 400 }).map((n) => new Fraction(n, 100)),
      formatMismatches: count(4),
    }),
    pair('stockingShops', 'targetShops'),
    fc.oneof(pair('cityGuided', 'cityShops'), fc.constant({})),
    fc.oneof(
      pair('ruralGuided', 'ruralShops'),
      fc.constant({ ruralGuided: new Fraction(0), ruralShops: new Fraction(0) }),
    ),
    pair('awarenessKnown', 'awarenessAsked'),
  ),
  MS: together(
    fc.record({
      marketShare: share(900),
      legalPurchase: share(900),
      licensedRate: share(900),
      violatingShops: count(5),
    }),
    pair('mispricedShops', 'inspectedShops'),
  ),
  DL: together(
    fc.record({
      securityLapses: count(3),
      safetyViolation: fc.boolean(),
      accident: fc.boolean(),
      routePlan: fc.constantFrom('done', 'notDone', 'notDue'),
      goodsDelivered: fc.integer({ min: 1, max: 200000 }).map((n) => new Fraction(n)),
      goodsBroken: count(60),
    }),
    pair('deliveriesOnTime', 'deliveriesChecked'),
  ),
};

function visitOf(scheme: Scheme, post: string): fc.Arbitrary<Visit> {
  const rules = scheme.indicators.flatMap((each) =>
    each.kind === 'perFinding' && each.posts.includes(post) ? [each] : [],
  );
  const finding = fc
    .tuple(fc.constantFrom(...rules), fc.integer({ min: 1, max: 8 }))
    .map(([rule, times]) => ({
      indicator: rule.id,
      hundredths: rule.points * 100 * times,
      cell: CELL,
      note: null,
    }));
  return fc
    .array(finding, { maxLength: 6 })
    .map((findings) => ({ household: 'H', licence: '', cell: CELL, date: null, findings }));
}

/** One person with everything that scoring needs, at times without 提升服务 or 满意度. */
export function person(scheme: Scheme): fc.Arbitrary<Assessment> {
  return fc.constantFrom(...scheme.posts.map(({ id }) => id)).chain((post) =>
    fc
      .record({
        name: fc.constantFrom('甲', '乙', '丙', '丁', '戊'),
        department: fc.constantFrom('一所', '二所'),
        visits: fc.array(visitOf(scheme, post), { minLength: 1, maxLength: 9 }),
        figures: FIGURES[post]!,
        satisfaction: share(700),
        complaints: fc.array(fc.constantFrom('founded', 'unfounded', 'pending'), { maxLength: 12 }),
        missing: fc.subarray(['enhanced', 'satisfaction']),
        without: fc.nat(3),
      })
      .map(({ name, department, visits, figures, satisfaction, complaints, missing, without }) => ({
        assessee: { id: 0, department, name, post, cell: CELL },
        visits,
        measures: measuresOf({ ...figures, satisfaction }),
        register: complaints.map((state) => ({ cell: CELL, state, date: null, summary: '' })),
        missing: new Set(without === 0 ? missing : []),
        blocked: new Set<string>(),
        unresolved: false,
      })),
  );
}

function measuresOf(figures: Figures): ReadonlyMap<string, Measure> {
  return new Map(Object.entries(figures).map(([field, value]) => [field, { field, value, cell: CELL }]));
}

/** A value for each ruling of the scheme. */
export function settings(scheme: Scheme): fc.Arbitrary<Readonly<Record<string, RulingValue>>> {
  const byKey = scheme.rulings.map(({ key, values, range }) => {
    const value: fc.Arbitrary<RulingValue> = values
      ? fc.constantFrom(...values.map((each) => each.value))
      : fc.integer({ min: range![0], max: range![1] });
    return [key, value] as const;
  });
  return fc.record(Object.fromEntries(byKey));
}
