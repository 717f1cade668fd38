import {
  ENGINE_RULINGS,
  nearestOf,
  type FieldType,
  type Indicator,
  type RatioSource,
  type Scheme,
} from '../model';
import { usedRulings } from './rulingChecks';
import type { SchemeFault } from './schemeError';

/** Read by the engine though it is no choice among named values. */
const NUMBER_RULINGS = ['qualifyingLine'];
const FIGURES: ReadonlySet<FieldType> = new Set(['count', 'amount', 'rate', 'ratio', 'score']);

/** Faults that would leave a part of the scheme without effect, and nobody the wiser: each names what was meant. */
export function meaningFaults(scheme: Scheme): readonly SchemeFault[] {
  return [
    ...idleRulings(scheme),
    ...emptySections(scheme),
    ...scheme.indicators.flatMap((indicator, index) =>
      indicatorFaults(indicator, `indicators[${index}]`, scheme),
    ),
  ];
}

/** A ruling that neither the engine nor an indicator reads: a misspelt key would leave the default in force. */
function idleRulings({ rulings, indicators }: Scheme): readonly SchemeFault[] {
  const read = [
    ...Object.keys(ENGINE_RULINGS),
    ...NUMBER_RULINGS,
    ...indicators.flatMap((indicator) => usedRulings(indicator).map(({ key }) => key)),
  ];
  const own = rulings.map(({ key }) => key);
  return rulings.flatMap(({ key }, index) => {
    if (read.includes(key)) return [];
    const free = read.filter((each) => !own.includes(each));
    return [{ path: `rulings[${index}].key`, reason: `没有地方用到裁定 ${key}${hint(key, free)}` }];
  });
}

/** A section with points and nothing to measure them by would give everybody full points. */
function emptySections({ sections, indicators }: Scheme): readonly SchemeFault[] {
  return sections.flatMap(({ id, points }, index) =>
    Object.keys(points)
      .filter((post) => !indicators.some((each) => each.section === id && each.posts.includes(post)))
      .map((post) => ({
        path: `sections[${index}].points.${post}`,
        reason: `部分 ${id} 对岗位 ${post} 有分值,却没有指标`,
      })),
  );
}

function indicatorFaults(indicator: Indicator, path: string, scheme: Scheme): readonly SchemeFault[] {
  const at = (faults: readonly (readonly [string, string])[]): readonly SchemeFault[] =>
    faults.map(([where, reason]) => ({ path: `${path}.${where}`, reason }));
  switch (indicator.kind) {
    case 'rateBelow':
    case 'rateAbove': {
      const groups = (indicator.groups ?? []).map(
        ({ ratio }, index) => [`groups[${index}].ratio`, ratio] as const,
      );
      const ratios = [['rate.ratio', indicator.rate.ratio] as const, ...groups];
      return at([
        ...Object.keys(indicator.thresholds ?? {})
          .filter((post) => !indicator.posts.includes(post))
          .map((post): [string, string] => [
            `thresholds.${post}`,
            `指标 ${indicator.id} 没有岗位 ${post}${hint(post, indicator.posts)}`,
          ]),
        ...ratios.flatMap(([where, ratio]) => (ratio ? ratioFaults(where, ratio) : [])),
        ...figureFaults(indicator.rate.entered, 'rate.entered', scheme),
      ]);
    }
    case 'band':
      return at(ratioFaults('ratio', indicator.ratio));
    case 'perCount':
      return at(figureFaults(indicator.count, 'count', scheme));
    case 'notDone':
      return at(stateFaults('failing', indicator.failing, statesOf(scheme, indicator.field)));
    case 'registerCount':
      return at(stateFaults('counts', indicator.counts, statesOf(scheme, null)));
    case 'zeroOnAccident':
      return at(rowFaults(indicator.item.indicator, indicator.section, scheme));
    case 'perFinding':
      return [];
  }
}

/** A ratio has exactly one upper part. */
function ratioFaults(where: string, { numerator, subtract }: RatioSource): readonly [string, string][] {
  if ((numerator === undefined) !== (subtract === undefined)) return [];
  return [[where, 'numerator 和 subtract 必须写一个,而且只能写一个']];
}

function figureFaults(
  field: string | undefined,
  where: string,
  { fields }: Scheme,
): readonly [string, string][] {
  const type = fields.find(({ id }) => id === field)?.type;
  if (type === undefined || FIGURES.has(type)) return [];
  return [[where, `字段 ${field} 的类型是 ${type},这里要用数字`]];
}

/** Ids of the states of one field, or of all fields; `null` where the scheme has no fields yet. */
function statesOf({ fields }: Scheme, field: string | null): readonly string[] | null {
  const own = fields.filter(({ id, type }) => (field === null ? type === 'state' : id === field));
  return own.length === 0 ? null : own.flatMap(({ states }) => Object.keys(states ?? {}));
}

function stateFaults(
  where: string,
  state: string,
  known: readonly string[] | null,
): readonly [string, string][] {
  if (known === null || known.includes(state)) return [];
  return [[where, `没有状态 ${state}${hint(state, known)}`]];
}

/** What an accident takes as an item is lost under an indicator of the same section. */
function rowFaults(id: string, section: string, { indicators }: Scheme): readonly [string, string][] {
  const item = indicators.find((each) => each.id === id);
  if (!item || item.section === section) return [];
  return [['item.indicator', `指标 ${id} 不在部分 ${section}`]];
}

function hint(name: string, known: readonly string[]): string {
  const meant = nearestOf(name, known);
  if (meant !== null) return `;是否想写 ${meant}`;
  return known.length === 0 ? '' : `;可用的有 ${known.join('、')}`;
}
