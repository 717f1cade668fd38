import type { RateIndicator, RatioSource, Scheme, Step } from '../../model';
import { amount, figureIn, rate, type RateUnit } from './figures';

const COMBINED: Readonly<Record<string, string>> = {
  mean: '的平均值',
  sum: '之和',
  product: '之积',
  minimum: '中最低的',
};

/** Where a rate comes from, with its figures: `上柜户数 199 ÷ 目标客户数 300 = 66.33%`. */
export function rateSourceText(step: Step, indicator: RateIndicator, unit: RateUnit, scheme: Scheme): string {
  const found = rate(figureIn(step, 'rate'), unit);
  const { entered, ratio, combine } = indicator.rate;
  if (entered !== undefined && inputOf(step, entered)) return `${fieldName(scheme, entered)} ${found}`;
  if (ratio) return `${ratioText(step, ratio, scheme)} = ${found}`;
  if (!combine) return `实际 ${found}`;
  const parts = combine.fields.map((id) => `${fieldName(scheme, id)} ${rate(inputOf(step, id), unit)}`);
  return `${parts.join('、')}${COMBINED[String(step.data.combine)] ?? ''} = ${found}`;
}

/** The division with the names and figures of its parts. */
export function ratioText(
  step: Step,
  { numerator, subtract, denominator }: RatioSource,
  scheme: Scheme,
): string {
  const named = (id: string): string => `${fieldName(scheme, id)} ${amount(inputOf(step, id))}`;
  const whole = named(denominator);
  if (numerator !== undefined) return `${named(numerator)} ÷ ${whole}`;
  return subtract === undefined ? whole : `(${whole} - ${named(subtract)}) ÷ ${whole}`;
}

/** A figure that the step was worked out from, with its name: `业态不符户数 1`. */
export function inputText(step: Step, id: string, scheme: Scheme): string {
  return `${fieldName(scheme, id)} ${amount(inputOf(step, id))}`;
}

function inputOf(step: Step, id: string) {
  return figureIn(step, `field:${id}`);
}

function fieldName(scheme: Scheme, id: string): string {
  return scheme.fields.find((each) => each.id === id)?.name ?? id;
}
