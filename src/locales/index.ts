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

/** `2008H1` → the half-year's name; the text itself where it has another form. */
export function periodName(period: string, t: Dictionary): string {
  const match = /^(\d{4})H([12])$/.exec(period);
  return match ? t.period.halfYear(Number(match[1]), Number(match[2])) : period;
}
