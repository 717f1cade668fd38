import Fraction from 'fraction.js';
import { compare } from './rational';
import type { Scheme } from './scheme';

/**
 * The grade (等次) of a published score: the best whose lower bound it reaches, so that what lies between two printed
 * bands (95.5) falls into the lower of them. `null` without a score, or where the scheme has no grades.
 */
export function gradeOf({ bands }: Pick<Scheme, 'bands'>, score: Fraction | null): string | null {
  if (score === null) return null;
  return bands?.find(({ from }) => compare(score, new Fraction(String(from))) >= 0)?.title ?? null;
}
