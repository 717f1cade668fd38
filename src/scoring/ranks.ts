import type Fraction from 'fraction.js';
import { compare } from './rational';

/**
 * Places by score, the highest first: 1-based, equal scores share a place and the next ones are left out
 * (1, 2, 2, 4). Who has no score has no place (`null`). In the order of the scores given.
 */
export function placesOf(scores: readonly (Fraction | null)[]): readonly (number | null)[] {
  const places: (number | null)[] = scores.map(() => null);
  const entries = scores.flatMap((score, index) =>
    score === null ? [] : [{ index, score, near: score.valueOf() }],
  );
  entries.sort((a, b) => compareDescending(a, b));
  let place = 0;
  entries.forEach((entry, position) => {
    const before = entries[position - 1];
    if (!before || compareDescending(before, entry) !== 0) place = position + 1;
    places[entry.index] = place;
  });
  return places;
}

interface Entry {
  readonly score: Fraction;
  /** The score as a binary number, to tell most of them apart quickly. */
  readonly near: number;
}

function compareDescending(a: Entry, b: Entry): number {
  const gap = b.near - a.near;
  return Math.abs(gap) > 1e-6 ? gap : compare(b.score, a.score);
}
