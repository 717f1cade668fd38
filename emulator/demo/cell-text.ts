import { SSF } from '@e965/xlsx';
import type { Cell } from '..';

/** The reader's own formatter, whose types are left open. */
const { format: formatted } = SSF as {
  readonly format: (format: string, value: number, options: { readonly date1904: boolean }) => string;
};

function booleanText(value: boolean): string {
  return value ? 'TRUE' : 'FALSE';
}

/** What a cell shows by its number format. A format that cannot be read shows the plain number, never an error. */
export function shownText({ value, numberFormat, isError }: Cell, date1904: boolean): string {
  if (typeof value === 'boolean') return booleanText(value);
  if (typeof value === 'string' || isError) return String(value);
  try {
    return formatted(numberFormat, value, { date1904 });
  } catch {
    return String(value);
  }
}

/** What the formula bar shows: the formula, a date as a date, a percentage as one, else the value in full. */
export function typedText(cell: Cell, date1904: boolean): string {
  const { value, formula, numberFormat } = cell;
  if (formula !== null) return formula;
  if (typeof value === 'boolean') return booleanText(value);
  if (typeof value !== 'number') return value;
  if (/[ymd]/i.test(numberFormat.replace(/\[[^\]]*\]|"[^"]*"/g, ''))) {
    return shownText({ ...cell, numberFormat: 'yyyy/m/d' }, date1904);
  }
  if (numberFormat.includes('%')) return `${Number((value * 100).toPrecision(15))}%`;
  return String(value);
}
