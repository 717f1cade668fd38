import type { CellValue } from '../../../model';
import { compact } from './text';

/** A day as read. `year` is null where the text gives none (6月30日); then the period's year holds. */
export type DateReading =
  | { readonly kind: 'blank' }
  | { readonly kind: 'day'; readonly year: number | null; readonly month: number; readonly day: number }
  | { readonly kind: 'unreadable' };

const UNREADABLE: DateReading = { kind: 'unreadable' };
/** A time of day behind a date. */
const TIME =
  /(?:[\sT]+|(?<=[日号]))(?:上午|下午|[AP]M)?\s*\d{1,2}(?::\d{2}(?::\d{2}(?:\.\d+)?)?|[时点](?:\d{1,2}分?)?)\s*(?:[AP]M|Z)?$|(?:\s*|(?<=[日号]))(?:上午|下午)$/i;
const DAY_MS = 86_400_000;
/** Serial 25569 is 1970-01-01 in the 1900 system. */
const UNIX_SERIAL = 25_569;
/** Days by which a workbook that counts from 1904 is behind. */
export const OFFSET_1904 = 1_462;

/** Excel serial (1900 system) of a day; month and day 1-based. */
export function serialOf(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / DAY_MS + UNIX_SERIAL;
}

/** Reads a date: a serial number, 20080630, and the text forms of rulebook §3. */
export function readDate(raw: CellValue, date1904: boolean): DateReading {
  if (raw === '') return { kind: 'blank' };
  if (typeof raw === 'boolean') return UNREADABLE;
  if (typeof raw === 'number') return fromNumber(raw, date1904);
  // The time goes before the spaces do: `2008-6-3 9:30` is not the 39th.
  const text = compact(raw.normalize('NFKC').trim().replace(TIME, ''));
  if (text === '') return { kind: 'blank' };
  return fromText(text, date1904);
}

function fromNumber(value: number, date1904: boolean): DateReading {
  if (Number.isInteger(value) && value >= 19_000_101 && value <= 22_001_231) {
    return day(Math.floor(value / 10_000), Math.floor(value / 100) % 100, value % 100);
  }
  const serial = date1904 ? value + OFFSET_1904 : value;
  if (serial < 18_264 || serial >= 109_576) return UNREADABLE; // 1950 to 2199
  const date = new Date((Math.floor(serial) - UNIX_SERIAL) * DAY_MS);
  return { kind: 'day', year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

function fromText(text: string, date1904: boolean): DateReading {
  const plain = text.replace(/(?:\(?(?:星期|周)[一二三四五六日天]\)?)$/, '');
  const full = /^(\d{4}|\d{2})(?:年|[-./])(\d{1,2})(?:月|[-./])(\d{1,2})(?:日|号)?$/.exec(plain);
  if (full) {
    const year = Number(full[1]);
    return day(full[1]!.length === 2 ? 2000 + year : year, Number(full[2]), Number(full[3]));
  }
  const short = /^(\d{1,2})月(\d{1,2})(?:日|号)?$/.exec(plain);
  if (short) return day(null, Number(short[1]), Number(short[2]));
  const plainDay = /^(0?\d|1[0-2])[-./](\d{1,2})$/.exec(plain);
  if (plainDay && isMonthAndDay(plainDay[1]!, Number(plainDay[2]))) {
    return day(null, Number(plainDay[1]), Number(plainDay[2]));
  }
  if (/^\d{8}$/.test(plain)) return fromNumber(Number(plain), false);
  if (/^\d{5}(\.\d+)?$/.test(plain)) return fromNumber(Number(plain), date1904);
  return UNREADABLE;
}

/** `6/30`, `6.3`, `06-30`; `08.6` may be June of 2008 as well. */
function isMonthAndDay(month: string, dayOfMonth: number): boolean {
  return !month.startsWith('0') || dayOfMonth > 12;
}

function day(year: number | null, month: number, dayOfMonth: number): DateReading {
  const date = new Date(Date.UTC(year ?? 2000, month - 1, dayOfMonth));
  const valid = month >= 1 && date.getUTCMonth() === month - 1 && date.getUTCDate() === dayOfMonth;
  if (!valid || (year !== null && (year < 1950 || year > 2199))) return UNREADABLE;
  return { kind: 'day', year, month, day: dayOfMonth };
}
