import type { StepMode } from '../../model';
import { EXACT } from '../rational';
import type { Parts } from './figures';

/**
 * How many steps of `size` the distance `upper`/`lower` holds, as `mechanisms/steps` counts them: whole numbers above 0
 * both. `NaN` where that is no whole number, or a product is not exact.
 */
export function wholeSteps(upper: number, lower: number, size: Parts, mode: StepMode): number {
  const distance = upper * size.q;
  const each = lower * size.p;
  // Negated, so that what is no number is refused too.
  if (!(distance <= EXACT && each <= EXACT && each > 0)) return NaN;
  const steps = Math.floor(distance / each);
  const isExact = steps * each === distance;
  if (mode === 'whole') return steps;
  if (mode === 'started') return isExact ? steps : steps + 1;
  return isExact ? steps : NaN;
}
