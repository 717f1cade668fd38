import type { FindingRow, VisitRows } from '../model';

/** Days about the first one, some three years, are counted in a row of their own; others, and those with a time, beside. */
const COUNTED_DAYS = 1_024;

/**
 * How many visits there were on each day (Excel serial) whose year is known. A household that feeds several persons is one
 * visit with one date: it counts once.
 */
export function countDays(visits: VisitRows): Map<number, number> {
  const days = new Days();
  for (let at = 0; at < visits.length; at++) {
    if (visits.sharesRow(at)) continue;
    days.count(visits.isPlain(at) ? visits.dayAt(at) : visits.at(at).date.serial);
  }
  return days.counted();
}

/** The same for listed findings. */
export function countFindingDays(rows: readonly FindingRow[]): Map<number, number> {
  const days = new Days();
  for (const { date } of rows) days.count(date.serial);
  return days.counted();
}

class Days {
  private readonly counts = new Uint32Array(COUNTED_DAYS);
  private readonly others = new Map<number, number>();
  /** The day at the start of the row; `NaN` before there was any. */
  private start = NaN;

  count(serial: number | null): void {
    if (serial === null) return;
    if (Number.isNaN(this.start)) this.start = Math.floor(serial) - COUNTED_DAYS / 2;
    const at = serial - this.start;
    if (at >= 0 && at < COUNTED_DAYS && Number.isInteger(serial)) this.counts[at]! += 1;
    else this.others.set(serial, (this.others.get(serial) ?? 0) + 1);
  }

  counted(): Map<number, number> {
    const { counts, others, start } = this;
    for (let at = 0; at < COUNTED_DAYS; at++) {
      const count = counts[at]!;
      if (count > 0) others.set(start + at, count);
    }
    return others;
  }
}
