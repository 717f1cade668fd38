import type Fraction from 'fraction.js';
import type { Assessment, SectionScore, Step } from '../model';
import { decisive, engineRuling, type Context } from './context';
import { HUNDRED, ZERO, halfUp, notBelowZero, sameValue, smallest } from './exact';
import type { SectionPlan } from './plan';
import { add, divide, isZero, multiply, subtract } from './rational';
import { ABSENT, type SectionResult } from './sections';
import { step } from './step';
import type { WholeScore } from './whole/score';

/** Exact sums over the sections that count. */
export interface Sums {
  readonly points: Fraction;
  readonly maximum: Fraction;
  readonly zeroed: boolean;
}

/** A figure as it is published: half-up to two decimals, unless the ruling keeps it exact. */
export function published(context: Context, value: Fraction): Fraction {
  return engineRuling(context, 'rounding') === 'none' ? value : halfUp(value, 2);
}

/** The published score from section results that are there already; `null` where the person is unscored. */
export function scoreFrom(
  context: Context,
  assessment: Assessment,
  sections: readonly SectionResult[],
): Fraction | null {
  const sums = sumsOf(assessment, sections);
  return sums && published(context, basedScore(context, sums));
}

/**
 * The published score in hundredths of the person at a place, from what `wholePoints` tells of each section; `NaN` where it
 * does not tell one of them, or nothing counts.
 */
export function scoreInWhole(
  plans: readonly SectionPlan[],
  points: readonly Float64Array[],
  place: number,
  { visits }: Assessment,
  score: WholeScore,
): number {
  let upper = 0;
  let lower = 1;
  let maximum = 0;
  for (let at = 0; at < plans.length; at++) {
    const { section, hundredths } = plans[at]!;
    const own = points[at]![place]!;
    if (own === ABSENT) continue;
    const households = section.grain === 'household' ? visits.length : 1;
    upper = upper * households + own * lower;
    lower *= households;
    maximum += hundredths;
  }
  return maximum > 0 ? score(upper, lower, maximum) : NaN;
}

/** The published score in hundredths from section results, `NaN` where that is no whole number; `null` for who has none. */
export function scoreOf(sections: readonly SectionResult[], score: WholeScore): number | null {
  let upper = 0;
  let lower = 1;
  let maximum = 0;
  let zeroed = false;
  for (const section of sections) {
    if (section.leavesUnscored || section.state === 'unknown') return null;
    zeroed ||= section.zeroesTotal;
    if (!section.counts) continue;
    // What is no whole number makes the sum none.
    upper = upper * section.lower + section.upper * lower;
    lower *= section.lower;
    maximum += section.hundredths;
  }
  if (maximum === 0) return null;
  // Nothing of it is left; where a score is never whole, neither is this one.
  return zeroed ? 0 * score(0, 1, maximum) : score(upper, lower, maximum);
}

/** The sums of a person who can be scored; `null` for one who cannot. */
export function sumsOf(assessment: Assessment, sections: readonly SectionResult[]): Sums | null {
  if (assessment.unresolved) return null;
  let points = ZERO;
  let maximum = ZERO;
  let zeroed = false;
  for (const section of sections) {
    if (section.leavesUnscored || section.state === 'unknown') return null;
    zeroed ||= section.zeroesTotal;
    if (section.points === null) continue;
    points = add(points, section.points);
    maximum = add(maximum, section.limit);
  }
  return isZero(maximum) ? null : { points, maximum, zeroed };
}

/** The score before rounding; always from the exact sums. */
function basedScore(context: Context, { points, maximum, zeroed }: Sums): Fraction {
  if (zeroed) return ZERO;
  switch (engineRuling(context, 'totalBasis')) {
    case 'normalized':
      return divide(multiply(points, HUNDRED), maximum);
    case 'raw':
      return points;
    case 'rawCappedAt100':
      return smallest(points, HUNDRED);
    case 'hundredMinusDeductions':
      return notBelowZero(subtract(HUNDRED, subtract(maximum, points)));
  }
}

/** The node that shows how the score came about, and whether the basis it is worked out on decides it. */
export function scoreStep(
  context: Context,
  sections: readonly SectionScore[],
  sums: Sums | null,
  rawTotal: Fraction | null,
  score: Fraction | null,
): Step {
  const basis = engineRuling(context, 'totalBasis');
  const rounding = engineRuling(context, 'rounding');
  const raw = step({
    kind: 'rawTotal',
    subject: 'rawTotal',
    value: rawTotal,
    data: { exact: sums && sums.points, maximum: sums && sums.maximum, rounding },
    children: sections.map((section) => section.step),
  });
  const differs = (other: Context): boolean =>
    sums !== null && !sameValue(published(other, basedScore(other, sums)), score);
  return step({
    kind: 'normalized',
    subject: 'totalBasis',
    value: score,
    data: { basis, exact: sums && basedScore(context, sums), rounding, zeroed: sums?.zeroed ?? false },
    children: [raw],
    rulings: () => decisive(context, ['totalBasis'], differs),
  });
}
