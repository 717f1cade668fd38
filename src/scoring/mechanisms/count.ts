import type { PerCount, RegisterIndicator, StateIndicator, Step } from '../../model';
import { ZERO, exact } from '../exact';
import { multiply, quotient } from '../rational';
import { step } from '../step';
import { Inputs, type Outcome, type Scope } from './scope';

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
  const counted = entries.filter((entry) => entry.state === indicator.counts).length;
  const children: Step[] = entries.map((entry) =>
    step({
      kind: 'registerEntry',
      subject: entry.summary,
      value: entry.state === indicator.counts ? exact(indicator.points) : ZERO,
      data: { state: entry.state, date: entry.date },
      cells: [entry.cell],
    }),
  );
  return {
    lost: multiply(quotient(counted, 1), exact(indicator.points)),
    data: { entries: entries.length, counted, points: indicator.points },
    cells: [],
    children,
  };
}
