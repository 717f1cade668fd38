import type Fraction from 'fraction.js';
import type { PerFinding, Visit } from '../../model';
import { engineRuling } from '../context';
import { ZERO, fromHundredths, notBelowZero } from '../exact';
import type { Scope } from '../mechanisms/scope';
import { divide, quotient, subtract } from '../rational';
import { awarenessOf, type Awareness } from './awareness';
import { itemCaps, lostOverall } from './itemCaps';
import { householdIndicators, householdRules, lostAt, lostByRule, type HouseholdRules } from './rules';

/** The score over a person's visited households, and what it is made of. */
export interface HouseholdScore {
  /** Points reached: the mean of the households less what rates over all of them take once; not below 0. */
  readonly points: Fraction;
  readonly averaged: Averaged;
  readonly rates: readonly Awareness[];
  readonly rules: HouseholdRules;
}

/** The households taken together; `reached` and `lost` are sums in hundredths, `value` is in points. */
export interface Averaged {
  readonly mode: 'meanOfCapped' | 'capOfMean' | 'cumulative';
  readonly reached: number;
  readonly lost: number;
  readonly value: Fraction;
  /** Points taken overall where the items' own points limit them (R3). */
  readonly taken?: Fraction;
}

/** Scores the households of one person; there must be at least one. */
export function householdScore(scope: Scope): HouseholdScore {
  const indicators = householdIndicators(scope);
  const rates = indicators.flatMap((indicator) => awarenessOf(indicator, scope) ?? []);
  const waived = new Set(rates.filter(({ waives }) => waives).map(({ indicator }) => indicator));
  const rules = householdRules(scope, indicators, waived);
  const averaged = average(scope, indicators, rules);
  const points = rates.reduce((rest, { lost }) => subtract(rest, lost), averaged.value);
  return { points: notBelowZero(points), averaged, rates, rules };
}

function average(scope: Scope, indicators: readonly PerFinding[], rules: HouseholdRules): Averaged {
  const { visits } = scope.assessment;
  let reached = 0;
  let lost = 0;
  for (const visit of visits) {
    const own = lostAt(visit.findings, rules);
    lost += own;
    reached += Math.max(0, rules.maximum - own);
  }
  const mode = engineRuling(scope.context, 'householdAveraging');
  const caps = itemCaps(indicators);
  if (caps.size > 0 && mode !== 'meanOfCapped') {
    const byRule = (visit: Visit): ReadonlyMap<string, number> => lostByRule(visit.findings, rules);
    const taken = lostOverall(visits, byRule, caps, mode === 'capOfMean');
    return { mode, reached, lost, taken, value: notBelowZero(subtract(scope.maximum, taken)) };
  }
  return { mode, reached, lost, value: averagedValue(mode, scope.maximum, reached, lost, visits.length) };
}

function averagedValue(
  mode: Averaged['mode'],
  maximum: Fraction,
  reached: number,
  lost: number,
  households: number,
): Fraction {
  if (households === 0) return ZERO;
  const count = quotient(households, 1);
  if (mode === 'meanOfCapped') return divide(fromHundredths(reached), count);
  const taken = fromHundredths(lost);
  return notBelowZero(subtract(maximum, mode === 'capOfMean' ? divide(taken, count) : taken));
}
