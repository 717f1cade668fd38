import { type BandIndicator, INDICATOR_RULINGS, slotOf } from '../../model';
import { engineRuling, namedRuling, stepModeOf, type Context } from '../context';
import { EXACT } from '../rational';
import type { WholeLoss } from './columns';
import { hundredthsOf, partsOf } from './figures';
import { wholeSteps } from './steps';

/** The loss of a ratio outside its band; `null` where whole numbers never tell it under these rulings. */
export function bandLossOf(indicator: BandIndicator, context: Context): WholeLoss | null {
  const unit = namedRuling(context, indicator.ruling, INDICATOR_RULINGS.bandUnit);
  const { numerator: part, denominator: whole } = indicator.ratio;
  if (engineRuling(context, 'rateRounding') !== 'exact' || unit !== 'relative' || part === undefined)
    return null;
  const low = partsOf(indicator.lower);
  const size = partsOf(indicator.step);
  const mode = stepModeOf(context, indicator.id);
  const points = hundredthsOf(indicator.points);
  const [partAt, wholeAt, standardAt] = [slotOf(part), slotOf(whole), slotOf(indicator.standard)];
  const lost = (upper: number, lower: number): number => {
    if (!(Math.abs(upper) * low.q <= EXACT && lower * low.q <= EXACT && lower * low.p <= EXACT)) return NaN;
    const over = upper - lower;
    if (over > 0) return wholeSteps(over, lower, size, mode) * points;
    const under = lower * low.p - upper * low.q;
    return under > 0 ? wholeSteps(under, lower * low.q, size, mode) * points : 0;
  };
  return (persons, into) => {
    const one = persons.figures(partAt);
    const other = persons.figures(wholeAt);
    const standard = persons.figures(standardAt);
    for (let at = 0; at < into.length; at++) {
      // (one ÷ other) ÷ standard, as upper/lower; what is missing is no number above 0.
      const upper = one.upper[at]! * other.lower[at]! * standard.lower[at]!;
      const lower = one.lower[at]! * other.upper[at]! * standard.upper[at]!;
      into[at]! += other.upper[at]! > 0 && standard.upper[at]! > 0 ? lost(upper, lower) : NaN;
    }
  };
}
