import type { Scheme } from '../../model';
import type { NewSheet } from '../host';
import { SECTION_HEADERS, SECTION_TOTAL } from './labels';
import { rulesSheet } from './paper';
import {
  bandTable,
  indicatorTable,
  rulingTable,
  type RuleTable,
  sectionTable,
  settingsTable,
} from './tables';

/** The scheme as a readable sheet: settings, indicators, sections, rulings, grades, who changed what when. */
export function schemeSheet(scheme: Scheme, taken: readonly string[] = []): NewSheet {
  const tables = [indicatorTable, withTotals, rulingTable, bandTable].map((table) => table(scheme));
  return rulesSheet(settingsTable(scheme), tables, scheme.history, taken);
}

/** The sections, and below them what their points add up to. */
function withTotals(scheme: Scheme): RuleTable {
  const { headers, rows } = sectionTable(scheme);
  const blanks = Object.keys(SECTION_HEADERS)
    .slice(1)
    .map(() => '');
  return {
    headers,
    rows: [...rows, [SECTION_TOTAL, ...blanks, ...scheme.posts.map(({ id }) => totalOf(scheme, id))]],
  };
}

/** Points of all sections of a post; summed in hundredths, so that 0.1 + 0.2 is 0.3. */
function totalOf(scheme: Scheme, post: string): number {
  const hundredths = scheme.sections.map(({ points }) => Math.round((points[post] ?? 0) * 100));
  return hundredths.reduce((one, other) => one + other, 0) / 100;
}
