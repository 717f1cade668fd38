import Fraction from 'fraction.js';
import type { Step } from '../../model';

/** A number of a step's data; `null` where it is absent or something else. */
export function figureIn(step: Step, key: string): Fraction | null {
  const value = step.data[key];
  if (typeof value === 'number') return new Fraction(value);
  return value instanceof Fraction ? value : null;
}

/** At most two decimals, half-up, without trailing zeros; a dash for what is not known. */
export function figure(value: Fraction | null): string {
  return value === null ? '—' : String(value.round(2).valueOf());
}

/** As `figure`, with at most four decimals: amounts and ratios as they were entered. */
export function amount(value: Fraction | null): string {
  return value === null ? '—' : String(value.round(4).valueOf());
}

export type RateUnit = 'percent' | 'points' | 'permille' | 'ratio';

/** A fraction of 1 in the unit that its indicator is spoken of in: `93.5%`, `93.5 分`, `0.12‰`, `1.2`. */
export function rate(value: Fraction | null, unit: RateUnit): string {
  if (value === null) return '—';
  if (unit === 'permille') return `${figure(value.mul(1000))}‰`;
  if (unit === 'points') return `${figure(value.mul(100))} 分`;
  return unit === 'ratio' ? amount(value) : `${figure(value.mul(100))}%`;
}

/** Points lost, for the end of a line; `null` where nothing is lost or nothing is known. */
export function lostText(value: Fraction | null): string | null {
  return value === null || value.compare(0) <= 0 ? null : figure(value);
}
