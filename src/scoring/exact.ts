import Fraction from 'fraction.js';

export const ZERO = new Fraction(0);
export const ONE = new Fraction(1);
export const HUNDRED = new Fraction(100);
const HALF = new Fraction(1, 2);

const parsed = new Map<string, Fraction>();

/**
 * A decimal of the scheme or of a ruling as an exact number: `"0.95"`, `85.5`. Throws where it is none. A binary
 * number is taken for the decimal it is shown as.
 */
export function exact(decimal: string | number): Fraction {
  const text = String(decimal);
  const known = parsed.get(text);
  if (known) return known;
  const value = new Fraction(text);
  parsed.set(text, value);
  return value;
}

/** Points as whole hundredths, for the household loop. `points` has at most two decimals. */
export function toHundredths(points: number): number {
  return Math.round(points * 100);
}

/** Whole hundredths as exact points. */
export function fromHundredths(hundredths: number): Fraction {
  return new Fraction(hundredths, 100);
}

/** Rounded half-up on the exact value; `places` decimals are kept. */
export function halfUp(value: Fraction, places: number): Fraction {
  const scale = new Fraction(10).pow(places);
  return value.mul(scale).add(HALF).floor().div(scale);
}

/** The larger of the two. */
export function largest(a: Fraction, b: Fraction): Fraction {
  return a.compare(b) >= 0 ? a : b;
}

/** The smaller of the two. */
export function smallest(a: Fraction, b: Fraction): Fraction {
  return a.compare(b) <= 0 ? a : b;
}

/** `value`, or 0 where it is below 0. */
export function notBelowZero(value: Fraction): Fraction {
  return value.s < 0n ? ZERO : value;
}

/** The sum; 0 for none, `null` as soon as one is not known. */
export function sumKnown(values: readonly (Fraction | null)[]): Fraction | null {
  let total = ZERO;
  for (const value of values) {
    if (value === null) return null;
    total = total.add(value);
  }
  return total;
}

/** Arithmetic mean of at least one value. */
export function mean(values: readonly Fraction[]): Fraction {
  let total = ZERO;
  for (const value of values) total = total.add(value);
  return total.div(values.length);
}

/** Both are not known, or both are the same number. */
export function sameValue(a: Fraction | null, b: Fraction | null): boolean {
  if (a === null || b === null) return a === b;
  return a.equals(b);
}
