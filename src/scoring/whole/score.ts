import { engineRuling, type Context } from '../context';
import { wholeHalfUp } from '../exact';

/** What the sections of a person that count come to: `upper`/`lower` hundredths reached, of `maximum` hundredths. */
export interface Reached {
  /** `NaN` where whole numbers do not tell it; fractions are to be asked then. */
  readonly upper: number;
  /** Above 0. */
  readonly lower: number;
  readonly maximum: number;
  /** An accident takes the whole score. */
  readonly zeroed: boolean;
}

/** 100 points, in hundredths. */
const FULL = 10_000;

/** The published score of what was reached, in hundredths of a point; `NaN` where whole numbers do not tell it. */
export type WholeScore = (reached: Reached) => number;

/** How a score follows from what was reached under the rulings of a context (R1, R28); looked up once for all persons. */
export function wholeScoreOf(context: Context): WholeScore {
  const basis = engineRuling(context, 'totalBasis');
  if (engineRuling(context, 'rounding') === 'none') return () => NaN;
  const based: WholeScore = ({ upper, lower, maximum }) => {
    switch (basis) {
      case 'normalized':
        return wholeHalfUp(upper * FULL, lower * maximum);
      case 'raw':
        return wholeHalfUp(upper, lower);
      case 'rawCappedAt100':
        return wholeHalfUp(Math.min(upper, FULL * lower), lower);
      case 'hundredMinusDeductions':
        return wholeHalfUp(Math.max(0, (FULL - maximum) * lower + upper), lower);
    }
  };
  return (reached) => (reached.zeroed ? 0 : based(reached));
}
