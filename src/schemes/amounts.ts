import type { Scheme, Section } from '../model';
import type { SchemeFault } from './schemeError';

/** Faults of item points: none above its section, and where every item of a post has some, they add up to it. */
export function capFaults(scheme: Scheme): readonly SchemeFault[] {
  const above = scheme.indicators.flatMap((indicator, index): SchemeFault[] => {
    const section = scheme.sections.find(({ id }) => id === indicator.section);
    const { cap } = indicator;
    if (cap === undefined || !section) return [];
    const smaller = indicator.posts.filter((post) => (section.points[post] ?? Infinity) < cap);
    if (smaller.length === 0) return [];
    const points = section.points[smaller[0]!]!;
    return [
      {
        path: `indicators[${index}].cap`,
        reason: `单项分值 ${cap} 超过了所属部分“${section.title}”的 ${points} 分`,
      },
    ];
  });
  return above.length > 0
    ? above
    : scheme.sections.flatMap((section, index) => sumFaults(scheme, section, index));
}

function sumFaults(scheme: Scheme, section: Section, index: number): readonly SchemeFault[] {
  return Object.entries(section.points).flatMap(([post, points]) => {
    const items = scheme.indicators.filter(
      (each) => each.section === section.id && each.posts.includes(post) && each.kind !== 'zeroOnAccident',
    );
    const caps = items.flatMap(({ cap }) => (cap === undefined ? [] : [Math.round(cap * 100)]));
    if (items.length === 0 || caps.length < items.length) return [];
    const sum = caps.reduce((one, other) => one + other, 0) / 100;
    if (sum === points) return [];
    return [
      {
        path: `sections[${index}].points.${post}`,
        reason: `各项的单项分值合计 ${sum} 分,与“${section.title}”的 ${points} 分对不上`,
      },
    ];
  });
}

/** A rate is a fraction of 1: a threshold above it is written in another unit (95 for 0.95) and would never be reached. */
export function unitFaults({ indicators }: Scheme): readonly SchemeFault[] {
  return indicators.flatMap((indicator, index): SchemeFault[] => {
    if (indicator.kind !== 'rateBelow' && indicator.kind !== 'rateAbove') return [];
    const groups = (indicator.groups ?? []).map((group, at) => [`groups[${at}].threshold`, group.threshold]);
    const posts = Object.entries(indicator.thresholds ?? {}).map(([post, own]) => [
      `thresholds.${post}`,
      own,
    ]);
    const step = typeof indicator.step === 'string' ? [['step', indicator.step]] : [];
    return [['threshold', indicator.threshold], ...posts, ...groups, ...step]
      .filter(([, value]) => Number(value) > 1)
      .map(([at, value]) => ({
        path: `indicators[${index}].${at!}`,
        reason: `${value!} 的单位不对:比率要写成 1 以内的小数,例如 95% 写 "0.95"`,
      }));
  });
}

/** Grades stand from the best to the lowest, and the lowest begins at 0, so that every score has one. */
export function bandFaults({ bands }: Scheme): readonly SchemeFault[] {
  if (!bands) return [];
  const faults = bands.flatMap((band, index): SchemeFault[] => {
    const before = bands[index - 1];
    if (!before || band.from < before.from) return [];
    return [
      {
        path: `bands[${index}].from`,
        reason: `等次“${band.title}”的下限应低于“${before.title}”的 ${before.from} 分`,
      },
    ];
  });
  const last = bands.length - 1;
  if (faults.length > 0 || bands[last]!.from === 0) return faults;
  return [
    {
      path: `bands[${last}].from`,
      reason: `最低的等次“${bands[last]!.title}”应从 0 分起,否则有的分数没有等次`,
    },
  ];
}
