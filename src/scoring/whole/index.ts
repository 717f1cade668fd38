import {
  figureAt,
  type Indicator,
  type PerCount,
  type RegisterIndicator,
  type Section,
  type Slices,
  slotOf,
  type StateIndicator,
} from '../../model';
import { indicatorsOf, type Context } from '../context';
import { rulingKeys } from '../mechanisms/rulingKeys';
import { bandLossOf } from './band';
import type { Columns, WholeLoss } from './columns';
import { hundredthsOf } from './figures';
import { rateLossOf } from './rate';

export { Columns, type WholeLoss } from './columns';
export { hundredthsOf } from './figures';

/**
 * What each indicator of a section that is measured on a person takes where whole numbers tell it (see `figures.ts`), in
 * the scheme's order; `null` where an accident may take what the others leave.
 */
export function wholeLosses(context: Context, section: Section, post: string): readonly WholeLoss[] | null {
  const indicators = indicatorsOf(context, section, post).filter(({ kind }) => kind !== 'perFinding');
  if (indicators.some(({ kind }) => kind === 'zeroOnAccident')) return null;
  return indicators.map((each) => wholeLossOf(each, context, post));
}

/** What a section's indicators take together from each person, in hundredths; `NaN` where whole numbers do not tell it. */
export function* wholeSums(losses: readonly WholeLoss[], persons: Columns): Slices<Float64Array> {
  const sums = persons.nothing();
  for (const loss of losses) {
    const own = persons.lost(loss);
    for (let at = 0; at < sums.length; at++) sums[at]! += own[at]!;
    yield;
  }
  return sums;
}

const shared = new WeakMap<Indicator, Map<string, WholeLoss>>();

/** The same loss under all rulings that do not concern the indicator: of some persons it is worked out once for all of them. */
function wholeLossOf(indicator: Indicator, context: Context, post: string): WholeLoss {
  let own = shared.get(indicator);
  if (!own) shared.set(indicator, (own = new Map<string, WholeLoss>()));
  const values = rulingKeys(indicator, context).map((key) => String(context.rulings[key]));
  const name = [post, ...values].join('\n');
  let loss = own.get(name);
  if (!loss) own.set(name, (loss = newLoss(indicator, context, post)));
  return loss;
}

function newLoss(indicator: Indicator, context: Context, post: string): WholeLoss {
  const loss = uncapped(indicator, context, post);
  const { cap } = indicator;
  if (loss === null) return NEVER;
  return cap === undefined ? loss : within(loss, hundredthsOf(cap));
}

const NEVER: WholeLoss = (_, lost) => void lost.fill(NaN);

/** An item is used up by its own points (R3). */
function within(loss: WholeLoss, most: number): WholeLoss {
  return (persons, lost) => {
    const own = persons.nothing();
    loss(persons, own);
    for (let at = 0; at < own.length; at++) lost[at]! += Math.min(own[at]!, most);
  };
}

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
  return (persons, lost) => {
    const { upper, lower } = persons.figures(slot);
    for (let at = 0; at < lost.length; at++) lost[at]! += lower[at] === 1 ? upper[at]! * each : NaN;
  };
}

function stateLossOf({ field, failing, points }: StateIndicator): WholeLoss {
  const taken = hundredthsOf(points);
  const slot = slotOf(field);
  return ({ assessments }, lost) => {
    for (let at = 0; at < lost.length; at++)
      if (figureAt(assessments[at]!.measures, slot) === failing) lost[at]! += taken;
  };
}

function registerLossOf({ counts, points }: RegisterIndicator): WholeLoss {
  const each = hundredthsOf(points);
  return ({ assessments }, lost) => {
    for (let at = 0; at < lost.length; at++)
      for (const { state } of assessments[at]!.register) if (state === counts) lost[at]! += each;
  };
}
