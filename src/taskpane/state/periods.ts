import type { Evaluation } from '../../app/evaluation';

function next(period: string, by: 1 | -1): string | null {
  const match = /^(\d{4})H([12])$/.exec(period);
  if (!match) return null;
  const halves = Number(match[1]) * 2 + Number(match[2]) - 1 + by;
  return `${Math.floor(halves / 2)}H${(halves % 2) + 1}`;
}

/** Half-years since 2008 (`2008H1`) up to `today`, newest first. */
function upTo(today: Date): string[] {
  const periods: string[] = [];
  for (let year = today.getFullYear(); year >= 2008; year--) {
    if (year < today.getFullYear() || today.getMonth() >= 6) periods.push(`${year}H2`);
    periods.push(`${year}H1`);
  }
  return periods;
}

/**
 * The half-years to choose from: the one found or chosen and its neighbours first, then the others, newest first.
 */
export function periodChoices(
  evaluation: Evaluation | null,
  chosen: string | null,
  today: Date = new Date(),
): string[] {
  const near = [evaluation?.period ?? null, chosen].flatMap((period) =>
    period === null ? [] : [next(period, -1), period, next(period, 1)],
  );
  const known = near.filter((period): period is string => period !== null).sort();
  return [...new Set([...known, ...upTo(today)])];
}
