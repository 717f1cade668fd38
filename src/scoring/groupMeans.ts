import type Fraction from 'fraction.js';
import { halfUp, mean, ZERO } from './exact';
import { add, multiply } from './rational';

/** Somebody with the mean of what is theirs. */
export interface GroupMean {
  readonly name: string;
  readonly members: number;
  /** Half-up to two decimals; `null` where one of the scores is not known. */
  readonly score: Fraction | null;
}

/** Means of scores by group (an item may belong to several), in the order of first appearance; `withheld`: none can be published. */
export function groupMeans<Item extends { readonly score: Fraction | null }>(
  items: readonly Item[],
  groupsOf: (item: Item) => readonly string[],
  withheld: boolean,
): readonly GroupMean[] {
  const groups = new Map<string, (Fraction | null)[]>();
  for (const item of items) {
    for (const name of groupsOf(item)) groups.set(name, [...(groups.get(name) ?? []), item.score]);
  }
  return [...groups].map(([name, scores]) => {
    const known = scores.filter((score) => score !== null);
    const isKnown = !withheld && known.length === scores.length;
    return { name, members: scores.length, score: isKnown ? halfUp(mean(known), 2) : null };
  });
}

/** Σ weight × score, half-up to two decimals; weights are fractions of 1 and must add up to it (else RangeError). */
export function weightedScore(
  parts: readonly { readonly weight: Fraction; readonly score: Fraction }[],
): Fraction {
  const sum = parts.reduce((total, { weight }) => add(total, weight), ZERO);
  if (!sum.equals(1)) throw new RangeError(`weights add up to ${sum.toString()}`);
  const total = parts.reduce((all, { weight, score }) => add(all, multiply(weight, score)), ZERO);
  return halfUp(total, 2);
}
