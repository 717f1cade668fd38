import type Fraction from 'fraction.js';
import { INDICATOR_RULINGS, type RateSource, type RatioSource } from '../../model';
import { engineRuling, namedRuling, type Context } from '../context';
import { halfUp, mean, smallest } from '../exact';
import { add, divide, isPositive, multiply, subtract } from '../rational';
import type { Inputs } from './scope';

/** The ratio from its fields; `null` where one is blank or the denominator is not above 0. */
export function ratioOf(source: RatioSource, inputs: Inputs): Fraction | null {
  const upper = source.numerator ?? source.subtract;
  const numerator = upper === undefined ? null : inputs.number(upper);
  const denominator = inputs.number(source.denominator);
  if (numerator === null || denominator === null || !isPositive(denominator)) return null;
  const counted = source.numerator === undefined ? subtract(denominator, numerator) : numerator;
  return divide(counted, denominator);
}

/** The rate from where it comes: as entered, else from its parts, else combined; `null` where it is not known. */
export function rateOf(source: RateSource, inputs: Inputs, context: Context): Fraction | null {
  const entered = source.entered === undefined ? null : inputs.number(source.entered);
  if (entered !== null) return entered;
  if (source.ratio) return ratioOf(source.ratio, inputs);
  return source.combine ? combinedRate(source.combine, inputs, context) : null;
}

function combinedRate(
  source: NonNullable<RateSource['combine']>,
  inputs: Inputs,
  context: Context,
): Fraction | null {
  const rates: Fraction[] = [];
  for (const field of source.fields) {
    const rate = inputs.number(field);
    if (rate === null) return null;
    rates.push(rate);
  }
  return combineRates(rates, namedRuling(context, source.ruling, INDICATOR_RULINGS.combine));
}

/** One rate from several (R16); `rates` holds one at least. */
export function combineRates(
  rates: readonly Fraction[],
  how: (typeof INDICATOR_RULINGS.combine)[number],
): Fraction {
  switch (how) {
    case 'mean':
      return mean(rates);
    case 'sum':
      return rates.reduce((sum, rate) => add(sum, rate));
    case 'product':
      return rates.reduce((product, rate) => multiply(product, rate));
    case 'minimum':
      return rates.reduce(smallest);
  }
}

/**
 * The rate as it is compared: exact, or rounded to two decimals of the unit it is shown in.
 * `decimals` is 4 for a percentage, 5 for per mille (both counted on a fraction of 1).
 */
export function comparedRate(rate: Fraction, decimals: number, context: Context): Fraction {
  return engineRuling(context, 'rateRounding') === 'exact' ? rate : halfUp(rate, decimals);
}
