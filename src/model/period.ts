/** How often a regulation assesses. */
export const PERIOD_UNITS = ['halfYear', 'quarter', 'month'] as const;
export type PeriodUnit = (typeof PERIOD_UNITS)[number];

/** A half-year `2008H1`, a quarter `2008Q3`, or a month `2008-06`. */
export type Period = string;

const FORMS: Readonly<Record<PeriodUnit, RegExp>> = {
  halfYear: /^(\d{4})H([12])$/,
  quarter: /^(\d{4})Q([1-4])$/,
  month: /^(\d{4})-(0[1-9]|1[0-2])$/,
};

/** Months of a period. */
const LENGTH: Readonly<Record<PeriodUnit, number>> = { halfYear: 6, quarter: 3, month: 1 };

/** For people: an example of each, and the word for it. */
export const PERIOD_EXAMPLES: Readonly<Record<PeriodUnit, string>> = {
  halfYear: '2008H1',
  quarter: '2008Q3',
  month: '2008-06',
};
export const PERIOD_WORDS: Readonly<Record<PeriodUnit, string>> = {
  halfYear: '半年',
  quarter: '季度',
  month: '月份',
};

/** The unit of a period's text; `null` where it is no period. */
export function periodUnit(text: string): PeriodUnit | null {
  return PERIOD_UNITS.find((unit) => FORMS[unit].test(text)) ?? null;
}

/** The period of a unit that a month (1 to 12) of a year lies in. */
export function periodOfMonth(year: number, month: number, unit: PeriodUnit): Period {
  if (unit === 'month') return `${year}-${String(month).padStart(2, '0')}`;
  return `${year}${unit === 'quarter' ? 'Q' : 'H'}${Math.ceil(month / LENGTH[unit])}`;
}

/** First and last month of a period, 1-based; `null` for a text that is none. */
export function monthsOf(
  period: Period,
): { readonly year: number; readonly first: number; readonly last: number } | null {
  const unit = periodUnit(period);
  if (unit === null) return null;
  const [, year, part] = FORMS[unit].exec(period)!;
  const last = Number(part) * LENGTH[unit];
  return { year: Number(year), first: last - LENGTH[unit] + 1, last };
}

/** The period as long, so many periods later; `null` for a text that is none. */
export function periodAfter(period: Period, by: number): Period | null {
  const unit = periodUnit(period);
  const months = monthsOf(period);
  if (unit === null || months === null) return null;
  const index = months.year * 12 + months.first - 1 + by * LENGTH[unit];
  return periodOfMonth(Math.floor(index / 12), (index % 12) + 1, unit);
}

/** `2008H1` → `2008年上半年`, `2008Q3` → `2008年第3季度`, `2008-06` → `2008年6月`; `''` for a text that is none. */
export function periodTitle(period: Period | null): string {
  const months = monthsOf(period ?? '');
  if (months === null) return '';
  const { year, last } = months;
  switch (periodUnit(period!)!) {
    case 'halfYear':
      return `${year}年${last === 6 ? '上' : '下'}半年`;
    case 'quarter':
      return `${year}年第${last / 3}季度`;
    case 'month':
      return `${year}年${last}月`;
  }
}

/** Day by which the results of a period are reported, `YYYY-MM-DD`: so many days into the month after it. */
export function reportDay(period: Period, day: number): string | null {
  const months = monthsOf(period);
  if (months === null) return null;
  const [year, month] = months.last === 12 ? [months.year + 1, 1] : [months.year, months.last + 1];
  return `${periodOfMonth(year, month, 'month')}-${String(day).padStart(2, '0')}`;
}
