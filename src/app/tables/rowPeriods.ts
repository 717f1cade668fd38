import { PERIOD_EXAMPLES, PERIOD_WORDS, type PeriodUnit, periodUnit } from '../../model';
import { serialOf } from '../../workbook/read/values/date';

/**
 * A month as it is written in tables of months: `2024-6`, `2024/06`, `202406`, `24年6月`. `2024.1` is none: a cell that was
 * to be 2024.10 shows the same.
 */
export function monthOf(text: string, unit: PeriodUnit): string | null {
  if (unit !== 'month' || /^\d{4}\.1$/.test(text)) return null;
  const plain = text.replace(/\s/g, '');
  const found =
    /^(\d{4}|\d{2})年(\d{1,2})月份?$/.exec(plain) ??
    /^(\d{4})[-./](\d{1,2})$/.exec(plain) ??
    /^(\d{4})(\d{2})$/.exec(plain);
  const [, year = '', month = ''] = found ?? [];
  const period = `${year.length === 2 ? '20' : ''}${year}-${month.padStart(2, '0')}`;
  return periodUnit(period) === 'month' ? period : null;
}

/** How a day or period may be written, for people. */
export function howToDate(unit: PeriodUnit): string {
  return `${PERIOD_EXAMPLES[unit]} 这样的${PERIOD_WORDS[unit]}或 2024-6-30 这样的日期`;
}

/** Serial of the first day of a period's last month at the latest: it lies in the period. */
export function firstDay(period: string): number {
  const [year = '', part = ''] = period.split(/[-QH]/);
  const month = period.includes('Q')
    ? Number(part) * 3
    : period.includes('H')
      ? Number(part) * 6
      : Number(part);
  return serialOf(Number(year), month, 1);
}
