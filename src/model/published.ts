import type Fraction from 'fraction.js';

/** Two decimals, half-up on the exact value (80.695 → 80.7), as a plain number; `null` stays `null`. */
export function published(value: Fraction): number;
export function published(value: Fraction | null): number | null;
export function published(value: Fraction | null): number | null {
  if (value === null) return null;
  // Floor of value × 100 + 1/2, in whole numbers: called for every figure of a summary.
  const numerator = 200n * value.s * value.n + value.d;
  const denominator = 2n * value.d;
  const quotient = numerator / denominator;
  const isBelow = numerator < 0n && quotient * denominator !== numerator;
  return Number(isBelow ? quotient - 1n : quotient) / 100;
}
