import { exact } from '../exact';
import { denominator, numerator } from '../rational';

/*
 * Losses in whole hundredths of a point, worked out in binary numbers: of nearly all persons they are exactly that. Each
 * function answers `NaN` where whole numbers do not tell it (a figure is missing, a step is counted in proportion, a
 * number is too large); the exact fractions of `mechanisms/` are asked then. A province scores each person many times.
 */

/** Two whole numbers, `p`/`q`: a threshold or step of the scheme. `NaN` where it is none of small parts. */
export interface Parts {
  readonly p: number;
  readonly q: number;
}

export function partsOf(decimal: string): Parts {
  const value = exact(decimal);
  return { p: numerator(value), q: denominator(value) };
}

/** Points in hundredths; `NaN` where they have more than two decimals. */
export function hundredthsOf(points: number): number {
  const whole = Math.round(points * 100);
  return whole / 100 === points ? whole : NaN;
}
