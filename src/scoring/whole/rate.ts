import {
  figureAt,
  type Measures,
  type RateIndicator,
  type RatioSource,
  slotOf,
  type StepMode,
} from '../../model';
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
  const enteredAt = entered === undefined ? null : slotOf(entered);
  const parts = ratio ? partsAt(ratio) : null;
  return ({ measures }) => {
    const own = enteredAt === null ? undefined : figureAt(measures, enteredAt);
    if (typeof own === 'object') return lostAgainst(numerator(own), denominator(own), threshold, rule);
    return parts ? ratioLoss(parts, measures, threshold, rule) : NaN;
  };
}

/** Hundredths lost for a rate of `upper`/`lower`. */
function lostAgainst(upper: number, lower: number, threshold: Parts, rule: Rule): number {
  const short = threshold.p * lower - upper * threshold.q;
  const distance = rule.below ? short : -short;
  if (distance <= 0) return 0;
  return wholeSteps(distance, lower * threshold.q, rule.size, rule.mode) * rule.points;
}

/** The slots of a ratio's figures. */
interface RatioAt {
  /** What is shared out, or what is missing of the whole. */
  readonly upper: number;
  readonly lower: number;
  readonly isRest: boolean;
}

function partsAt({ numerator: part, subtract, denominator: whole }: RatioSource): RatioAt {
  return { upper: slotOf(part ?? subtract ?? ''), lower: slotOf(whole), isRest: part === undefined };
}

function ratioLoss(ratio: RatioAt, measures: Measures, threshold: Parts, rule: Rule): number {
  const upper = figure(measures, ratio.upper);
  const lower = figure(measures, ratio.lower);
  if (!(lower > 0)) return NaN;
  return lostAgainst(ratio.isRest ? lower - upper : upper, lower, threshold, rule);
}

/** A whole figure; `NaN` where it is missing or has a fraction. */
function figure(measures: Measures, slot: number): number {
  const value = figureAt(measures, slot);
  if (typeof value !== 'object' || denominator(value) !== 1) return NaN;
  return numerator(value);
}

function groupsLoss(groups: NonNullable<RateIndicator['groups']>, rule: Rule): WholeLoss {
  const ratios = groups.map(({ ratio, threshold }) => ({ ...partsAt(ratio), threshold: partsOf(threshold) }));
  return ({ measures }) => {
    let lost = 0;
    for (let at = 0; at < ratios.length; at++) {
      const ratio = ratios[at]!;
      if (!isNoGroup(ratio, measures)) lost += ratioLoss(ratio, measures, ratio.threshold, rule);
    }
    return lost;
  };
}

/** A pair that is blank, or 0 of 0, is no group of shops. */
function isNoGroup({ upper, lower }: RatioAt, measures: Measures): boolean {
  const one = figureAt(measures, upper);
  const other = figureAt(measures, lower);
  if (one === undefined && other === undefined) return true;
  return figure(measures, upper) === 0 && figure(measures, lower) === 0;
}
