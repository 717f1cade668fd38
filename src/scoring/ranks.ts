import type Fraction from 'fraction.js';
import { compare, denominator, numerator } from './rational';

/** Somebody, or something, that has a place by its score. */
export interface Ranked {
  /** The score in hundredths of a point; `NaN` where that is no whole number, or there is no score. */
  readonly whole: number;
  /** `null` where there is none. */
  readonly score: Fraction | null;
}

/** Whole scores up to here are counted instead of sorted: no published score is above 655.35. */
const MOST_COUNTED = 65_536;

/**
 * Places by score, the highest first: 1-based, equal scores share a place and the next ones are left out
 * (1, 2, 2, 4). Who has no score has no place (`null`). In the order of the scores given.
 */
export function placesOf(scores: readonly (Fraction | null)[]): readonly (number | null)[] {
  return placesAmong(scores.map((score) => ({ whole: wholeOf(score), score })));
}

/** A score in hundredths; `NaN` where that is no whole number. */
function wholeOf(score: Fraction | null): number {
  if (score === null) return NaN;
  const hundredths = (numerator(score) * 100) / denominator(score);
  return Number.isInteger(hundredths) ? hundredths : NaN;
}

/** The same for those who know their scores in whole numbers. */
export function placesAmong(ranked: readonly Ranked[]): readonly (number | null)[] {
  return countedPlaces(ranked) ?? sortedPlaces(ranked);
}

/** Places where all scores there are are whole numbers and near one another; `null` where they are not. */
function countedPlaces(ranked: readonly Ranked[]): readonly (number | null)[] | null {
  let highest = -1;
  let lowest = MOST_COUNTED;
  for (let index = 0; index < ranked.length; index++) {
    const own = ranked[index]!;
    const { whole } = own;
    if (whole >= 0 ? whole >= MOST_COUNTED : own.score !== null) return null;
    if (whole > highest) highest = whole;
    if (whole < lowest) lowest = whole;
  }
  if (highest < lowest) return ranked.map(() => null);
  // How many have each score, then how many have a higher one.
  const above = new Uint32Array(highest - lowest + 1);
  for (let index = 0; index < ranked.length; index++) {
    const { whole } = ranked[index]!;
    if (whole >= 0) above[whole - lowest]! += 1;
  }
  let higher = 0;
  for (let at = above.length - 1; at >= 0; at--) {
    const own = above[at]!;
    above[at] = higher;
    higher += own;
  }
  return ranked.map(({ whole }) => (whole >= 0 ? above[whole - lowest]! + 1 : null));
}

function sortedPlaces(ranked: readonly Ranked[]): readonly (number | null)[] {
  const places: (number | null)[] = ranked.map(() => null);
  const order = [...ranked.keys()].filter((index) => hasScore(ranked[index]!));
  const descending = (one: number, other: number): number => compareDescending(ranked[one]!, ranked[other]!);
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
 * the indices of those who are ranked among one another, `rankedAt` tells their scores as they are now. Exactly what
 * `placesAmong` gives. Changes `places`.
 */
export function movePlaces(
  places: (number | null)[],
  group: readonly number[],
  rankedAt: (index: number) => Ranked,
  moved: number,
  from: Ranked,
): void {
  const to = rankedAt(moved);
  const [had, has] = [hasScore(from), hasScore(to)];
  let above = 0;
  for (const index of group) {
    const own = rankedAt(index);
    if (index === moved || !hasScore(own)) continue;
    const order = has ? compareDescending(to, own) : 1;
    const wasBelow = had && compareDescending(from, own) < 0;
    if (order > 0) above += 1;
    if (wasBelow !== order < 0) places[index] = places[index]! + (order < 0 ? 1 : -1);
  }
  places[moved] = has ? above + 1 : null;
}

function hasScore(one: Ranked): boolean {
  // A score that is no whole number may have to be worked out first.
  return one.whole >= 0 || one.score !== null;
}

/** The same score; both may have none. */
export function isSameScore(one: Ranked, other: Ranked): boolean {
  if (one.whole === other.whole) return true;
  if (!hasScore(one) || !hasScore(other)) return hasScore(one) === hasScore(other);
  return compareDescending(one, other) === 0;
}

/** Below 0 where the first, with a score like the second, is the larger. */
function compareDescending(one: Ranked, other: Ranked): number {
  const gap = other.whole - one.whole;
  if (!Number.isNaN(gap)) return gap;
  // Binary numbers tell most of them apart quickly.
  const near = other.score!.valueOf() - one.score!.valueOf();
  return Math.abs(near) > 1e-6 ? near : compare(other.score!, one.score!);
}
