import type Fraction from 'fraction.js';
import type { AccidentIndicator, AccidentScope } from '../../model';
import type { Context } from '../context';
import { ZERO, exact, notBelowZero } from '../exact';
import { subtract } from '../rational';
import { Inputs, type Outcome, type Scope } from './scope';

/** Points lost under the other indicators of the section; `null` where not known. */
export type LostElsewhere = (indicator: string) => Fraction | null;

/**
 * What an accident takes beyond what is lost already: the rest of its item, or of the section, or (marked as
 * `zeroesTotal`, and with 0 here) the whole score, which no points of the section can show.
 */
export function accidentLoss(
  indicator: AccidentIndicator,
  scope: Scope,
  lostBeside: Fraction | null,
  lostUnder: LostElsewhere,
): Outcome {
  const inputs = new Inputs(scope.assessment.measures);
  const accident = inputs.flag(indicator.accident);
  const violation = inputs.flag(indicator.violation);
  if (accident === null || violation === null) return inputs.outcome(null);
  const needsViolation = scope.context.rulings[indicator.rulings.needsViolation] !== false;
  const counts = accident && (violation || !needsViolation);
  const taken = takenScope(indicator, scope.context);
  const data = {
    accident,
    violation,
    needsViolation,
    counts,
    scope: taken,
    itemPoints: indicator.item.points,
  };
  if (!counts) return inputs.outcome(ZERO, data);
  const rest = restOf(taken, indicator, scope, lostBeside, lostUnder);
  return { ...inputs.outcome(rest, data), zeroesTotal: taken === 'total' };
}

function restOf(
  taken: AccidentScope,
  indicator: AccidentIndicator,
  scope: Scope,
  lostBeside: Fraction | null,
  lostUnder: LostElsewhere,
): Fraction | null {
  if (taken === 'total') return ZERO;
  const whole = taken === 'section' ? scope.maximum : exact(indicator.item.points);
  const lost = taken === 'section' ? lostBeside : lostUnder(indicator.item.indicator);
  return lost === null ? null : notBelowZero(subtract(whole, lost));
}

function takenScope(indicator: AccidentIndicator, context: Context): AccidentScope {
  const value = String(context.rulings[indicator.rulings.scope]);
  const taken = indicator.scopes[value];
  if (taken === undefined) throw new RangeError(`ruling ${indicator.rulings.scope} has no value ${value}`);
  return taken;
}
