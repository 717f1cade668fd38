import type Fraction from 'fraction.js';
import type { PerCount, RegisterEntry, RegisterIndicator, StateIndicator, Step } from '../../model';
import { ZERO, exact } from '../exact';
import { multiply, quotient } from '../rational';
import { step } from '../step';
import { Inputs, type Detail, type Outcome, type Scope } from './scope';

/** Points for each one counted in a field. */
export function countLoss(indicator: PerCount, scope: Scope): Outcome {
  const inputs = new Inputs(scope.assessment.measures);
  const count = inputs.number(indicator.count);
  if (indicator.outOf !== undefined) inputs.number(indicator.outOf);
  const lost = count === null ? null : multiply(count, exact(indicator.points));
  return inputs.outcome(lost, { count, points: indicator.points });
}

/** Points where a duty stands at the failing state; a blank or any other state costs nothing. */
export function stateLoss(indicator: StateIndicator, scope: Scope): Outcome {
  const inputs = new Inputs(scope.assessment.measures);
  const state = inputs.state(indicator.field);
  const failed = state === indicator.failing;
  return inputs.outcome(failed ? exact(indicator.points) : ZERO, {
    state,
    failed,
    points: indicator.points,
  });
}

/** Points for each entry of the register with the state that counts; the others are listed with 0. */
export function registerLoss(indicator: RegisterIndicator, scope: Scope): Outcome {
  const entries = scope.assessment.register;
  const points = exact(indicator.points);
  const counted = entries.filter((entry) => entry.state === indicator.counts).length;
  const detail = (): Detail => ({
    data: { entries: entries.length, counted, points: indicator.points },
    cells: [],
    children: entries.map((entry) => entryStep(entry, entry.state === indicator.counts ? points : ZERO)),
  });
  return { lost: multiply(quotient(counted, 1), points), detail };
}

function entryStep(entry: RegisterEntry, value: Fraction): Step {
  const { summary, state, date, cell } = entry;
  return step({ kind: 'registerEntry', subject: summary, value, data: { state, date }, cells: [cell] });
}
