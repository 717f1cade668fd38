import Fraction from 'fraction.js';
import type { Measure, MeasureRow, RateIndicator, RateSource } from '../model';
import type { Desk } from './desk';

/** An entered rate may differ from its parts by what rounding to a tenth of a percent leaves. */
const ENTERED_TOLERANCE = new Fraction(1, 2000);
/** The same for a rate in ‰: half of a thousandth of a per mille would hide a step, so a hundredth of one. */
const PERMILLE_TOLERANCE = new Fraction(1, 200_000);

/**
 * Tells where a rate that was entered is not what its parts (fraction of 1) give; it counts as it was entered. A cell that
 * holds no figure is passed over.
 */
export function compareEntered(
  desk: Desk,
  row: MeasureRow,
  indicator: RateIndicator,
  entered: Measure,
  parts: Fraction,
): void {
  if (!(entered.value instanceof Fraction)) return;
  const tolerance = indicator.unit === 'permille' ? PERMILLE_TOLERANCE : ENTERED_TOLERANCE;
  if (entered.value.sub(parts).abs().compare(tolerance) <= 0) return;
  const shown = (value: Fraction): string =>
    indicator.unit === 'permille'
      ? `${value.mul(1000).toString(4)}‰`
      : `${value.mul(100).round(2).toString()}%`;
  desk.report('input-contradicts', {
    cell: entered.cell,
    clause: indicator.clause,
    received: shown(entered.value),
    expected: shown(parts),
    message: `“${desk.fieldName(entered.field)}”写的是 ${shown(entered.value)},按同一行的数计算是 ${shown(parts)}。按写的数计分,请核对。`,
    person: row.who.name,
  });
}

/**
 * A rate (fraction of 1) from its parts in the row; `null` where one of them is missing or they are taken of nothing.
 * `combined` makes one of several rates by the ruling of that key.
 */
export function rateFromParts(
  row: MeasureRow,
  { ratio, combine }: RateSource,
  combined: (rates: readonly Fraction[], ruling: string) => Fraction,
): Fraction | null {
  const value = (field: string): Fraction | null => {
    const found = row.measures.get(field)?.value;
    return found instanceof Fraction ? found : null;
  };
  if (ratio) {
    const whole = value(ratio.denominator);
    const part = value(ratio.numerator ?? ratio.subtract ?? '');
    if (!whole || !part || whole.equals(0)) return null;
    return ratio.numerator !== undefined ? part.div(whole) : whole.sub(part).div(whole);
  }
  const rates = combine?.fields.map(value) ?? [];
  if (!combine || rates.some((rate) => rate === null)) return null;
  return combined(rates as Fraction[], combine.ruling);
}
