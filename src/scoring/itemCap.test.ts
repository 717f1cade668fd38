import Fraction from 'fraction.js';
import type { Assessment, Measure, Rulings, Scheme, Step } from '../model';
import { loadScheme, SchemeError, yinchuan2008 } from '../schemes';
import { scoreBook } from './book';
import { resolveRulings } from './rulings';

const CELL = { sheet: '例', row: 0, column: 0 };
const base = yinchuan2008();

/** The scheme with item points entered for some indicators. */
function withCaps(caps: Readonly<Record<string, number>>): Scheme {
  const indicators = base.indicators.map((each) =>
    caps[each.id] === undefined ? each : { ...each, cap: caps[each.id]! },
  );
  return loadScheme(JSON.parse(JSON.stringify({ ...base, indicators })));
}

/** A person whose households lost these points under the two rules. */
function person(...households: readonly (readonly [number, number])[]): Assessment {
  return {
    assessee: { id: 0, department: '示例所', name: '甲', post: 'CM', cell: CELL },
    visits: households.map(([tags, stock], index) => ({
      household: `第${index}户`,
      licence: '',
      cell: CELL,
      date: null,
      findings: [
        { indicator: 'CM-S03', hundredths: tags * 100, cell: CELL, note: null },
        { indicator: 'CM-S04', hundredths: stock * 100, cell: CELL, note: null },
      ],
    })),
    measures: new Map<string, Measure>([
      ['formatMismatches', { field: 'formatMismatches', value: new Fraction(4), cell: CELL }],
    ]),
    register: [],
    missing: new Set(['satisfaction']),
    blocked: new Set(),
    unresolved: false,
  };
}

function standard(scheme: Scheme, averaging: string, assessment: Assessment): number | undefined {
  const rulings = resolveRulings(scheme, { householdAveraging: averaging });
  const [only] = scoreBook(scheme, rulings, [assessment], new Set()).persons;
  return only!.sections[0]!.points?.valueOf();
}

test.each([
  ['meanOfCapped', {}, (20 - 8 + (20 - 1)) / 2],
  // At each household no more than 3 points under the rule: 3 + 2 and 1 + 0.
  ['meanOfCapped', { 'CM-S03': 3 }, (20 - 5 + (20 - 1)) / 2],
  // The mean under the rule is (6 + 1) / 2 = 3.5, of which 3 count; the other rule's is 1.
  ['capOfMean', { 'CM-S03': 3 }, 20 - 3 - 1],
  ['cumulative', { 'CM-S03': 3 }, 20 - 3 - 2],
  ['cumulative', {}, 20 - 7 - 2],
])('%s with item points %j', (averaging, caps, expected) => {
  expect(standard(withCaps(caps), averaging, person([6, 2], [1, 0]))).toBe(expected);
});

test('a figure of a person takes no more than its item points', () => {
  const lost = (scheme: Scheme): number | undefined =>
    scoreBook(scheme, resolveRulings(scheme), [person([0, 0])], new Set())
      .persons[0]!.sections[1]!.step.children.find(({ subject }) => subject === 'CM-U3')
      ?.value?.valueOf();
  expect([lost(base), lost(withCaps({ 'CM-U3': 5 }))]).toEqual([8, 5]);
});

test('the points of the section are those that its tree shows', () => {
  const rates = ['stockingShops', 'targetShops', 'awarenessKnown', 'awarenessAsked', 'grossMargin'];
  const sound = ['closingStock', 'periodSales', 'socialStockRatio'];
  const full = person([0, 0]);
  const measures = new Map([
    ...full.measures,
    ...[...rates, ...sound].map((field) => [field, { field, value: new Fraction(1), cell: CELL }] as const),
  ]);
  const points = (scheme: Scheme): number | undefined =>
    scoreBook(
      scheme,
      resolveRulings(scheme),
      [{ ...full, measures }],
      new Set(),
    ).persons[0]!.sections[1]!.points?.valueOf();
  expect([points(base), points(withCaps({ 'CM-U3': 5 }))]).toEqual([42, 45]);
});

test.each([
  [{ 'CM-S03': 21 }, 'indicators[2].cap:单项分值 21 超过了所属部分“标准服务”的 20 分'],
  [
    { 'MS-S01': 5, 'MS-S02': 5, 'MS-S03': 10, 'MS-S04': 5 },
    'sections[0].points.MS:各项的单项分值合计 25 分,与“标准服务”的 30 分对不上',
  ],
])('item points %j are refused', (caps, reason) => {
  expect(() => withCaps(caps)).toThrow(SchemeError);
  expect(() => withCaps(caps)).toThrow(reason);
});

test('item points that add up to their section are taken', () => {
  expect(() => withCaps({ 'MS-S01': 5, 'MS-S02': 5, 'MS-S03': 15, 'MS-S04': 5 })).not.toThrow();
});

describe('the tree says where item points bound', () => {
  function stepsOf(
    caps: Readonly<Record<string, number>>,
    rulings: Rulings,
    one = person([6, 2], [1, 0]),
  ): readonly Step[] {
    const scheme = withCaps(caps);
    const book = scoreBook(scheme, resolveRulings(scheme, rulings), [one], new Set());
    const all = (steps: readonly Step[]): readonly Step[] =>
      steps.flatMap((step) => [step, ...all(step.children)]);
    return all([book.persons[0]!.step]);
  }

  test('at each household, by the finding', () => {
    const findings = stepsOf({ 'CM-S03': 3 }, {}).filter(({ kind }) => kind === 'finding');
    const told = findings.map(({ subject, value, data }) => [
      subject,
      value?.toString(),
      data.itemUsedUp,
      data.once,
    ]);
    expect(told).toEqual([
      ['CM-S03', '3', true, false],
      ['CM-S04', '2', undefined, false],
      ['CM-S03', '1', undefined, false],
    ]);
  });

  test('by each finding of a household, where one rule has several', () => {
    const one = person([2, 0], [0, 0]);
    const twice = Array.from(one.visits, (visit) => ({
      ...visit,
      findings: [...visit.findings, ...visit.findings],
    }));
    const told = (caps: Readonly<Record<string, number>>) =>
      stepsOf(caps, {}, { ...one, visits: twice })
        .filter(({ subject, kind }) => subject === 'CM-S03' && kind === 'finding')
        .map(({ value, data }) => [value?.toString(), data.itemUsedUp]);
    expect(told({ 'CM-S03': 3 })).toEqual([
      ['2', undefined],
      ['1', true],
    ]);
    expect(told({ 'CM-S03': 2 })).toEqual([
      ['2', undefined],
      ['0', true],
    ]);
  });

  test('not at a household where the points limit what is taken overall', () => {
    const households = (averaging: string) =>
      stepsOf({ 'CM-S03': 3 }, { householdAveraging: averaging })
        .filter(({ kind }) => kind === 'household')
        .map(({ value }) => value?.toString());
    expect(households('meanOfCapped')).toEqual(['15', '19']);
    expect(households('capOfMean')).toEqual(['12', '19']);
    expect(households('cumulative')).toEqual(['12', '19']);
  });

  test('a household with exactly 0 left was not cut off, one with less was', () => {
    const floored = (tags: number): unknown =>
      stepsOf({}, {}, person([tags, 0])).find(({ kind }) => kind === 'household')!.data.floored;
    expect([19, 20, 21].map(floored)).toEqual([false, false, true]);
  });

  test('once per rule binds before item points that are higher', () => {
    const findings = stepsOf({ 'CM-S03': 3 }, { repeatFindings: 'oncePerRule' }).filter(
      ({ kind }) => kind === 'finding',
    );
    expect(findings[0]).toMatchObject({ subject: 'CM-S03', data: { once: true } });
    expect(findings[0]!.data.itemUsedUp).toBeUndefined();
    const equal = stepsOf({ 'CM-S03': 1 }, { repeatFindings: 'oncePerRule' });
    expect(equal.find(({ subject }) => subject === 'CM-S03')!.data.itemUsedUp).toBe(true);
  });

  test('over all households together', () => {
    const limited = (caps: Readonly<Record<string, number>>, rulings: Rulings): unknown =>
      stepsOf(caps, rulings).find(({ kind }) => kind === 'averaging')!.data.itemsLimited;
    expect(limited({ 'CM-S03': 3 }, { householdAveraging: 'capOfMean' })).toBe(true);
    expect(limited({ 'CM-S03': 3 }, {})).toBeUndefined();
    expect(limited({}, { householdAveraging: 'capOfMean' })).toBeUndefined();
  });

  test("in a person's figures, beside what would have been lost", () => {
    const count = (cap: number) =>
      stepsOf({ 'CM-U3': cap }, {}).find(({ subject }) => subject === 'CM-U3')!.data;
    expect(count(5)).toMatchObject({ cap: 5, count: new Fraction(4), points: 2 });
    expect((count(5).uncapped as Fraction).valueOf()).toBe(8);
    expect(count(8).uncapped).toBeUndefined();
    expect(count(9).cap).toBeUndefined();
  });
});
