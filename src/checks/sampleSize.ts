import Fraction from 'fraction.js';
import type { Scheme } from '../model';

/** Households to be visited in an area with so many customers: the share rounded up, and a minimum (R26). */
export function sampleNeeded({ share, minimum }: Scheme['sampling'], customers: number): number {
  return Math.max(minimum, new Fraction(share).mul(customers).ceil().valueOf());
}
