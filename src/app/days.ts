import type { FindingRow, VisitRows } from '../model';

/** Days of these years (1989 to 2079) are counted in a row of their own; others, and those with a time, beside. */
const FIRST_DAY = 32_768;
const COUNTED_DAYS = 32_768;

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
  private first = COUNTED_DAYS;
  private last = -1;

  count(serial: number | null): void {
    if (serial === null) return;
    const at = serial - FIRST_DAY;
    if (Number.isInteger(at) && at >= 0 && at < COUNTED_DAYS) {
      this.counts[at]! += 1;
      if (at < this.first) this.first = at;
      if (at > this.last) this.last = at;
    } else this.others.set(serial, (this.others.get(serial) ?? 0) + 1);
  }

  counted(): Map<number, number> {
    const { counts, others } = this;
    for (let at = this.first; at <= this.last; at++) {
      const count = counts[at]!;
      if (count > 0) others.set(FIRST_DAY + at, count);
    }
    return others;
  }
}
