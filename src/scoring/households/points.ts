import type Fraction from 'fraction.js';
import type { PerFinding, Visit, Visits } from '../../model';
import { engineRuling } from '../context';
import { fromHundredths, notBelowZero } from '../exact';
import type { Scope } from '../mechanisms/scope';
import { add, divide, quotient, subtract } from '../rational';
import { awarenessOf, type Awareness } from './awareness';
import { itemCaps, lostOverall } from './itemCaps';
import { lostAtPlace as lostAt } from './packed';
import { householdIndicators, householdRules, lostByRule, type HouseholdRules } from './rules';

/** The score over a person's visited households, and what it is made of. */
export interface HouseholdScore {
  /** Points reached: the mean of the households less what rates over all of them take once; not below 0. */
  readonly points: Fraction;
  /** What all of it comes to before the floor; may be above the section's points. */
  readonly lost: Fraction;
  readonly averaged: Averaged;
  readonly rates: readonly Awareness[];
  readonly rules: HouseholdRules;
}

/** The households taken together; `reached` and `lost` are sums in hundredths, `taken` and `value` are in points. */
export interface Averaged {
  readonly mode: 'meanOfCapped' | 'capOfMean' | 'cumulative';
  readonly reached: number;
  readonly lost: number;
  /** What the section loses by it, before its floor. */
  readonly taken: Fraction;
  readonly value: Fraction;
  /** The items' own points limited what is taken overall (R3). */
  readonly itemsLimited: boolean;
}

/**
 * Hundredths that all households reach together; by their number, the points of `householdScore` where their mean decides
 * alone, under the rules for all.
 */
export function reachedAtHouseholds(visits: Visits, rules: HouseholdRules): number {
  let reached = 0;
  for (let at = 0; at < visits.length; at++)
    reached += Math.max(0, rules.maximum - lostAt(visits, at, rules));
  return reached;
}

/** Scores the households of one person; there must be at least one. */
export function householdScore(scope: Scope): HouseholdScore {
  const rates: Awareness[] = [];
  const indicators = householdIndicators(scope);
  for (const indicator of indicators) {
    const rate = awarenessOf(indicator, scope);
    if (rate) rates.push(rate);
  }
  const waived = new Set(rates.filter(({ waives }) => waives).map(({ indicator }) => indicator));
  const rules = householdRules(scope, waived);
  const averaged = average(scope, indicators, rules);
  const lost = rates.reduce((sum, rate) => add(sum, rate.lost), averaged.taken);
  return { points: notBelowZero(subtract(scope.maximum, lost)), lost, averaged, rates, rules };
}

function average(scope: Scope, indicators: readonly PerFinding[], rules: HouseholdRules): Averaged {
  const { visits } = scope.assessment;
  let reached = 0;
  let lost = 0;
  for (let at = 0; at < visits.length; at++) {
    const own = lostAt(visits, at, rules);
    lost += own;
    reached += Math.max(0, rules.maximum - own);
  }
  const mode = engineRuling(scope.context, 'householdAveraging');
  const caps = itemCaps(indicators);
  const itemsLimited = caps.size > 0 && mode !== 'meanOfCapped';
  const byRule = (visit: Visit): ReadonlyMap<string, number> => lostByRule(visit.findings, rules);
  const taken = itemsLimited
    ? lostOverall(visits, byRule, caps, mode === 'capOfMean')
    : takenBy(mode, scope.maximum, reached, lost, visits.length);
  return { mode, reached, lost, taken, itemsLimited, value: notBelowZero(subtract(scope.maximum, taken)) };
}

function takenBy(
  mode: Averaged['mode'],
  maximum: Fraction,
  reached: number,
  lost: number,
  households: number,
): Fraction {
  if (mode === 'cumulative') return fromHundredths(lost);
  const count = quotient(households, 1);
  if (mode === 'capOfMean') return divide(fromHundredths(lost), count);
  return subtract(maximum, divide(fromHundredths(reached), count));
}
