import Fraction from 'fraction.js';
import {
  EXACT,
  ONE,
  ZERO,
  add,
  compare,
  denominator,
  divide,
  equal,
  floor,
  isNegative,
  multiply,
  numerator,
  quotient,
  reduced,
} from './rational';

export { ONE, ZERO };
export const HUNDRED = quotient(100, 1);
export const HALF = quotient(1, 2);

const parsed = new Map<string | number, Fraction>();

/**
 * A decimal of the scheme or of a ruling as an exact number: `"0.95"`, `85.5`. Throws where it is none. A binary
 * number is taken for the decimal it is shown as. For numbers of the scheme: each is kept once parsed.
 */
export function exact(decimal: string | number): Fraction {
  const known = parsed.get(decimal);
  if (known) return known;
  const value = reduced(new Fraction(String(decimal)));
  parsed.set(decimal, value);
  return value;
}

/** Points as whole hundredths, for the household loop. `points` has at most two decimals. */
export function toHundredths(points: number): number {
  return Math.round(points * 100);
}

/** Whole hundredths as exact points. */
export function fromHundredths(hundredths: number): Fraction {
  return quotient(hundredths, 100);
}

/** Rounded half-up on the exact value; `places` decimals are kept. */
export function halfUp(value: Fraction, places: number): Fraction {
  const whole = 10 ** places;
  const rounded = wholeHalfUp(whole * numerator(value), denominator(value));
  if (!Number.isNaN(rounded)) return quotient(rounded, whole);
  const scale = exact(whole);
  return divide(floor(add(multiply(value, scale), HALF)), scale);
}

/** `upper`/`lower` as the nearest whole number, halves up, for results from 0. `NaN` where a product is not exact. */
export function wholeHalfUp(upper: number, lower: number): number {
  const twice = 2 * upper + lower;
  return twice >= 0 && twice <= EXACT ? Math.floor(twice / (2 * lower)) : NaN;
}

/** The smaller of the two. */
export function smallest(a: Fraction, b: Fraction): Fraction {
  return compare(a, b) <= 0 ? a : b;
}

/** `value`, or 0 where it is below 0. */
export function notBelowZero(value: Fraction): Fraction {
  return isNegative(value) ? ZERO : value;
}

/** The sum; 0 for none, `null` as soon as one is not known. */
export function sumKnown(values: readonly (Fraction | null)[]): Fraction | null {
  let total = ZERO;
  for (const value of values) {
    if (value === null) return null;
    total = add(total, value);
  }
  return total;
}

/** Arithmetic mean of at least one value. */
export function mean(values: readonly Fraction[]): Fraction {
  return divide(values.reduce(add, ZERO), quotient(values.length, 1));
}

/** Both are not known, or both are the same number. */
export function sameValue(a: Fraction | null, b: Fraction | null): boolean {
  if (a === null || b === null) return a === b;
  return a === b || equal(a, b);
}
