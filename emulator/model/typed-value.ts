import type { CellValue } from '../../src/model';
import { ERROR_VALUES } from './cell';

/** What a text becomes when it is typed into a cell (or written through `range.values`). */
export interface TypedValue {
  readonly value: CellValue;
  readonly formula: string | null;
  readonly isError: boolean;
  /** The number format the entry brings along, where the cell has none of its own; `null` for none. */
  readonly numberFormat: string | null;
}

function plain(value: CellValue, numberFormat: string | null = null): TypedValue {
  return { value, formula: null, isError: false, numberFormat };
}

/** Serial date of a day of the Gregorian calendar, `null` for a day that does not exist. From 1900-03-01 on. */
function serialDate(year: number, month: number, day: number): number | null {
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day || year < 1900 || year > 9999)
    return null;
  return Math.round(time / 86_400_000) + 25_569;
}

function typedDate(text: string): TypedValue | null {
  const full = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text);
  const short = /^(\d{1,2})[-/月](\d{1,2})日?$/.exec(text);
  const parts = full ? full.slice(1).map(Number) : short ? [2008, ...short.slice(1).map(Number)] : null;
  if (!parts) return null;
  const serial = serialDate(parts[0]!, parts[1]!, parts[2]!);
  return serial === null ? null : plain(serial, full ? 'yyyy/m/d' : 'm"月"d"日"');
}

function typedNumber(text: string): TypedValue | null {
  const body = /^\((.+)\)$/.exec(text);
  const sign = body ? -1 : 1;
  const match = /^([-+]?)[¥$]?(\d{1,3}(?:,\d{3})+|\d+)?(\.\d*)?(?:[eE]([-+]?\d+))?(%?)$/.exec(
    body?.[1] ?? text,
  );
  if (!match || (match[2] === undefined && (match[3] ?? '.') === '.')) return null;
  const digits = `${match[2] ?? '0'}${match[3] ?? ''}`.replace(/,/g, '');
  const number = Number(`${digits}e${match[4] ?? '0'}`) * sign * (match[1] === '-' ? -1 : 1);
  if (!Number.isFinite(number)) return null;
  if (match[5]) return plain(number / 100, match[3] ? '0.00%' : '0%');
  return plain(number, match[4] ? '0.00E+00' : match[2]?.includes(',') ? '#,##0' : null);
}

function typedTime(text: string): TypedValue | null {
  const match = /^(\d{1,2}):([0-5]\d)(?::([0-5]\d))?$/.exec(text);
  if (!match) return null;
  return plain((Number(match[1]) * 60 + Number(match[2]) + Number(match[3] ?? 0) / 60) / 1440, 'h:mm');
}

/**
 * As Excel takes an entry: `=…` is a formula, a leading apostrophe makes the rest a text, numbers, percentages, dates,
 * times, TRUE and FALSE and error names become what they look like. A cell formatted as text keeps all of it as text.
 */
export function takeEntry(entry: CellValue, cellFormat: string): TypedValue {
  if (typeof entry !== 'string') return plain(entry);
  if (entry.startsWith("'")) return plain(entry.slice(1));
  if (cellFormat === '@') return plain(entry);
  if (/^=./s.test(entry)) return { value: '', formula: entry, isError: false, numberFormat: null };
  const text = entry.trim();
  if (/^[+-](?=[A-Za-z($])/.test(text))
    return { value: '', formula: `=${text}`, isError: false, numberFormat: null };
  if (/^(true|false)$/i.test(text)) return plain(text.toLowerCase() === 'true');
  if (ERROR_VALUES.has(text.toUpperCase())) {
    return { value: text.toUpperCase(), formula: null, isError: true, numberFormat: null };
  }
  return typedNumber(text) ?? typedDate(text) ?? typedTime(text) ?? plain(entry);
}
