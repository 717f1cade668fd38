import type {
  Assessment,
  Indicator,
  PerCount,
  RegisterIndicator,
  Section,
  StateIndicator,
} from '../../model';
import { indicatorsOf, type Context } from '../context';
import { denominator, numerator } from '../rational';
import { bandLossOf } from './band';
import { hundredthsOf, type WholeLoss } from './figures';
import { rateLossOf } from './rate';

/** By indicator of a section and post, in the scheme's order; `null` where an accident may take what the others leave. */
type Losses = readonly WholeLoss[] | null;

const known = new WeakMap<Context, Map<Section, Map<string, Losses>>>();

/**
 * What each indicator of a section takes from a person of a post where whole numbers tell it; see `figures.ts`. Made once
 * for the rulings of a context.
 */
export function wholeLosses(context: Context, section: Section, post: string): Losses {
  let bySection = known.get(context);
  if (!bySection) known.set(context, (bySection = new Map<Section, Map<string, Losses>>()));
  let byPost = bySection.get(section);
  if (!byPost) bySection.set(section, (byPost = new Map<string, Losses>()));
  let losses = byPost.get(post);
  if (losses === undefined) byPost.set(post, (losses = lossesOf(context, section, post)));
  return losses;
}

function lossesOf(context: Context, section: Section, post: string): Losses {
  const indicators = indicatorsOf(context, section, post);
  if (indicators.some(({ kind }) => kind === 'zeroOnAccident')) return null;
  return indicators.map((each) => wholeLossOf(each, context, post));
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
  return ({ measures }) => {
    const value = measures.get(count)?.value;
    return typeof value === 'object' && denominator(value) === 1 ? numerator(value) * each : NaN;
  };
}

function stateLossOf({ field, failing, points }: StateIndicator): WholeLoss {
  const taken = hundredthsOf(points);
  return ({ measures }) => (measures.get(field)?.value === failing ? taken : 0);
}

function registerLossOf({ counts, points }: RegisterIndicator): WholeLoss {
  const each = hundredthsOf(points);
  return ({ register }: Assessment) => {
    let counted = 0;
    for (const { state } of register) if (state === counts) counted += 1;
    return counted * each;
  };
}
