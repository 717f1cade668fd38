import type { Indicator, RulingDefinition, Scheme } from '../../model';
import { quantityText, unitOf } from './quantities';

/** Separates entries of one cell. */
export const LIST = '、';
export const PARTS = ';';

/** What an indicator's threshold cell says: one quantity, or those of its groups or of single posts; '' for none. */
export function thresholdText(indicator: Indicator, scheme: Scheme): string {
  switch (indicator.kind) {
    case 'perFinding':
      return indicator.awareness ? quantityText(indicator.awareness.threshold, 'percent') : '';
    case 'band':
      return quantityText(indicator.lower, 'percent');
    case 'rateBelow':
    case 'rateAbove': {
      const unit = unitOf(indicator);
      const named = (title: string, value: string): string => `${title} ${quantityText(value, unit)}`;
      if (indicator.groups) {
        return indicator.groups.map(({ title, threshold }) => named(title, threshold)).join(PARTS);
      }
      const own = Object.entries(indicator.thresholds ?? {}).map(([post, value]) =>
        named(postName(scheme, post), value),
      );
      return [quantityText(indicator.threshold, unit), ...own].join(PARTS);
    }
    default:
      return '';
  }
}

export function postName(scheme: Scheme, post: string): string {
  return scheme.posts.find(({ id }) => id === post)?.name ?? post;
}

/** In front of the key of the ruling that decides. */
export const BY_RULING = '按裁定 ';

/** What an indicator's step cell says; '' where it has none. */
export function stepText(indicator: Indicator): string {
  switch (indicator.kind) {
    case 'perFinding':
      return indicator.awareness ? quantityText(indicator.awareness.step, 'percent') : '';
    case 'band':
      return quantityText(indicator.step, 'percent');
    case 'rateBelow':
    case 'rateAbove':
      return typeof indicator.step === 'string'
        ? quantityText(indicator.step, unitOf(indicator))
        : `${BY_RULING}${indicator.step.ruling}`;
    default:
      return '';
  }
}

export const BY_OCCURRENCE = '按次计';

/** What else an indicator goes by. */
export function extraText(indicator: Indicator): string {
  switch (indicator.kind) {
    case 'perFinding':
      return [
        ...(indicator.countsOccurrences ? [BY_OCCURRENCE] : []),
        ...(indicator.exclusiveWith === undefined ? [] : [`与 ${indicator.exclusiveWith} 互斥`]),
        ...(indicator.awareness ? [`比率${BY_RULING}${indicator.awareness.ruling}`] : []),
      ].join(LIST);
    case 'band':
      return `计量单位${BY_RULING}${indicator.ruling}`;
    case 'zeroOnAccident':
      return `按单项计时 ${indicator.item.indicator} 值 ${indicator.item.points} 分`;
    default:
      return '';
  }
}

/** The values of a ruling and what they mean; they belong to the program, so this cell is read only. */
export function valuesText({ values, range }: RulingDefinition): string {
  if (range) return `${range[0]} 到 ${range[1]} 之间的数`;
  return (values ?? []).map(({ value, title }) => `${String(value)} = ${title}`).join(PARTS);
}
