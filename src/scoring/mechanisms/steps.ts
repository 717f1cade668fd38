import type Fraction from 'fraction.js';
import type { StepMode } from '../../model';

/** How many steps a distance holds: whole ones, also the started one, or in proportion. Neither is below 0. */
export function stepsIn(distance: Fraction, size: Fraction, mode: StepMode): Fraction {
  const steps = distance.div(size);
  if (mode === 'whole') return steps.floor();
  if (mode === 'started') return steps.ceil();
  return steps;
}
