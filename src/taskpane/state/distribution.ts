import type { PersonRow } from './persons';

/** Persons whose score lies from `from` (included) to `to` (left out, but for the last band). */
export interface Band {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** Edges of the bands, in points out of 100. */
const EDGES = [0, 60, 70, 80, 85, 90, 95, 100] as const;

/** How many scores fall into each band; unscored persons are in none, a score above 100 is in the last. */
export function distribution(rows: readonly PersonRow[]): Band[] {
  const last = EDGES.length - 2;
  return EDGES.slice(0, -1).map((from, index) => {
    const to = EDGES[index + 1]!;
    const inside = (score: number) => score >= from && (index === last || score < to);
    return { from, to, count: rows.filter((row) => row.score !== null && inside(row.score)).length };
  });
}

/** The scores of one post. */
export interface PostBands {
  readonly post: string;
  readonly name: string;
  readonly bands: readonly Band[];
}

/** The distribution of each post that has anybody scored, in the order of first appearance. */
export function distributionByPost(rows: readonly PersonRow[]): PostBands[] {
  const posts = new Map(rows.filter((row) => row.score !== null).map((row) => [row.post, row.postName]));
  return [...posts].map(([post, name]) => ({
    post,
    name,
    bands: distribution(rows.filter((row) => row.post === post)),
  }));
}
