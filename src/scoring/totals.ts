import type Fraction from 'fraction.js';
import type { Assessment, Slices, Step } from '../model';
import type { Context } from './context';
import { fromHundredths } from './exact';
import type { Group } from './groups';
import type { Ranked } from './ranks';
import { scoreSection, type SectionResult } from './sections';
import { published, scoreFrom, scoreInWhole, scoreOf, scoreStep, type Sums, sumsOf } from './totalScore';
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
