import {
  type Assessment,
  figureAt,
  type Indicator,
  type PerCount,
  type RegisterIndicator,
  type Section,
  slotOf,
  type StateIndicator,
} from '../../model';
import { indicatorsOf, type Context } from '../context';
import { denominator, numerator } from '../rational';
import { bandLossOf } from './band';
import { hundredthsOf, type WholeLoss } from './figures';
import { rateLossOf } from './rate';

export { hundredthsOf, type WholeLoss } from './figures';

/**
 * What each indicator of a section that is measured on a person takes where whole numbers tell it (see `figures.ts`), in
 * the scheme's order; `null` where an accident may take what the others leave.
 */
export function wholeLosses(context: Context, section: Section, post: string): readonly WholeLoss[] | null {
  const indicators = indicatorsOf(context, section, post).filter(({ kind }) => kind !== 'perFinding');
  if (indicators.some(({ kind }) => kind === 'zeroOnAccident')) return null;
  return indicators.map((each) => wholeLossOf(each, context, post));
}

/** What a section's indicators take together, in hundredths; `NaN` where whole numbers do not tell it of each. */
export function wholeSum(losses: readonly WholeLoss[], assessment: Assessment): number {
  let sum = 0;
  for (let at = 0; at < losses.length; at++) sum += losses[at]!(assessment);
  return sum;
}

function wholeLossOf(indicator: Indicator, context: Context, post: string): WholeLoss {
  const loss = uncapped(indicator, context, post);
  const { cap } = indicator;
  if (loss === null) return NEVER;
  if (cap === undefined) return loss;
  const most = hundredthsOf(cap);
  return (assessment) => Math.min(loss(assessment), most);
}

const NEVER: WholeLoss = () => NaN;

function uncapped(indicator: Indicator, context: Context, post: string): WholeLoss | null {
  switch (indicator.kind) {
    case 'perCount':
      return countLossOf(indicator);
    case 'rateBelow':
    case 'rateAbove':
      return rateLossOf(indicator, context, post);
    case 'band':
      return bandLossOf(indicator, context);
    case 'notDone':
      return stateLossOf(indicator);
    case 'registerCount':
      return registerLossOf(indicator);
    case 'perFinding':
    case 'zeroOnAccident':
      return null;
  }
}

function countLossOf({ count, points }: PerCount): WholeLoss {
  const each = hundredthsOf(points);
  const slot = slotOf(count);
  return ({ measures }) => {
    const value = figureAt(measures, slot);
    return typeof value === 'object' && denominator(value) === 1 ? numerator(value) * each : NaN;
  };
}

function stateLossOf({ field, failing, points }: StateIndicator): WholeLoss {
  const taken = hundredthsOf(points);
  const slot = slotOf(field);
  return ({ measures }) => (figureAt(measures, slot) === failing ? taken : 0);
}

function registerLossOf({ counts, points }: RegisterIndicator): WholeLoss {
  const each = hundredthsOf(points);
  return ({ register }: Assessment) => {
    let counted = 0;
    for (const { state } of register) if (state === counts) counted += 1;
    return counted * each;
  };
}
