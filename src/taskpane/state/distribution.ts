import type { PersonRow } from './persons';

/**
 * Persons whose score lies from `from` (included) to `to` (left out, but for the last band). Under some rulings scores lie below 0
 * or above 100: where any does, the first band has no lower end, or the last no upper one (infinite).
 */
export interface Band {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** Edges of the bands, in points out of 100. */
const EDGES = [0, 60, 70, 80, 85, 90, 95, 100] as const;

/** The edges, opened at an end beyond which a score lies. */
function edgesFor(scores: readonly number[]): number[] {
  const [lowest, highest] = [EDGES[0], EDGES[EDGES.length - 1]!];
  return EDGES.map((edge) => {
    if (edge === lowest && scores.some((score) => score < lowest)) return -Infinity;
    return edge === highest && scores.some((score) => score > highest) ? Infinity : edge;
  });
}

function scoresOf(rows: readonly PersonRow[]): number[] {
  return rows.flatMap(({ score }) => (score === null ? [] : [score]));
}

/** How many scores fall into each band. */
function distribution(scores: readonly number[], edges: readonly number[]): Band[] {
  const last = edges.length - 2;
  return edges.slice(0, -1).map((from, index) => {
    const to = edges[index + 1]!;
    const inside = (score: number) => score >= from && (index === last || score < to);
    return { from, to, count: scores.filter(inside).length };
  });
}

/** The scores of one post. */
export interface PostBands {
  readonly post: string;
  readonly name: string;
  readonly bands: readonly Band[];
}

/** The distribution of each post that has anybody scored, in the order of first appearance; unscored persons are in no band. */
export function distributionByPost(rows: readonly PersonRow[]): PostBands[] {
  const edges = edgesFor(scoresOf(rows));
  const posts = new Map(rows.filter((row) => row.score !== null).map((row) => [row.post, row.postName]));
  return [...posts].map(([post, name]) => ({
    post,
    name,
    bands: distribution(scoresOf(rows.filter((row) => row.post === post)), edges),
  }));
}
