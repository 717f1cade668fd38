import { type Measures, type RateIndicator, type RatioSource, type StepMode } from '../../model';
import { engineRuling, stepModeOf, type Context } from '../context';
import { denominator, numerator } from '../rational';
import { type Parts, hundredthsOf, partsOf, type WholeLoss } from './figures';
import { wholeSteps } from './steps';

/** How a rate is held against its threshold; worked out once for all persons of a post. */
interface Rule {
  readonly below: boolean;
  readonly size: Parts;
  readonly mode: StepMode;
  /** Hundredths of a point a step. */
  readonly points: number;
}

/** The loss under a rate; `null` where whole numbers never tell it under these rulings. */
export function rateLossOf(indicator: RateIndicator, context: Context, post: string): WholeLoss | null {
  if (engineRuling(context, 'rateRounding') !== 'exact') return null;
  const size = typeof indicator.step === 'string' ? indicator.step : context.rulings[indicator.step.ruling];
  if (size === undefined) return null;
  const rule: Rule = {
    below: indicator.kind === 'rateBelow',
    size: partsOf(String(size)),
    mode: stepModeOf(context, indicator.id),
    points: hundredthsOf(indicator.points),
  };
  if (indicator.groups) return groupsLoss(indicator.groups, rule);
  const threshold = partsOf(indicator.thresholds?.[post] ?? indicator.threshold);
  const { entered, ratio } = indicator.rate;
  return ({ measures }) => {
    const own = entered === undefined ? undefined : measures.get(entered)?.value;
    if (typeof own === 'object') return lostAgainst(numerator(own), denominator(own), threshold, rule);
    return ratio ? ratioLoss(ratio, measures, threshold, rule) : NaN;
  };
}

/** Hundredths lost for a rate of `upper`/`lower`. */
function lostAgainst(upper: number, lower: number, threshold: Parts, rule: Rule): number {
  const short = threshold.p * lower - upper * threshold.q;
  const distance = rule.below ? short : -short;
  if (distance <= 0) return 0;
  return wholeSteps(distance, lower * threshold.q, rule.size, rule.mode) * rule.points;
}

function ratioLoss(ratio: RatioSource, measures: Measures, threshold: Parts, rule: Rule): number {
  const upper = figure(measures, ratio.numerator ?? ratio.subtract);
  const lower = figure(measures, ratio.denominator);
  if (!(lower > 0)) return NaN;
  return lostAgainst(ratio.numerator === undefined ? lower - upper : upper, lower, threshold, rule);
}

/** A whole figure; `NaN` where it is missing or has a fraction. */
function figure(measures: Measures, field: string | undefined): number {
  const value = field === undefined ? undefined : measures.get(field)?.value;
  if (typeof value !== 'object' || denominator(value) !== 1) return NaN;
  return numerator(value);
}

function groupsLoss(groups: NonNullable<RateIndicator['groups']>, rule: Rule): WholeLoss {
  const thresholds = groups.map(({ threshold }) => partsOf(threshold));
  return ({ measures }) => {
    let lost = 0;
    for (let at = 0; at < groups.length; at++) {
      const { ratio } = groups[at]!;
      if (!isNoGroup(ratio, measures)) lost += ratioLoss(ratio, measures, thresholds[at]!, rule);
    }
    return lost;
  };
}

/** A pair that is blank, or 0 of 0, is no group of shops. */
function isNoGroup(ratio: RatioSource, measures: Measures): boolean {
  const upper = ratio.numerator ?? ratio.subtract ?? ratio.denominator;
  if (!measures.has(upper) && !measures.has(ratio.denominator)) return true;
  return figure(measures, upper) === 0 && figure(measures, ratio.denominator) === 0;
}
