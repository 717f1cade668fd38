import type Fraction from 'fraction.js';
import type { StepMode } from '../../model';
import { ceil, divide, floor } from '../rational';

/** How many steps a distance holds: whole ones, also the started one, or in proportion. Neither is below 0. */
export function stepsIn(distance: Fraction, size: Fraction, mode: StepMode): Fraction {
  const steps = divide(distance, size);
  if (mode === 'whole') return floor(steps);
  if (mode === 'started') return ceil(steps);
  return steps;
}
