import type { Indicator, RatioSource, Scheme } from '../../model';
import { compact } from './values/text';

/**
 * Fields in which a stroke (`/`, `—`) says that there is nothing, as a blank cell does: a pair for shops that an area does
 * not have (rulebook §2, CM-U5), the ways to a rate of which another one is filled, a state that is not yet due (R19).
 * Anywhere else a figure is needed, and a stroke is none.
 */
export function fieldsThatMayBeStruck(scheme: Scheme): ReadonlySet<string> {
  let fields = known.get(scheme);
  if (!fields) known.set(scheme, (fields = new Set(scheme.indicators.flatMap(fieldsOf))));
  return fields;
}

const known = new WeakMap<Scheme, ReadonlySet<string>>();

/** Whether a cell holds nothing but strokes. */
export function isStroke(text: string): boolean {
  return /^[-/\\–—―]+$/.test(compact(text));
}

function fieldsOf(indicator: Indicator): readonly string[] {
  if (indicator.kind === 'notDone') return [indicator.field];
  if (indicator.kind !== 'rateBelow' && indicator.kind !== 'rateAbove') return [];
  if (indicator.groups) return indicator.groups.flatMap(({ ratio }) => partsOf(ratio));
  const { entered, ratio, combine } = indicator.rate;
  const ways = [
    ...(entered === undefined ? [] : [[entered]]),
    ...(ratio ? [partsOf(ratio)] : []),
    ...(combine ? [combine.fields] : []),
  ];
  return ways.length > 1 ? ways.flat() : [];
}

function partsOf({ numerator, subtract, denominator }: RatioSource): readonly string[] {
  return [numerator, subtract, denominator].filter((field) => field !== undefined);
}
