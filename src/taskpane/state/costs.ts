import { ruleCosts, type RuleCost } from '../../app/costs';
import { published, type CellRef, type PersonScore, type Scheme } from '../../model';

/** A rule that cost points, ready to be shown; `points` is a plain number of two decimals. */
export interface CostRow {
  readonly rule: string;
  readonly title: string;
  readonly points: number;
  /** Share of all points lost that this rule and the dearer ones make, 0 to 1. */
  readonly cumulative: number;
  readonly places: number;
  readonly persons: number;
  readonly cells: readonly CellRef[];
}

/** The `most` dearest rules of the persons, dearest first. */
export function costRows(scheme: Scheme, persons: readonly PersonScore[], most: number): CostRow[] {
  const costs = ruleCosts(persons);
  const all = costs.reduce((sum, { points }) => sum + points.valueOf(), 0);
  let soFar = 0;
  return costs.slice(0, most).map((cost: RuleCost): CostRow => {
    soFar += cost.points.valueOf();
    return {
      ...cost,
      title: scheme.indicators.find(({ id }) => id === cost.rule)?.title ?? '',
      points: published(cost.points),
      cumulative: all === 0 ? 0 : soFar / all,
    };
  });
}
