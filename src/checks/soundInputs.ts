import {
  figureAt,
  type Indicator,
  type Measures,
  type RateIndicator,
  type RatioSource,
  slotOf,
} from '../model';
import { denominator, numerator } from '../model/rational';

/*
 * A quick look at the figures of a person: of nearly everybody they are all there and possible. Each function answers
 * `true` only where `InputCheck` has nothing to report and nothing to block; what it does not tell is looked at there.
 */

type IsSound = (measures: Measures) => boolean;

const NEVER: IsSound = () => false;
const ALWAYS: IsSound = () => true;

/** The look at the figures that an indicator needs; no cell of the row may be unreadable. */
export function soundInputs(indicator: Indicator): IsSound {
  switch (indicator.kind) {
    case 'perCount':
      return indicator.outOf === undefined
        ? has(indicator.count)
        : isShare(indicator.count, indicator.outOf, true);
    case 'rateBelow':
    case 'rateAbove':
      return rateIsSound(indicator);
    case 'band': {
      const { numerator: part, subtract, denominator: whole } = indicator.ratio;
      const needed = [part, subtract].filter((field) => field !== undefined).map(has);
      return all([...needed, isPositive(whole), isPositive(indicator.standard)]);
    }
    case 'zeroOnAccident':
      return all([has(indicator.accident), has(indicator.violation)]);
    case 'notDone':
    case 'perFinding':
    case 'registerCount':
      return ALWAYS;
  }
}

function rateIsSound({ groups, rate: { entered, ratio, combine } }: RateIndicator): IsSound {
  if (groups) return all(groups.map(({ ratio: own }) => groupIsSound(own)));
  const computed = ratio ? shareOf(ratio) : NEVER;
  if (entered === undefined) return ratio ? computed : NEVER;
  const own = has(entered);
  // An entered rate is held against its parts where they are there too.
  const parts = ratio ? [shareField(ratio), ratio.denominator] : (combine?.fields ?? []);
  const blank = parts.map((field) => isBlank(field));
  return (measures) => {
    if (!own(measures)) return computed(measures);
    if (blank.length === 0) return true;
    for (const isMissing of blank) if (isMissing(measures)) return true;
    return false;
  };
}

function groupIsSound(ratio: RatioSource): IsSound {
  const [upper, lower] = [isBlank(shareField(ratio)), isBlank(ratio.denominator)];
  const share = shareOf(ratio);
  return (measures) => share(measures) || (upper(measures) && lower(measures));
}

function shareOf(ratio: RatioSource): IsSound {
  if (ratio.numerator !== undefined && ratio.subtract !== undefined) return NEVER;
  return isShare(shareField(ratio), ratio.denominator, false);
}

function shareField({ numerator: part, subtract }: RatioSource): string {
  return part ?? subtract ?? '';
}

/** Both figures are there, the part is no more than the whole, and the whole is above 0 unless `orZero`. */
function isShare(part: string, whole: string, orZero: boolean): IsSound {
  const [upper, lower] = [slotOf(part), slotOf(whole)];
  return (measures) => {
    const one = figureAt(measures, upper);
    const other = figureAt(measures, lower);
    if (typeof one !== 'object' || typeof other !== 'object') return false;
    const above = numerator(other);
    return (orZero || above > 0) && numerator(one) * denominator(other) <= above * denominator(one);
  };
}

function isPositive(field: string): IsSound {
  const slot = slotOf(field);
  return (measures) => {
    const value = figureAt(measures, slot);
    return typeof value === 'object' && numerator(value) > 0;
  };
}

function has(field: string): IsSound {
  const slot = slotOf(field);
  return (measures) => figureAt(measures, slot) !== undefined;
}

function isBlank(field: string): IsSound {
  const slot = slotOf(field);
  return (measures) => figureAt(measures, slot) === undefined;
}

function all(looks: readonly IsSound[]): IsSound {
  return (measures) => {
    for (let at = 0; at < looks.length; at++) if (!looks[at]!(measures)) return false;
    return true;
  };
}
