import type { RowDate } from '../model';

/** A half-year, `2008H1`. */
export type Period = string;

/** What the dates of a workbook say of its period. */
export type PeriodVote =
  | { readonly kind: 'period'; readonly period: Period }
  | { readonly kind: 'tie'; readonly periods: readonly Period[] }
  | { readonly kind: 'none' };

const UNIX_SERIAL = 25_569;
const DAY_MS = 86_400_000;

/** The half-years of the days that came up; a workbook has a few hundred. */
const known = new Map<number, Period>();
const MOST_KNOWN = 5_000;

/** The half-year of a day (Excel serial, 1900 system). */
export function periodOfSerial(serial: number): Period {
  let period = known.get(serial);
  if (period === undefined) {
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(serial, (period = halfYearOf(serial)));
  }
  return period;
}

function halfYearOf(serial: number): Period {
  const date = new Date((Math.floor(serial) - UNIX_SERIAL) * DAY_MS);
  return `${date.getUTCFullYear()}H${date.getUTCMonth() < 6 ? 1 : 2}`;
}

/** The half-year that holds most of the dates with a year (R27, contract §2). */
export function votePeriod(dates: Iterable<RowDate>): PeriodVote {
  const days = new Map<number, number>();
  for (const { serial } of dates) if (serial !== null) days.set(serial, (days.get(serial) ?? 0) + 1);
  return votePeriodOfDays(days);
}

/** The same from the number of dates by day (Excel serial). */
export function votePeriodOfDays(days: ReadonlyMap<number, number>): PeriodVote {
  const votes = new Map<Period, number>();
  for (const [serial, count] of days) {
    const period = periodOfSerial(serial);
    votes.set(period, (votes.get(period) ?? 0) + count);
  }
  const order = [...votes].sort((one, other) => other[1] - one[1]);
  const [first, second] = order;
  if (!first) return { kind: 'none' };
  if (second && second[1] === first[1]) {
    return {
      kind: 'tie',
      periods: order
        .filter((each) => each[1] === first[1])
        .map((each) => each[0])
        .sort(),
    };
  }
  return { kind: 'period', period: first[0] };
}

/** The half-year that a text above a table names: `2008年6月`, `2008年上半年`; `null` where it names none. */
export function periodOfText(text: string): Period | null {
  const plain = text.normalize('NFKC').replace(/\s/g, '');
  const month = /(\d{4})年(\d{1,2})月/.exec(plain);
  if (month && Number(month[2]) >= 1 && Number(month[2]) <= 12)
    return `${month[1]}H${Number(month[2]) <= 6 ? 1 : 2}`;
  const half = /(\d{4})年(上|下)半年/.exec(plain);
  return half ? `${half[1]}H${half[2] === '上' ? 1 : 2}` : null;
}

/** Serial of a day; one without a year takes the period's. `null` without any date. */
export function serialIn(date: RowDate, period: Period): number | null {
  if (date.serial !== null) return date.serial;
  if (date.yearless === null) return null;
  const year = Number(period.slice(0, 4));
  return Date.UTC(year, Math.floor(date.yearless / 100) - 1, date.yearless % 100) / DAY_MS + UNIX_SERIAL;
}

/** `2008H1` → `2008年上半年`; for people. */
export function periodText(period: Period): string {
  return `${period.slice(0, 4)}年${period.endsWith('1') ? '上' : '下'}半年`;
}
