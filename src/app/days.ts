import type { Entries } from '../workbook/read/read';

/** Days are counted in a row of their own up to this serial, which is in 2258; later ones and those with a time beside. */
const MOST_DAYS = 131_072;

/**
 * How many visits there were on each day (Excel serial) whose year is known. A household that feeds several persons is one
 * visit with one date: it counts once.
 */
export function countDays(rows: Entries['visits'] | Entries['findings']): Map<number, number> {
  const counts = new Uint32Array(MOST_DAYS);
  const days = new Map<number, number>();
  let source: unknown = null;
  let line = -1;
  for (const row of rows) {
    if (row.row === line && row.source === source) continue;
    source = row.source;
    line = row.row;
    const { serial } = row.date;
    if (serial === null) continue;
    if (Number.isInteger(serial) && serial >= 0 && serial < MOST_DAYS) counts[serial]! += 1;
    else days.set(serial, (days.get(serial) ?? 0) + 1);
  }
  for (let serial = 0; serial < MOST_DAYS; serial++) {
    const count = counts[serial]!;
    if (count > 0) days.set(serial, count);
  }
  return days;
}
