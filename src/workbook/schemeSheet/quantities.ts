import Fraction from 'fraction.js';
import type { CellValue, Indicator } from '../../model';

/** Unit in which an indicator's threshold and step are spoken of. */
export type Unit = 'percent' | 'permille' | 'points';

const SIGNS: Readonly<Record<Unit, string>> = { percent: '%', permille: '‰', points: '分' };
const SCALES: Readonly<Record<Unit, number>> = { percent: 100, permille: 1000, points: 100 };

/** The unit of an indicator: as the scheme says, percent where it says nothing. */
export function unitOf(indicator: Pick<Indicator, 'kind'> & { readonly unit?: Unit }): Unit {
  return indicator.unit ?? 'percent';
}

/** A fraction of 1 given as an exact decimal, in its unit: `0.95` → `95%`. */
export function quantityText(decimal: string, unit: Unit): string {
  return decimalText(new Fraction(decimal).mul(SCALES[unit])) + SIGNS[unit];
}

/** What a text or a cell under a percent format says; `reason` where it is no quantity of that unit. */
export type QuantityReading =
  | { readonly kind: 'quantity'; readonly decimal: string }
  | { readonly kind: 'fault'; readonly expected: string };

/** Reads a quantity as an exact decimal fraction of 1. `isPercent`: the cell's number format has a percent sign. */
export function readQuantity(raw: CellValue, isPercent: boolean, unit: Unit): QuantityReading {
  const fault = { kind: 'fault', expected: expectedText(unit) } as const;
  const text = String(raw)
    .normalize('NFKC')
    .replace(/[\s≥≤]/g, '');
  const match = /^(\d+(?:\.\d+)?)([%‰分]?)$/.exec(text);
  if (!match) return fault;
  const figure = new Fraction(match[1]!);
  // A cell under a percent format holds the fraction itself.
  const given = typeof raw === 'number' && isPercent ? '%' : match[2]!;
  const value = typeof raw === 'number' && isPercent ? figure.mul(100) : figure;
  if (given !== SIGNS[unit] && !(unit === 'points' && given === '')) return fault;
  return { kind: 'quantity', decimal: decimalText(value.div(SCALES[unit])) };
}

/** How a quantity of the unit is written. */
export function expectedText(unit: Unit): string {
  return { percent: '带 % 的数,例如 85%', permille: '带 ‰ 的数,例如 0.1‰', points: '分数,例如 90分' }[unit];
}

/** An exact decimal without trailing zeros. The value must have a finite decimal form. */
function decimalText(value: Fraction): string {
  return value.toString();
}
