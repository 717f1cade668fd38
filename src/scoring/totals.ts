import type Fraction from 'fraction.js';
import type { Assessment, SectionScore, Slices, Step } from '../model';
import { decisive, engineRuling, type Context } from './context';
import { fromHundredths, HUNDRED, ZERO, halfUp, notBelowZero, sameValue, smallest } from './exact';
import type { Ranked } from './ranks';
import { add, divide, isZero, multiply, subtract } from './rational';
import type { Group } from './groups';
import type { SectionPlan } from './plan';
import { ABSENT, scoreSection, type SectionResult } from './sections';
import { step } from './step';
import { type WholeScore, wholeScore } from './whole/score';

/** A person's figures before ranks and the pass line are known. */
export interface PersonTotals extends Ranked {
  readonly assessment: Assessment;
  readonly sections: readonly SectionResult[];
  readonly missing: readonly string[];
  readonly isScored: boolean;
  readonly rawTotal: Fraction | null;
  readonly rawMaximum: number | null;
  readonly step: Step;
}

/** Exact sums over the sections that count. */
interface Sums {
  readonly points: Fraction;
  readonly maximum: Fraction;
  readonly zeroed: boolean;
}

/** A figure as it is published: half-up to two decimals, unless the ruling keeps it exact. */
export function published(context: Context, value: Fraction): Fraction {
  return engineRuling(context, 'rounding') === 'none' ? value : halfUp(value, 2);
}

/** Persons whose figures are worked out in one slice. */
const SLICE_PERSONS = 1_024;

/** Sections, raw total and score of all persons of the groups, by their places. */
export function* totalsOf(context: Context, groups: readonly Group[]): Slices<readonly PersonTotals[]> {
  const totals = new Array<PersonTotals>(groups.reduce((sum, { indices }) => sum + indices.length, 0));
  const score = wholeScore(context);
  for (const group of groups) {
    const own = new GroupTotals(context, group);
    for (let place = 0; place < group.indices.length; place++) {
      totals[group.indices[place]!] = own.add(place, score);
      if (place % SLICE_PERSONS === SLICE_PERSONS - 1) yield;
    }
  }
  return totals;
}

/** What the totals of a group share: the scores of all of them stand in columns. */
class GroupTotals {
  /** Scores in hundredths by place; `NaN` where whole numbers do not tell one. */
  readonly wholes: Float64Array;
  /** 1 for who has a score. */
  readonly scored: Uint8Array;

  constructor(
    readonly context: Context,
    readonly group: Group,
  ) {
    this.wholes = new Float64Array(group.indices.length);
    this.scored = new Uint8Array(group.indices.length);
  }

  add(place: number, score: WholeScore): Totals {
    const totals = new Totals(this, place);
    const whole = totals.assessment.unresolved ? null : this.findWhole(totals, place, score);
    this.wholes[place] = whole ?? NaN;
    this.scored[place] = whole === null ? 0 : 1;
    return totals;
  }

  private findWhole(totals: Totals, place: number, score: WholeScore): number | null {
    const { plans, reached } = this.group;
    const whole = scoreInWhole(plans, reached, place, totals.assessment, score);
    return Number.isNaN(whole) ? scoreOf(totals.sections, score) : whole;
  }
}

/**
 * A person's figures: the score in whole hundredths of a point where that is what it is, fractions and the node that
 * shows how they came about when somebody looks.
 */
class Totals implements PersonTotals {
  private published: Fraction | null | undefined;
  private node: Step | null = null;
  private results: readonly SectionResult[] | null = null;

  constructor(
    private readonly all: GroupTotals,
    private readonly place: number,
  ) {}

  get assessment(): Assessment {
    return this.all.group.persons.assessments[this.place]!;
  }

  get isScored(): boolean {
    return this.all.scored[this.place] === 1;
  }

  get whole(): number {
    return this.all.wholes[this.place]!;
  }

  get sections(): readonly SectionResult[] {
    return (this.results ??= this.scoreSections());
  }

  private scoreSections(): readonly SectionResult[] {
    const { plans, lost } = this.all.group;
    return plans.map((plan, at) => scoreSection(plan, this.assessment, lost[at]![this.place]!));
  }

  get score(): Fraction | null {
    if (this.published === undefined) this.published = this.findScore();
    return this.published;
  }

  private findScore(): Fraction | null {
    if (!Number.isNaN(this.whole)) return fromHundredths(this.whole);
    return this.isScored ? scoreFrom(this.all.context, this.assessment, this.sections) : null;
  }

  get missing(): readonly string[] {
    return this.sections.filter(({ state }) => state === 'missing').map(({ section }) => section);
  }

  get rawTotal(): Fraction | null {
    return this.sums && published(this.all.context, this.sums.points);
  }

  get rawMaximum(): number | null {
    return this.sums && this.sums.maximum.valueOf();
  }

  private get sums(): Sums | null {
    return sumsOf(this.assessment, this.sections);
  }

  get step(): Step {
    const { sections, sums, rawTotal, score } = this;
    this.node ??= scoreStep(this.all.context, sections, sums, rawTotal, score);
    return this.node;
  }
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
function scoreOf(sections: readonly SectionResult[], score: WholeScore): number | null {
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
function sumsOf(assessment: Assessment, sections: readonly SectionResult[]): Sums | null {
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

function scoreStep(
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
