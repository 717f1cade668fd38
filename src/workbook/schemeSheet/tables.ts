import type { CellValue, Indicator, Scheme } from '../../model';
import { extraText, LIST, postName, stepText, thresholdText, valuesText } from './describe';
import {
  BAND_HEADERS,
  GRAINS,
  INDICATOR_HEADERS,
  KINDS,
  MISSING,
  NO,
  RULING_HEADERS,
  SECTION_HEADERS,
  SETTINGS,
  YES,
} from './labels';
import { quantityText } from './quantities';
import { sourceText } from './sources';

/** One table of the rules as it is shown: headers, and rows whose first cell names what they are about. */
export interface RuleTable {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly CellValue[])[];
}

/** Settings of the scheme, a label and a value each. */
export function settingsTable(scheme: Scheme): RuleTable {
  return {
    headers: ['', ''],
    rows: [
      [SETTINGS.id, scheme.id],
      [SETTINGS.title, scheme.title],
      [SETTINGS.number, scheme.number],
      [SETTINGS.version, scheme.version],
      [SETTINGS.share, quantityText(scheme.sampling.share, 'percent')],
      [SETTINGS.minimum, scheme.sampling.minimum],
    ],
  };
}

/** The indicators, a row each. */
export function indicatorTable(scheme: Scheme): RuleTable {
  return {
    headers: Object.values(INDICATOR_HEADERS),
    rows: scheme.indicators.map((indicator) => [
      indicator.id,
      indicator.clause,
      indicator.printed.join(LIST),
      indicator.title,
      indicator.aliases.join(LIST),
      indicator.posts.map((post) => postName(scheme, post)).join(LIST),
      scheme.sections.find(({ id }) => id === indicator.section)?.title ?? indicator.section,
      KINDS[indicator.kind],
      thresholdText(indicator, scheme),
      stepText(indicator),
      pointsOf(indicator),
      indicator.cap ?? '',
      sourceText(indicator, scheme),
      extraText(indicator),
    ]),
  };
}

function pointsOf(indicator: Indicator): CellValue {
  return indicator.kind === 'zeroOnAccident' ? '' : indicator.points;
}

/** Header of the points of a post. */
export function pointsHeader(postName: string): string {
  return `${postName}应得分(分)`;
}

/** The sections with their points, a column a post. */
export function sectionTable(scheme: Scheme): RuleTable {
  return {
    headers: [...Object.values(SECTION_HEADERS), ...scheme.posts.map(({ name }) => pointsHeader(name))],
    rows: scheme.sections.map((section) => [
      section.id,
      section.title,
      section.clause,
      GRAINS[section.grain],
      MISSING[section.ifMissing],
      ...scheme.posts.map(({ id }) => section.points[id] ?? ''),
    ]),
  };
}

/** The rulings with their defaults. */
export function rulingTable(scheme: Scheme): RuleTable {
  return {
    headers: Object.values(RULING_HEADERS),
    rows: scheme.rulings.map((ruling) => [
      ruling.key,
      ruling.number,
      ruling.clause,
      ruling.title,
      typeof ruling.default === 'number' ? ruling.default : String(ruling.default),
      valuesText(ruling),
      ruling.needsConfirmation ? YES : NO,
    ]),
  };
}

/** The grades, the best first; no rows where the scheme has none. */
export function bandTable(scheme: Scheme): RuleTable {
  return {
    headers: Object.values(BAND_HEADERS),
    rows: (scheme.bands ?? []).map(({ title, from }) => [title, from]),
  };
}
