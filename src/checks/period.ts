import { type Period, periodOfMonth, periodTitle, type PeriodUnit, periodUnit, type RowDate } from '../model';

export type { Period };

/** What the dates of a workbook say of its period. */
export type PeriodVote =
  | { readonly kind: 'period'; readonly period: Period }
  | { readonly kind: 'tie'; readonly periods: readonly Period[] }
  | { readonly kind: 'none' };

const UNIX_SERIAL = 25_569;
const DAY_MS = 86_400_000;

/** The periods of the days that came up, by unit; a workbook has a few hundred. */
const known: Record<PeriodUnit, Map<number, Period>> = {
  halfYear: new Map(),
  quarter: new Map(),
  month: new Map(),
};
const MOST_KNOWN = 5_000;

/** The period of a day (Excel serial, 1900 system). */
export function periodOfSerial(serial: number, unit: PeriodUnit): Period {
  const own = known[unit];
  let period = own.get(serial);
  if (period === undefined) {
    if (own.size >= MOST_KNOWN) own.clear();
    const date = new Date((Math.floor(serial) - UNIX_SERIAL) * DAY_MS);
    own.set(serial, (period = periodOfMonth(date.getUTCFullYear(), date.getUTCMonth() + 1, unit)));
  }
  return period;
}

/** The period, as long as `period`, that a day lies in. */
export function periodLike(period: Period, serial: number): Period {
  return periodOfSerial(serial, periodUnit(period) ?? 'halfYear');
}

/** The period that holds most of the dates with a year (R27, contract §2). */
export function votePeriod(dates: Iterable<RowDate>, unit: PeriodUnit): PeriodVote {
  const days = new Map<number, number>();
  for (const { serial } of dates) if (serial !== null) days.set(serial, (days.get(serial) ?? 0) + 1);
  return votePeriodOfDays(days, unit);
}

/** The same from the number of dates by day (Excel serial). */
export function votePeriodOfDays(days: ReadonlyMap<number, number>, unit: PeriodUnit): PeriodVote {
  const votes = new Map<Period, number>();
  for (const [serial, count] of days) {
    const period = periodOfSerial(serial, unit);
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

/** The period that a text above a table names: `2008年6月`, `2008年上半年`, `2008年第3季度`; `null` where it names none. */
export function periodOfText(text: string, unit: PeriodUnit): Period | null {
  const plain = text.normalize('NFKC').replace(/\s/g, '');
  const month = /(\d{4})年(\d{1,2})月/.exec(plain);
  if (month && Number(month[2]) >= 1 && Number(month[2]) <= 12)
    return periodOfMonth(Number(month[1]), Number(month[2]), unit);
  if (unit === 'quarter') {
    const quarter = /(\d{4})年第?([1-4一二三四])季度?/.exec(plain);
    return quarter ? `${quarter[1]}Q${'一二三四'.indexOf(quarter[2]!) + 1 || quarter[2]}` : null;
  }
  const half = unit === 'halfYear' ? /(\d{4})年(上|下)半年/.exec(plain) : null;
  return half ? `${half[1]}H${half[2] === '上' ? 1 : 2}` : null;
}

/** Serial of a day; one without a year takes the period's. `null` without any date. */
export function serialIn(date: RowDate, period: Period): number | null {
  if (date.serial !== null) return date.serial;
  if (date.yearless === null) return null;
  const year = Number(period.slice(0, 4));
  return Date.UTC(year, Math.floor(date.yearless / 100) - 1, date.yearless % 100) / DAY_MS + UNIX_SERIAL;
}

/** The period, as long as `period`, that a day lies in; one that is not known counts to `period` itself. */
export function periodOfDate(date: RowDate, period: Period): Period {
  const serial = date.invalid ? null : serialIn(date, period);
  return serial === null ? period : periodLike(period, serial);
}

/** For people; the text itself where it is no period. */
export function periodText(period: Period): string {
  return periodTitle(period) || period;
}

/** Whether a day lies outside the period; one that is not known does not. */
export function isOutside(date: RowDate, period: Period): boolean {
  const serial = date.invalid ? null : serialIn(date, period);
  if (serial === null) return false;
  const { from, to } = daysOf(period);
  return !(serial >= from && serial < to);
}

/** The days of a period as Excel serials: the first one, and the first after it. */
export interface Days {
  readonly from: number;
  readonly to: number;
}

/** The period that was asked for last; each visit of a workbook asks for the same. */
let asked: { readonly period: Period | null; readonly days: Days } = {
  period: null,
  days: { from: 0, to: 0 },
};

/** The days of a period; none for a text that is no period. */
export function daysOf(period: Period): Days {
  if (asked.period !== period) asked = { period, days: findDays(period) };
  return asked.days;
}

/** No days for a text that is no period. */
function findDays(period: Period): Days {
  const year = Number(period.slice(0, 4));
  const unit = periodUnit(period) ?? 'halfYear';
  const months = MONTHS.filter((month) => periodOfMonth(year, month, unit) === period);
  const [first = 1, last = 0] = [months[0], months.at(-1)];
  const serial = (month: number): number => Date.UTC(year, month - 1, 1) / DAY_MS + UNIX_SERIAL;
  return { from: serial(first), to: serial(last + 1) };
}

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);
