import type Fraction from 'fraction.js';
import { INDICATOR_RULINGS, type BandIndicator } from '../../model';
import { namedRuling, stepModeOf } from '../context';
import { ONE, ZERO, exact } from '../exact';
import { compare, divide, isPositive, multiply, subtract } from '../rational';
import { comparedRate, ratioOf } from './ratio';
import { Inputs, type Outcome, type Scope } from './scope';
import { stepsIn } from './steps';

/** Points for each step that a ratio lies above its standard, or below the lower share of it. */
export function bandLoss(indicator: BandIndicator, scope: Scope): Outcome {
  const inputs = new Inputs(scope.assessment.measures);
  const ratio = ratioOf(indicator.ratio, inputs);
  const standard = inputs.number(indicator.standard);
  if (ratio === null || standard === null || !isPositive(standard)) return inputs.outcome(null);
  const relative = comparedRate(divide(ratio, standard), 4, scope.context);
  const lower = exact(indicator.lower);
  const unit = namedRuling(scope.context, indicator.ruling, INDICATOR_RULINGS.bandUnit);
  const outside = distanceOutside(relative, lower);
  const distance = unit === 'relative' ? outside : multiply(outside, standard);
  const mode = stepModeOf(scope.context, indicator.id);
  const size = exact(indicator.step);
  const steps = stepsIn(distance, size, mode);
  return inputs.outcome(multiply(steps, exact(indicator.points)), {
    ratio,
    standard,
    relative,
    lower,
    unit,
    side: sideOf(relative, lower),
    distance,
    size,
    mode,
    steps,
    points: indicator.points,
  });
}

function sideOf(relative: Fraction, lower: Fraction): 'over' | 'under' | 'inside' {
  if (compare(relative, ONE) > 0) return 'over';
  return compare(relative, lower) < 0 ? 'under' : 'inside';
}

function distanceOutside(relative: Fraction, lower: Fraction): Fraction {
  const side = sideOf(relative, lower);
  if (side === 'over') return subtract(relative, ONE);
  return side === 'under' ? subtract(lower, relative) : ZERO;
}
