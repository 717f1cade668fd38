import type Fraction from 'fraction.js';

/** Two decimals, half-up on the exact value (80.695 → 80.7), as a plain number; `null` stays `null`. */
export function published(value: Fraction): number;
export function published(value: Fraction | null): number | null;
export function published(value: Fraction | null): number | null {
  if (value === null) return null;
  return Number(value.mul(100).add(0.5).floor().valueOf()) / 100;
}
