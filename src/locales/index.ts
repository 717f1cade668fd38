import { periodUnit } from '../model/period';
import { en } from './en';
import { wordsFor } from './languages';
import { zhCN, type Dictionary } from './zh-CN';

export { wordsFor, type Languages } from './languages';
export type { Dictionary } from './zh-CN';

/** The dictionary for a BCP 47 language tag; Chinese for whatever is not English. */
export function dictionaryFor(tag: string): Dictionary {
  return wordsFor({ zhCN, en }, tag);
}

const figures = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2, useGrouping: false });

/** A figure as it stands in a result: at most two decimals, no grouping. `null` gives a dash. */
export function formatFigure(value: number | null): string {
  return value === null ? '—' : figures.format(value);
}

/** A count in the language's own grouping. */
export function formatCount(value: number, language: string): string {
  return new Intl.NumberFormat(language).format(value);
}

/** 0 to 1 → `93%`. */
export function formatShare(share: number, language: string): string {
  return new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(share);
}

/** What a period is called above its name; a half-year where none is known. */
export function periodLabel(period: string | null, t: Dictionary): string {
  return t.period.label[periodUnit(period ?? '') ?? 'halfYear'];
}

/** `2008H1`, `2008Q3` or `2008-06` → the name of that half-year, quarter or month; the text itself where it is none. */
export function periodName(period: string, t: Dictionary): string {
  const unit = periodUnit(period);
  return unit === null ? period : t.period[unit](Number(period.slice(0, 4)), Number(period.slice(5)));
}
