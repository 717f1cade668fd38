import type Fraction from 'fraction.js';
import { INDICATOR_RULINGS, type AwarenessMode, type PerFinding } from '../../model';
import { namedRuling, stepModeOf } from '../context';
import { ONE, ZERO, exact, notBelowZero } from '../exact';
import { comparedRate } from '../mechanisms/ratio';
import { hasLostUnder } from './packed';
import type { Scope } from '../mechanisms/scope';
import { stepsIn } from '../mechanisms/steps';
import { isPositive, multiply, quotient, subtract } from '../rational';
import type { StepData } from '../step';

/** The rate of households without a finding under an indicator, and what it means for the score. */
export interface Awareness {
  readonly indicator: string;
  /** Points that the rate takes once, after the households have been averaged. */
  readonly lost: Fraction;
  /** The findings take nothing at the households. */
  readonly waives: boolean;
  readonly data: StepData;
}

/** Works out the rate where the scheme gives the indicator one; `null` where it does not. */
export function awarenessOf(indicator: PerFinding, scope: Scope): Awareness | null {
  if (!indicator.awareness) return null;
  const { context, assessment } = scope;
  const mode = namedRuling(context, indicator.awareness.ruling, INDICATOR_RULINGS.awareness);
  const households = assessment.visits.length;
  let unaware = 0;
  for (const visit of assessment.visits) if (hasLostUnder(visit, indicator.id)) unaware += 1;
  const rate = comparedRate(quotient(households - unaware, households), 4, context);
  const threshold = exact(indicator.awareness.threshold);
  const distance = notBelowZero(subtract(threshold, rate));
  const size = exact(indicator.awareness.step);
  const stepMode = stepModeOf(context, indicator.id);
  const steps = stepsIn(distance, size, stepMode);
  const figures = { unaware, households, rate, threshold, distance, size, steps };
  return {
    indicator: indicator.id,
    lost: multiply(timesTaken(mode, distance, steps), exact(indicator.points)),
    waives: waivesFindings(mode, distance),
    data: { awareness: mode, mode: stepMode, points: indicator.points, ...figures },
  };
}

/** How often the rate takes the indicator's points by itself. */
function timesTaken(mode: AwarenessMode, distance: Fraction, steps: Fraction): Fraction {
  if (mode === 'perPercent') return steps;
  return mode === 'flat' && isPositive(distance) ? ONE : ZERO;
}

function waivesFindings(mode: AwarenessMode, distance: Fraction): boolean {
  return mode === 'onlyBelowThreshold' ? !isPositive(distance) : mode !== 'perUnawareShop';
}
