import type Fraction from 'fraction.js';
import { type BandIndicator, figureAt, INDICATOR_RULINGS, type Measures, slotOf } from '../../model';
import { engineRuling, namedRuling, stepModeOf, type Context } from '../context';
import { denominator, EXACT, numerator } from '../rational';
import { hundredthsOf, partsOf, type WholeLoss } from './figures';
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
  return ({ measures }) => {
    const one = number(measures, partAt);
    const other = number(measures, wholeAt);
    const standard = number(measures, standardAt);
    if (one === null || other === null || standard === null) return NaN;
    // (one ÷ other) ÷ standard, as upper/lower.
    const upper = numerator(one) * denominator(other) * denominator(standard);
    const lower = denominator(one) * numerator(other) * numerator(standard);
    if (!(numerator(other) > 0 && numerator(standard) > 0)) return NaN;
    if (!(Math.abs(upper) * low.q <= EXACT && lower * low.q <= EXACT && lower * low.p <= EXACT)) return NaN;
    const over = upper - lower;
    if (over > 0) return wholeSteps(over, lower, size, mode) * points;
    const under = lower * low.p - upper * low.q;
    return under > 0 ? wholeSteps(under, lower * low.q, size, mode) * points : 0;
  };
}

function number(measures: Measures, slot: number): Fraction | null {
  const value = figureAt(measures, slot);
  return typeof value === 'object' ? value : null;
}
