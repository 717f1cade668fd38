import { cellName, columnName, type Area } from '../../src/model';
import { COLUMN_LIMIT, ROW_LIMIT, parseArea, splitAddress } from './address';

/** Whole rows or columns that came (`count` > 0) or went (`count` < 0) at 0-based `at`. */
export interface Shift {
  readonly axis: 'row' | 'column';
  readonly at: number;
  readonly count: number;
}

/** Where a 0-based position stands after the shift; `null` where it was deleted. */
export function shiftIndex(index: number, shift: Shift): number | null {
  if (index < shift.at) return index;
  if (shift.count < 0 && index < shift.at - shift.count) return null;
  return index + shift.count;
}

function shiftSpan(first: number, last: number, shift: Shift, limit: number): [number, number] | null {
  if (first === 0 && last === limit - 1) return [first, last];
  if (shift.count > 0) {
    const from = first >= shift.at ? first + shift.count : first;
    const to = last >= shift.at ? last + shift.count : last;
    return from < limit ? [from, Math.min(to, limit - 1)] : null;
  }
  const end = shift.at - shift.count;
  const from = first < shift.at ? first : Math.max(first, end) + shift.count;
  const to = last < shift.at ? last : last < end ? shift.at - 1 : last + shift.count;
  return from <= to ? [from, to] : null;
}

/** As Excel moves a reference: it grows where rows come inside, shrinks where they go; `null` where nothing is left. */
export function shiftArea(area: Area, shift: Shift): Area | null {
  if (shift.axis === 'row') {
    const span = shiftSpan(area.top, area.bottom, shift, ROW_LIMIT);
    return span && { ...area, top: span[0], bottom: span[1] };
  }
  const span = shiftSpan(area.left, area.right, shift, COLUMN_LIMIT);
  return span && { ...area, left: span[0], right: span[1] };
}

const REFERENCE =
  /("(?:[^"]|"")*")|((?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?(\$?[A-Za-z]{1,3}\$?[1-9]\d{0,6}(?::\$?[A-Za-z]{1,3}\$?[1-9]\d{0,6})?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?[1-9]\d{0,6}:\$?[1-9]\d{0,6})(?![\p{L}\p{N}_(.!])/gu;

function keepDollars(part: string, row: number, column: number): string {
  const columnDollar = /^\$[A-Za-z]/.test(part) ? '$' : '';
  const rowDollar = /\$\d/.test(part) ? '$' : '';
  const hasRow = /\d/.test(part);
  const hasColumn = /[A-Za-z]/.test(part);
  if (!hasRow) return columnDollar + columnName(column);
  if (!hasColumn) return `${rowDollar}${row + 1}`;
  const name = cellName(row, column);
  const letters = /^[A-Z]+/.exec(name)![0];
  return `${columnDollar}${letters}${rowDollar}${row + 1}`;
}

function shiftReference(text: string, shift: Shift): string {
  const area = parseArea(text);
  if (!area) return text;
  const moved = shiftArea(area, shift);
  if (!moved) return '#REF!';
  const [first, last] = text.split(':');
  const start = keepDollars(first!, moved.top, moved.left);
  return last === undefined ? start : `${start}:${keepDollars(last, moved.bottom, moved.right)}`;
}

/** The formula (with its `=`) after a shift on sheet `target`; `home` is the sheet on which it stands. */
export function shiftFormula(formula: string, home: string, target: string, shift: Shift): string {
  return formula.replace(
    REFERENCE,
    (all: string, text?: string, prefix?: string, reference?: string, ...rest) => {
      const offset = rest[0] as number;
      if (text !== undefined || reference === undefined) return all;
      if (!prefix && /[\p{L}\p{N}_.$!']/u.test(formula[offset - 1] ?? '')) return all;
      const sheet = prefix ? splitAddress(`${prefix}A1`).sheet! : home;
      if (sheet.toLowerCase() !== target.toLowerCase()) return all;
      return (prefix ?? '') + shiftReference(reference, shift);
    },
  );
}
