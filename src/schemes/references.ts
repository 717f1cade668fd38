import type { Indicator, RateSource, RatioSource, RulingDefinition, Scheme, SheetDefinition } from '../model';
import { nearestOf } from '../model';
import { bandFaults, capFaults, unitFaults } from './amounts';
import { rulingFaults, usedRulings } from './rulingChecks';
import type { SchemeFault } from './schemeError';

/** What a scheme's parts may refer to. */
interface Names {
  readonly posts: readonly string[];
  readonly sections: readonly string[];
  readonly indicators: readonly string[];
  readonly rulings: readonly string[];
  /** `null` where the scheme has no field list yet. */
  readonly fields: readonly string[] | null;
}

/** Faults of what refers to what: ids that stand twice, names that are not there, sections without points. */
export function referenceFaults(scheme: Scheme): readonly SchemeFault[] {
  const names: Names = {
    posts: scheme.posts.map(({ id }) => id),
    sections: scheme.sections.map(({ id }) => id),
    indicators: scheme.indicators.map(({ id }) => id),
    rulings: scheme.rulings.map(({ key }) => key),
    fields: scheme.fields.length > 0 ? scheme.fields.map(({ id }) => id) : null,
  };
  return [
    ...duplicates('posts', 'id', names.posts),
    ...duplicates('sections', 'id', names.sections),
    ...duplicates('indicators', 'id', names.indicators),
    ...duplicates('rulings', 'key', names.rulings),
    ...duplicates('fields', 'id', names.fields ?? []),
    ...duplicates(
      'sheets',
      'id',
      scheme.sheets.map(({ id }) => id),
    ),
    ...sectionFaults(scheme, names),
    ...scheme.indicators.flatMap((indicator, index) =>
      indicatorFaults(indicator, `indicators[${index}]`, scheme, names),
    ),
    ...capFaults(scheme),
    ...bandFaults(scheme),
    ...unitFaults(scheme),
    ...scheme.rulings.flatMap((ruling: RulingDefinition, index) => rulingFaults(ruling, `rulings[${index}]`)),
    ...scheme.sheets.flatMap((sheet, index) => sheetFaults(sheet, `sheets[${index}]`, names)),
  ];
}

function duplicates(list: string, key: string, ids: readonly string[]): readonly SchemeFault[] {
  return ids.flatMap((id, index) => {
    const first = ids.indexOf(id);
    return first === index
      ? []
      : [{ path: `${list}[${index}].${key}`, reason: `${id} 已在 ${list}[${first}] 用过` }];
  });
}

/** A fault where `name` is none of `known`. */
function unknown(
  path: string,
  what: string,
  name: string,
  known: readonly string[] | null,
): readonly SchemeFault[] {
  if (known === null || known.includes(name)) return [];
  const meant = nearestOf(name, known);
  const hint = meant === null ? `可用的有 ${known.join('、')}` : `是否想写 ${meant}`;
  return [{ path, reason: `没有${what} ${name};${hint}` }];
}

function sectionFaults(scheme: Scheme, names: Names): readonly SchemeFault[] {
  return scheme.sections.flatMap((section, index) => {
    const path = `sections[${index}].points`;
    const posts = Object.keys(section.points);
    const empty = posts.length === 0 ? [{ path, reason: `部分 ${section.id} 没有分值` }] : [];
    return [...empty, ...posts.flatMap((post) => unknown(`${path}.${post}`, '岗位', post, names.posts))];
  });
}

function indicatorFaults(
  indicator: Indicator,
  path: string,
  scheme: Scheme,
  names: Names,
): readonly SchemeFault[] {
  const section = scheme.sections.find(({ id }) => id === indicator.section);
  return [
    ...indicator.posts.flatMap((post, index) =>
      unknown(`${path}.posts[${index}]`, '岗位', post, names.posts),
    ),
    ...unknown(`${path}.section`, '部分', indicator.section, names.sections),
    ...grainFaults(indicator, path, section?.grain),
    ...indicator.posts
      .filter((post) => names.posts.includes(post) && section && section.points[post] === undefined)
      .map((post) => ({
        path: `${path}.section`,
        reason: `部分 ${indicator.section} 对岗位 ${post} 没有分值`,
      })),
    ...otherIndicators(indicator).flatMap(([at, id]) =>
      unknown(`${path}.${at}`, '指标', id, names.indicators),
    ),
    ...fieldsOf(indicator).flatMap(([at, id]) => unknown(`${path}.${at}`, '字段', id, names.fields)),
    ...usedRulings(indicator).flatMap(({ at, key, faults }) => [
      ...unknown(`${path}.${at}`, '裁定', key, names.rulings),
      ...faults(scheme.rulings.find((ruling) => ruling.key === key)).map((reason) => ({
        path: `${path}.${at}`,
        reason,
      })),
    ]),
    ...sourceFaults(indicator, path),
  ];
}

/** Findings belong to visited households, entries to a register, everything else to a person's figures. */
function grainFaults(indicator: Indicator, path: string, grain: string | undefined): readonly SchemeFault[] {
  if (grain === undefined) return [];
  const needed =
    indicator.kind === 'perFinding'
      ? 'household'
      : indicator.kind === 'registerCount'
        ? 'register'
        : 'person';
  if (grain === needed) return [];
  return [
    { path: `${path}.kind`, reason: `${indicator.kind} 只能放在 grain 为 ${needed} 的部分,这里是 ${grain}` },
  ];
}

function otherIndicators(indicator: Indicator): readonly (readonly [string, string])[] {
  if (indicator.kind === 'perFinding' && indicator.exclusiveWith !== undefined) {
    return [['exclusiveWith', indicator.exclusiveWith]];
  }
  return indicator.kind === 'zeroOnAccident' ? [['item.indicator', indicator.item.indicator]] : [];
}

function fieldsOf(indicator: Indicator): readonly (readonly [string, string])[] {
  switch (indicator.kind) {
    case 'perCount':
      return present([
        ['count', indicator.count],
        ['outOf', indicator.outOf],
      ]);
    case 'rateBelow':
    case 'rateAbove':
      return [
        ...rateFields(indicator.rate),
        ...(indicator.groups ?? []).flatMap(({ ratio }, index) =>
          ratioFields(`groups[${index}].ratio`, ratio),
        ),
      ];
    case 'band':
      return [...ratioFields('ratio', indicator.ratio), ['standard', indicator.standard]];
    case 'zeroOnAccident':
      return [
        ['accident', indicator.accident],
        ['violation', indicator.violation],
      ];
    case 'notDone':
      return [['field', indicator.field]];
    default:
      return [];
  }
}

function rateFields(rate: RateSource): readonly (readonly [string, string])[] {
  return [
    ...present([['rate.entered', rate.entered]]),
    ...(rate.ratio ? ratioFields('rate.ratio', rate.ratio) : []),
    ...(rate.combine?.fields ?? []).map((field, index) => [`rate.combine.fields[${index}]`, field] as const),
  ];
}

function ratioFields(path: string, ratio: RatioSource): readonly (readonly [string, string])[] {
  return present([
    [`${path}.numerator`, ratio.numerator],
    [`${path}.subtract`, ratio.subtract],
    [`${path}.denominator`, ratio.denominator],
  ]);
}

function present(
  entries: readonly (readonly [string, string | undefined])[],
): readonly (readonly [string, string])[] {
  return entries.flatMap(([at, field]) => (field === undefined ? [] : [[at, field] as const]));
}

/** A rate needs somewhere to come from; a ratio exactly one upper part. */
function sourceFaults(indicator: Indicator, path: string): readonly SchemeFault[] {
  if (indicator.kind !== 'rateBelow' && indicator.kind !== 'rateAbove') return [];
  const { entered, ratio, combine } = indicator.rate;
  if (indicator.groups || entered !== undefined || ratio || combine) return [];
  return [
    { path: `${path}.rate`, reason: '没有说明比率从哪里来:entered、ratio、combine 或 groups 至少要有一个' },
  ];
}

/** Columns of a sheet: fields, and sections as columns of a summary. */
function columnNames(names: Names): readonly string[] | null {
  return names.fields && [...names.fields, ...names.sections.map((section) => `section:${section}`)];
}

function sheetFaults(sheet: SheetDefinition, path: string, names: Names): readonly SchemeFault[] {
  const required = sheet.required.flatMap((entry) => (typeof entry === 'string' ? [entry] : entry.flat()));
  return [
    ...(sheet.post === undefined ? [] : unknown(`${path}.post`, '岗位', sheet.post, names.posts)),
    ...(sheet.section === undefined ? [] : unknown(`${path}.section`, '部分', sheet.section, names.sections)),
    ...sheet.fields.flatMap((field, index) =>
      unknown(`${path}.fields[${index}]`, '字段', field, columnNames(names)),
    ),
    ...required.flatMap((field) => unknown(`${path}.required`, '字段', field, names.fields)),
    ...sheet.optional.flatMap((field, index) =>
      unknown(`${path}.optional[${index}]`, '字段', field, names.fields),
    ),
  ];
}
