import type { Finding, RuleBits, Visit, Visits } from '../../model';
import { hasLostUnder, lostAtPlace } from './packed';
import { lostAt, type HouseholdRules } from './rules';

/* What bits take at a household is what the findings take that they stand for. */

const BITS: RuleBits = { indicators: ['A', 'B', 'C'], hundredths: [100, 200, 50] };
const CELL = { sheet: '明细', row: 3, column: 0 };

const findingsOf = (mask: number, bits = BITS): Finding[] =>
  bits.indicators.flatMap((indicator, at) =>
    mask & (1 << at) ? [{ indicator, hundredths: bits.hundredths[at]!, cell: CELL, note: null }] : [],
  );

const visitOf = (mask: number, packed: RuleBits | null = null): Visit => ({
  ...{ household: '甲店', licence: '', cell: CELL, date: null, findings: findingsOf(mask) },
  ...(packed && { bits: packed, mask }),
});

/** Visits as columns give them; whoever asks for one by itself has looked closer. */
function columnsOf(masks: readonly number[], bits: RuleBits, looked: () => void): Visits {
  const visits = masks.map((mask) => ({ ...visitOf(0, null), findings: findingsOf(mask, bits) }));
  return {
    length: masks.length,
    at: (index) => {
      looked();
      return visits[index];
    },
    [Symbol.iterator]: () => visits[Symbol.iterator](),
    bitsAt: () => bits,
    maskAt: (index) => masks[index]!,
  };
}

const RULES: HouseholdRules = {
  maximum: 2000,
  once: new Map(),
  points: new Map([
    ['A', 100],
    ['B', 200],
    ['C', 50],
  ]),
  waived: new Set(),
  caps: new Map(),
};

const MASKS = [0, 1, 2, 3, 4, 5, 6, 7];

test.each<readonly [string, HouseholdRules, readonly number[]]>([
  ['as they stand', RULES, [0, 100, 200, 300, 50, 150, 250, 350]],
  ['a rate decides over A', { ...RULES, waived: new Set(['A']) }, [0, 0, 200, 200, 50, 50, 250, 250]],
  [
    'B takes 150 at most once',
    { ...RULES, once: new Map([['B', 150]]) },
    [0, 100, 150, 250, 50, 150, 200, 300],
  ],
  ['item B has 30', { ...RULES, caps: new Map([['B', 30]]) }, [0, 100, 30, 130, 50, 150, 80, 180]],
])('%s: columns, packed visits and findings come to the same', (_, rules, expected) => {
  let looked = 0;
  const columns = columnsOf(MASKS, BITS, () => (looked += 1));
  expect(MASKS.map((__, at) => lostAtPlace(columns, at, rules))).toEqual(expected);
  expect(looked).toBe(0);
  const packed = MASKS.map((mask) => visitOf(mask, BITS));
  expect(MASKS.map((__, at) => lostAtPlace(packed, at, rules))).toEqual(expected);
  const found = MASKS.map((mask) => visitOf(mask));
  expect(MASKS.map((__, at) => lostAtPlace(found, at, rules))).toEqual(expected);
  expect(found.map(({ findings }) => lostAt(findings, rules))).toEqual(expected);
});

test('a rule of another post is refused where it was found, and nowhere else', () => {
  const bits: RuleBits = { indicators: ['A', 'X'], hundredths: [100, 100] };
  const columns = columnsOf([1, 2, 3], bits, () => undefined);
  expect(lostAtPlace(columns, 0, RULES)).toBe(100);
  for (const at of [1, 2])
    expect(() => lostAtPlace(columns, at, RULES)).toThrow('X does not belong to this post');
  const packed = [1, 2].map((mask) => ({
    ...visitOf(0, null),
    findings: findingsOf(mask, bits),
    bits,
    mask,
  }));
  expect(lostAtPlace(packed, 0, RULES)).toBe(100);
  expect(() => lostAtPlace(packed, 1, RULES)).toThrow('X does not belong to this post');
});

test('points under an indicator are lost where its bit is set, or such a finding stands', () => {
  const none: RuleBits = { indicators: ['A', 'B'], hundredths: [100, 0] };
  const lost = (visit: Visit): boolean[] => ['A', 'B', 'C', 'X'].map((id) => hasLostUnder(visit, id));
  expect(lost(visitOf(5, BITS))).toEqual([true, false, true, false]);
  expect(lost(visitOf(5))).toEqual([true, false, true, false]);
  expect(lost(visitOf(0, BITS))).toEqual([false, false, false, false]);
  expect(lost({ ...visitOf(0), bits: BITS })).toEqual([false, false, false, false]);
  expect(lost({ ...visitOf(0), bits: none, mask: 3 })).toEqual([true, false, false, false]);
  const nothing = { indicator: 'B', hundredths: 0, cell: CELL, note: null };
  expect(lost({ ...visitOf(0), findings: [nothing] })).toEqual([false, false, false, false]);
});
