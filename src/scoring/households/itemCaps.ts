import type Fraction from 'fraction.js';
import type { PerFinding, Visit, Visits } from '../../model';
import { fromHundredths, smallest, ZERO } from '../exact';
import { add, divide, quotient } from '../rational';

const known = new WeakMap<readonly PerFinding[], ReadonlyMap<string, number>>();

/** Item points in hundredths, by indicator; without those that have none of their own. Kept for a list once asked. */
export function itemCaps(indicators: readonly PerFinding[]): ReadonlyMap<string, number> {
  let caps = known.get(indicators);
  if (!caps) {
    const own = indicators.flatMap(({ id, cap }) =>
      cap === undefined ? [] : [[id, Math.round(cap * 100)] as const],
    );
    known.set(indicators, (caps = new Map(own)));
  }
  return caps;
}

/**
 * Points lost over all households together where the items have points of their own (R3): each item's loss is first
 * summed up (`cumulative`) or averaged (`capOfMean`), then limited to the item's points. `byRule` gives the hundredths
 * that a household has lost under each indicator.
 */
export function lostOverall(
  visits: Visits,
  byRule: (visit: Visit) => ReadonlyMap<string, number>,
  caps: ReadonlyMap<string, number>,
  averaged: boolean,
): Fraction {
  const sums = new Map<string, number>();
  for (const visit of visits) {
    for (const [indicator, lost] of byRule(visit)) sums.set(indicator, (sums.get(indicator) ?? 0) + lost);
  }
  const count = quotient(averaged ? visits.length : 1, 1);
  let total: Fraction = ZERO;
  for (const [indicator, sum] of sums) {
    const own = divide(fromHundredths(sum), count);
    const cap = caps.get(indicator);
    total = add(total, cap === undefined ? own : smallest(own, fromHundredths(cap)));
  }
  return total;
}
