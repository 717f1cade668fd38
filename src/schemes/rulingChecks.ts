import {
  ENGINE_RULINGS,
  INDICATOR_RULINGS,
  type EngineRuling,
  type Indicator,
  type RulingDefinition,
  type RulingValue,
} from '../model';
import type { SchemeFault } from './schemeError';

/** A ruling that an indicator refers to: where, by which key, and what is wrong with its definition there. */
interface UsedRuling {
  readonly at: string;
  readonly key: string;
  readonly faults: (definition: RulingDefinition | undefined) => readonly string[];
}

/** Rulings that the indicator names. */
export function usedRulings(indicator: Indicator): readonly UsedRuling[] {
  switch (indicator.kind) {
    case 'perFinding':
      return indicator.awareness
        ? [
            {
              at: 'awareness.ruling',
              key: indicator.awareness.ruling,
              faults: onlyKnown(INDICATOR_RULINGS.awareness),
            },
          ]
        : [];
    case 'rateBelow':
    case 'rateAbove':
      return [
        ...(typeof indicator.step === 'string'
          ? []
          : [{ at: 'step.ruling', key: indicator.step.ruling, faults: onlySteps }]),
        ...(indicator.rate.combine
          ? [
              {
                at: 'rate.combine.ruling',
                key: indicator.rate.combine.ruling,
                faults: onlyKnown(INDICATOR_RULINGS.combine),
              },
            ]
          : []),
      ];
    case 'band':
      return [{ at: 'ruling', key: indicator.ruling, faults: onlyKnown(INDICATOR_RULINGS.bandUnit) }];
    case 'zeroOnAccident':
      return [
        {
          at: 'rulings.scope',
          key: indicator.rulings.scope,
          faults: onlyKnown(Object.keys(indicator.scopes)),
        },
        {
          at: 'rulings.needsViolation',
          key: indicator.rulings.needsViolation,
          faults: onlyKnown([true, false]),
        },
      ];
    default:
      return [];
  }
}

function onlyKnown(known: readonly RulingValue[]): UsedRuling['faults'] {
  return (definition) =>
    (definition?.values ?? [])
      .filter(({ value }) => !known.includes(value))
      .map(
        ({ value }) =>
          `裁定 ${definition?.key ?? ''} 的取值 ${String(value)} 在这里不能用;可用的有 ${known.join('、')}`,
      );
}

function onlySteps(definition: RulingDefinition | undefined): readonly string[] {
  return (definition?.values ?? [])
    .filter(({ value }) => !(Number(value) > 0))
    .map(({ value }) => `裁定 ${definition?.key ?? ''} 的取值 ${String(value)} 不是大于 0 的步长`);
}

/** Faults of one ruling by itself: values or a range, a default among them, and only values that the engine knows. */
export function rulingFaults(ruling: RulingDefinition, path: string): readonly SchemeFault[] {
  if ((ruling.values === undefined) === (ruling.range === undefined)) {
    return [{ path, reason: `裁定 ${ruling.key} 必须给出 values 或 range 其中一个` }];
  }
  return [...defaultFaults(ruling, path), ...engineFaults(ruling, path)];
}

function defaultFaults(ruling: RulingDefinition, path: string): readonly SchemeFault[] {
  if (ruling.range) {
    const [low, high] = ruling.range;
    const inside = typeof ruling.default === 'number' && ruling.default >= low && ruling.default <= high;
    return inside ? [] : [{ path: `${path}.default`, reason: `默认值应为 ${low} 到 ${high} 之间的数字` }];
  }
  if (ruling.values?.[0]?.value === ruling.default) return [];
  return [{ path: `${path}.default`, reason: `默认值 ${String(ruling.default)} 应是 values 的第一个` }];
}

function engineFaults(ruling: RulingDefinition, path: string): readonly SchemeFault[] {
  const known: readonly RulingValue[] | undefined = Object.hasOwn(ENGINE_RULINGS, ruling.key)
    ? ENGINE_RULINGS[ruling.key as EngineRuling]
    : undefined;
  if (!known) return [];
  return (ruling.values ?? []).flatMap(({ value }, index) =>
    known.includes(value)
      ? []
      : [{ path: `${path}.values[${index}].value`, reason: `${ruling.key} 只能是 ${known.join('、')}` }],
  );
}
