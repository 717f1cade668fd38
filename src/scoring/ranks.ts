import type Fraction from 'fraction.js';
import { compare } from './rational';

/**
 * Places by score, the highest first: 1-based, equal scores share a place and the next ones are left out
 * (1, 2, 2, 4). Who has no score has no place (`null`). In the order of the scores given.
 */
export function placesOf(scores: readonly (Fraction | null)[]): readonly (number | null)[] {
  const places: (number | null)[] = [];
  const near = new Float64Array(scores.length);
  const order: number[] = [];
  for (let index = 0; index < scores.length; index++) {
    const score = scores[index]!;
    places.push(null);
    if (score === null) continue;
    near[index] = score.valueOf();
    order.push(index);
  }
  const descending = (one: number, other: number): number =>
    compareScores(scores[one]!, near[one]!, scores[other]!, near[other]!);
  order.sort(descending);
  let place = 0;
  for (let position = 0; position < order.length; position++) {
    if (position === 0 || descending(order[position - 1]!, order[position]!) !== 0) place = position + 1;
    places[order[position]!] = place;
  }
  return places;
}

/**
 * Moves the places of a group after one of its scores has become another: `places` are those of the whole list, `group`
 * the indices of those who are ranked among one another, `scores` the scores as they are now. Exactly what `placesOf`
 * gives. Changes `places`.
 */
export function movePlaces(
  places: (number | null)[],
  group: readonly number[],
  scoreAt: (index: number) => Fraction | null,
  moved: number,
  before: Fraction | null,
): void {
  const [from, to] = [entryOf(before), entryOf(scoreAt(moved))];
  let above = 0;
  for (const index of group) {
    const own = index === moved ? null : entryOf(scoreAt(index));
    if (own === null) continue;
    const wasBelow = from !== null && compareDescending(from, own) < 0;
    const isBelow = to !== null && compareDescending(to, own) < 0;
    if (to !== null && compareDescending(own, to) < 0) above += 1;
    if (wasBelow !== isBelow) places[index] = places[index]! + (isBelow ? 1 : -1);
  }
  places[moved] = to === null ? null : above + 1;
}

function entryOf(score: Fraction | null): Entry | null {
  return score === null ? null : { score, near: score.valueOf() };
}

interface Entry {
  readonly score: Fraction;
  /** The score as a binary number, to tell most of them apart quickly. */
  readonly near: number;
}

function compareDescending(a: Entry, b: Entry): number {
  return compareScores(a.score, a.near, b.score, b.near);
}

/** Below 0 where the first is the larger; `near` are the binary numbers next to them. */
function compareScores(one: Fraction, nearOne: number, other: Fraction, nearOther: number): number {
  const gap = nearOther - nearOne;
  return Math.abs(gap) > 1e-6 ? gap : compare(other, one);
}
