import type Fraction from 'fraction.js';
import { exact, HALF, mean, ZERO } from '../exact';
import { add, compare, divide, floor, isPositive, multiply, quotient } from '../rational';

/** Where something stands among its group. */
export type Place = 'top' | 'middle' | 'bottom';

/** How many stand at each end of a group of `size`: the share of it, rounded half-up to a whole number. */
export function countAtEnd(size: number, share: string): number {
  return Number(floor(add(multiply(quotient(size, 1), exact(share)), HALF)).valueOf());
}

/**
 * Mean of each member's shares of the group's totals, in the order of the members; `amounts` holds one list a member,
 * each with the same figures. `null` where one of the totals is not above 0: then nobody has a share.
 */
export function shareIndices(amounts: readonly (readonly Fraction[])[]): readonly Fraction[] | null {
  const width = amounts[0]?.length ?? 0;
  const totals = Array.from({ length: width }, (_, at) =>
    amounts.reduce((sum, own) => add(sum, own[at] ?? ZERO), ZERO),
  );
  if (width === 0 || !totals.every(isPositive)) return null;
  return amounts.map((own) => mean(own.map((amount, at) => divide(amount, totals[at]!))));
}

/**
 * The place of each member by its index, in the order given. `share` of the members stand at each end; whoever has the
 * same index as one of a larger class belongs to that too.
 */
export function placesByIndex(indices: readonly Fraction[], share: string): readonly Place[] {
  const size = indices.length;
  const count = countAtEnd(size, share);
  if (count === 0) return indices.map(() => 'middle');
  const falling = [...indices].sort((one, other) => compare(other, one));
  const lowestOfTop = falling[count - 1]!;
  const lowestOfMiddle = falling[size - count - 1] ?? lowestOfTop;
  return indices.map((index) => {
    if (compare(index, lowestOfTop) >= 0) return 'top';
    return compare(index, lowestOfMiddle) >= 0 ? 'middle' : 'bottom';
  });
}
