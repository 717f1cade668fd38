import type { Entries } from '../workbook/read/read';

/** Days of these years (1989 to 2079) are counted in a row of their own; others, and those with a time, beside. */
const FIRST_DAY = 32_768;
const COUNTED_DAYS = 32_768;

/**
 * How many visits there were on each day (Excel serial) whose year is known. A household that feeds several persons is one
 * visit with one date: it counts once.
 */
export function countDays(rows: Entries['visits'] | Entries['findings']): Map<number, number> {
  const counts = new Uint32Array(COUNTED_DAYS);
  const days = new Map<number, number>();
  let source: unknown = null;
  let line = -1;
  for (const row of rows) {
    if (row.row === line && row.source === source) continue;
    source = row.source;
    line = row.row;
    const { serial } = row.date;
    if (serial === null) continue;
    const at = serial - FIRST_DAY;
    if (Number.isInteger(at) && at >= 0 && at < COUNTED_DAYS) counts[at]! += 1;
    else days.set(serial, (days.get(serial) ?? 0) + 1);
  }
  for (let at = 0; at < COUNTED_DAYS; at++) {
    const count = counts[at]!;
    if (count > 0) days.set(FIRST_DAY + at, count);
  }
  return days;
}
