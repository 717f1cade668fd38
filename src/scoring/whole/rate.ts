import { type RateIndicator, type RatioSource, slotOf, type StepMode } from '../../model';
import { engineRuling, stepModeOf, type Context } from '../context';
import type { Columns, FigureColumn, WholeLoss } from './columns';
import { type Parts, hundredthsOf, partsOf } from './figures';
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
  return (persons, lost) => {
    const own = enteredAt === null ? null : persons.figures(enteredAt);
    const shares = parts === null ? null : sharesOf(parts, persons);
    for (let at = 0; at < lost.length; at++) {
      if (own !== null && own.lower[at] !== 0)
        lost[at]! += lostAgainst(own.upper[at]!, own.lower[at]!, threshold, rule);
      else lost[at]! += shares === null ? NaN : shareLoss(shares, at, threshold, rule);
    }
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

/** The figures of a ratio. */
interface Shares {
  readonly upper: FigureColumn;
  readonly lower: FigureColumn;
  readonly isRest: boolean;
}

function sharesOf({ upper, lower, isRest }: RatioAt, persons: Columns): Shares {
  return { upper: persons.figures(upper), lower: persons.figures(lower), isRest };
}

function shareLoss({ upper, lower, isRest }: Shares, at: number, threshold: Parts, rule: Rule): number {
  const part = wholeAt(upper, at);
  const all = wholeAt(lower, at);
  return all > 0 ? lostAgainst(isRest ? all - part : part, all, threshold, rule) : NaN;
}

/** A whole figure; `NaN` where it is missing or has a fraction. */
function wholeAt({ upper, lower }: FigureColumn, at: number): number {
  return lower[at] === 1 ? upper[at]! : NaN;
}

function groupsLoss(groups: NonNullable<RateIndicator['groups']>, rule: Rule): WholeLoss {
  const ratios = groups.map(({ ratio, threshold }) => ({ ...partsAt(ratio), threshold: partsOf(threshold) }));
  return (persons, lost) => {
    for (const ratio of ratios) {
      const shares = sharesOf(ratio, persons);
      for (let at = 0; at < lost.length; at++)
        if (!isNoGroup(shares, at)) lost[at]! += shareLoss(shares, at, ratio.threshold, rule);
    }
  };
}

/** A pair that is blank, or 0 of 0, is no group of shops. */
function isNoGroup({ upper, lower }: Shares, at: number): boolean {
  if (upper.lower[at] === 0 && lower.lower[at] === 0) return true;
  return wholeAt(upper, at) === 0 && wholeAt(lower, at) === 0;
}
