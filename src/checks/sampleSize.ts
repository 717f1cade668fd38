import Fraction from 'fraction.js';
import { ceil, multiply, quotient, reduced } from '../model/rational';
import type { Scheme } from '../model';

/** Households to be visited in an area with so many customers: the share rounded up, and a minimum (R26). */
export function sampleNeeded({ share, minimum }: Scheme['sampling'], customers: number): number {
  return Math.max(minimum, ceil(multiply(shareOf(share), quotient(customers, 1))).valueOf());
}

let last: { readonly text: string; readonly share: Fraction } | null = null;

/** A scheme's share as an exact number; it is the same for everybody. */
function shareOf(text: string): Fraction {
  if (last?.text !== text) last = { text, share: reduced(new Fraction(text)) };
  return last.share;
}
