import type { Evaluation } from '../../app/evaluation';
import { periodAfter, periodOfMonth, type PeriodUnit } from '../../model/period';

const FIRST_YEAR = 2008;
/** Of months the last three years are enough to choose from. */
const MOST = 36;

/** Periods of a length since 2008 up to `today`, newest first. */
function upTo(today: Date, unit: PeriodUnit): string[] {
  const periods: string[] = [];
  let period = periodOfMonth(today.getFullYear(), today.getMonth() + 1, unit);
  while (Number(period.slice(0, 4)) >= FIRST_YEAR && (unit === 'halfYear' || periods.length < MOST)) {
    periods.push(period);
    period = periodAfter(period, -1)!;
  }
  return periods;
}

/**
 * The periods to choose from: the one found or chosen and its neighbours first, then the others, newest first.
 */
export function periodChoices(
  evaluation: Evaluation | null,
  chosen: string | null,
  today: Date = new Date(),
): string[] {
  const near = [evaluation?.period ?? null, chosen].flatMap((period) =>
    period === null ? [] : [periodAfter(period, -1), period, periodAfter(period, 1)],
  );
  const known = near.filter((period): period is string => period !== null).sort();
  return [...new Set([...known, ...upTo(today, evaluation?.scheme.period ?? 'halfYear')])];
}
