import { type Period, periodUnit, type Scheme } from '../../model';
import type { SheetSnapshot } from '../snapshot';
import { cellsOf } from './headerTexts';
import type { SummaryLayout } from './layout';

const DIGITS = '〇一二三四五六七八九';
/** 二〇〇八年上半年, 2008年上半年, 2008上半年, 2008年第二季度, 2008H1. A month is none: it may be when the sheet was filled in. */
const NAMED = /(?<!\d)(\d{4})年?(?:(上|下)半年|第?([1-4])季度?|([HQ])([1-4]))/gi;

/** A summary as it was found. */
interface Found {
  readonly sheet: SheetSnapshot;
  readonly layout: SummaryLayout;
}

/** The periods that the tab's name and what stands above the table name, in the words of their unit. */
export function statedPeriods({ sheet, layout }: Found): readonly Period[] {
  const texts: string[] = [sheet.name];
  for (let row = sheet.top; row < layout.persons.headerRows[0]!; row += 1)
    for (const value of cellsOf(sheet, row)) if (typeof value === 'string') texts.push(value);
  return texts.flatMap(periodsIn);
}

function periodsIn(text: string): Period[] {
  const plain = text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[零○О]/g, '〇')
    .replace(/[〇一二三四五六七八九]/g, (digit) => String(DIGITS.indexOf(digit)));
  return [...plain.matchAll(NAMED)].flatMap(([, year, half, quarter, letter, number]) => {
    const period = half
      ? `${year}H${half === '上' ? 1 : 2}`
      : `${year}${(letter ?? 'Q').toUpperCase()}${quarter ?? number}`;
    return periodUnit(period) === null ? [] : [period];
  });
}

/**
 * The summaries that a fill for the period is about. A workbook may keep those of earlier periods beside this one's: where
 * summaries name different periods, those that name others only are left as they are. Where all name the same one it may
 * be that nobody has changed the title yet, and nothing is left out. `period` is `null` where it is not known.
 */
export function summariesOf<Summary extends Found>(
  found: readonly Summary[],
  scheme: Scheme,
  period: Period | null,
): Summary[] {
  if (period === null || found.length < 2) return [...found];
  const unit = scheme.period ?? 'halfYear';
  const stated = found.map((summary) => statedPeriods(summary).filter((each) => periodUnit(each) === unit));
  if (new Set(stated.map((periods) => [...new Set(periods)].sort().join())).size === 1) return [...found];
  return found.filter((_, index) => stated[index]!.length === 0 || stated[index]!.includes(period));
}
