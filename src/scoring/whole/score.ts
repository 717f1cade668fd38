import { engineRuling, type Context } from '../context';
import { wholeHalfUp } from '../exact';

/** 100 points, in hundredths. */
const FULL = 10_000;

/**
 * The published score, in hundredths of a point, of whom all sections that count give `upper`/`lower` hundredths of
 * `maximum`; `NaN` where whole numbers do not tell it, or the first of them is `NaN`.
 */
export type WholeScore = (upper: number, lower: number, maximum: number) => number;

/** R1, R28. */
function wholeScoreOf(context: Context): WholeScore {
  const basis = engineRuling(context, 'totalBasis');
  if (engineRuling(context, 'rounding') === 'none') return () => NaN;
  switch (basis) {
    case 'normalized':
      return (upper, lower, maximum) => wholeHalfUp(upper * FULL, lower * maximum);
    case 'raw':
      return (upper, lower) => wholeHalfUp(upper, lower);
    case 'rawCappedAt100':
      return (upper, lower) => wholeHalfUp(Math.min(upper, FULL * lower), lower);
    case 'hundredMinusDeductions':
      return (upper, lower, maximum) => wholeHalfUp(Math.max(0, (FULL - maximum) * lower + upper), lower);
  }
}

const known = new WeakMap<Context, WholeScore>();

/** How a score follows from what was reached under the rulings of a context; looked up once for all persons. */
export function wholeScore(context: Context): WholeScore {
  let score = known.get(context);
  if (!score) known.set(context, (score = wholeScoreOf(context)));
  return score;
}
