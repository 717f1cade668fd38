import type Fraction from 'fraction.js';
import type { Assessment, Section, SectionScore, Step } from '../model';
import { engineRuling } from './context';
import { ZERO, notBelowZero } from './exact';
import { householdScore, householdSteps, reachedAtHouseholds } from './households';
import { indicatorsLoss, indicatorSteps } from './mechanisms';
import type { Scope } from './mechanisms/scope';
import type { SectionPlan } from './plan';
import { compare, quotient, subtract } from './rational';
import { step, type StepParts } from './step';

/** What a section's points come from; tells how its node is made. */
type Origin = 'households' | 'indicators' | 'missing' | 'blocked';

/** What a section's node shows, beside its points. */
type Branches = Pick<StepParts, 'data' | 'children'>;

/** Points that whole numbers do not tell. */
interface ByFractions {
  /** Points reached; `null` where missing and excluded, or not known. */
  readonly points: Fraction | null;
  /** An accident takes the whole score. */
  readonly zeroesTotal: boolean;
}

/**
 * A section's score, and what it means for the person as a whole. Of nearly all persons it is a whole number of
 * hundredths (in a mean: by the number of households); fractions and nodes are made when somebody looks.
 */
export class SectionResult implements SectionScore {
  private node: Step | null = null;

  constructor(
    private readonly plan: SectionPlan,
    private readonly assessment: Assessment,
    private readonly origin: Origin,
    /** Hundredths reached times `lower`; `NaN` where `exact` tells the points. */
    readonly upper: number,
    readonly lower: number,
    private exact: ByFractions | null,
  ) {}

  get points(): Fraction | null {
    this.exact ??= { points: quotient(this.upper, 100 * this.lower), zeroesTotal: false };
    return this.exact.points;
  }

  /** The points are told by `upper` and `lower`. */
  get isWhole(): boolean {
    return !Number.isNaN(this.upper);
  }

  /** An accident takes the whole score. */
  get zeroesTotal(): boolean {
    return this.exact !== null && this.exact.zeroesTotal;
  }

  /** What it counts in a total; not at all where it is missing and excluded. */
  get counts(): boolean {
    return this.isWhole || this.exact?.points !== null;
  }

  get section(): string {
    return this.plan.section.id;
  }

  /** The points that can be reached, as an exact number. */
  get limit(): Fraction {
    return this.plan.maximum;
  }

  get maximum(): number {
    return this.plan.maximum.valueOf();
  }

  /** The points that can be reached, in hundredths; `NaN` where they are not whole. */
  get hundredths(): number {
    return this.plan.hundredths;
  }

  get state(): SectionScore['state'] {
    if (this.origin === 'missing') return 'missing';
    return this.counts ? 'scored' : 'unknown';
  }

  /** Nothing was measured, and without it nobody is scored. */
  get leavesUnscored(): boolean {
    return this.origin === 'missing' && missingMode(this.plan) === 'unscored';
  }

  get step(): Step {
    const { section, points } = this;
    this.node ??= step({ kind: 'section', subject: section, value: points, ...this.branches() });
    return this.node;
  }

  private branches(): Branches {
    const { plan, assessment, state } = this;
    const scope = scopeOf(plan, assessment);
    const { maximum } = plan;
    switch (this.origin) {
      case 'blocked':
        return { data: { maximum, state, blocked: true } };
      case 'missing':
        return { data: { maximum, state, mode: missingMode(plan) } };
      case 'households':
        return this.measured(scope, householdScore(scope).lost, householdSteps);
      case 'indicators':
        return this.measured(scope, indicatorsLoss(scope).lost, indicatorSteps);
    }
  }

  private measured(
    scope: Scope,
    lost: Fraction | null,
    children: (scope: Scope) => readonly Step[],
  ): Branches {
    const { maximum } = scope;
    const floored = lost !== null && compare(lost, maximum) > 0;
    return {
      data: { maximum, lost, floored, state: this.state },
      children: () => children(scope),
    };
  }
}

function scopeOf({ context, section, maximum }: SectionPlan, assessment: Assessment): Scope {
  return { context, section, maximum, assessment };
}

/** One section by itself; `wholeLoss` is what `wholeLost` tells of the person. */
export function scoreSection(plan: SectionPlan, assessment: Assessment, wholeLoss: number): SectionResult {
  if (assessment.blocked.size > 0 && assessment.blocked.has(plan.section.id))
    return byFractions(plan, assessment, 'blocked', UNKNOWN);
  if (isMissing(plan.section, assessment)) {
    const exact = { points: missingPoints(plan), zeroesTotal: false };
    return byFractions(plan, assessment, 'missing', exact);
  }
  if (plan.section.grain === 'household') return atHouseholds(plan, assessment);
  const whole = Math.max(0, plan.hundredths - wholeLoss);
  if (!Number.isNaN(whole)) return new SectionResult(plan, assessment, 'indicators', whole, 1, null);
  const { lost, zeroesTotal } = indicatorsLoss(scopeOf(plan, assessment));
  const points = lost && notBelowZero(subtract(plan.maximum, lost));
  return byFractions(plan, assessment, 'indicators', { points, zeroesTotal });
}

/** The section is missing and does not count. */
export const ABSENT = -1;

/**
 * Hundredths that somebody reaches in a section, at all households together where it is over them, as `scoreSection` finds
 * them; ABSENT where it does not count, `NaN` where whole numbers do not tell it. `wholeLoss` as there.
 */
export function wholePoints(plan: SectionPlan, assessment: Assessment, wholeLoss: number): number {
  const { section, hundredths } = plan;
  if (assessment.blocked.size > 0 && assessment.blocked.has(section.id)) return NaN;
  if (isMissing(section, assessment)) return section.grain === 'household' ? NaN : missingInWhole(plan);
  if (section.grain !== 'household') return Math.max(0, hundredths - wholeLoss);
  return plan.rules === null ? NaN : reachedAtHouseholds(assessment.visits, plan.rules);
}

function missingInWhole(plan: SectionPlan): number {
  switch (missingMode(plan)) {
    case 'fullMarks':
      return plan.hundredths;
    case 'zero':
      return 0;
    case 'unscored':
      return NaN;
    default:
      return ABSENT;
  }
}

const UNKNOWN: ByFractions = { points: null, zeroesTotal: false };

function byFractions(
  plan: SectionPlan,
  assessment: Assessment,
  origin: Origin,
  exact: ByFractions,
): SectionResult {
  return new SectionResult(plan, assessment, origin, NaN, 1, exact);
}

function atHouseholds(plan: SectionPlan, assessment: Assessment): SectionResult {
  const { visits } = assessment;
  if (plan.rules !== null) {
    const reached = reachedAtHouseholds(visits, plan.rules);
    return new SectionResult(plan, assessment, 'households', reached, visits.length, null);
  }
  const { points } = householdScore(scopeOf(plan, assessment));
  return byFractions(plan, assessment, 'households', { points, zeroesTotal: false });
}

/** A register may be complete as it stands: no entry is a figure too. */
function isMissing(section: Section, assessment: Assessment): boolean {
  if (section.grain === 'register' && section.ifMissing === 'full') return false;
  if (section.grain === 'household' && assessment.visits.length === 0) return true;
  return assessment.missing.size > 0 && assessment.missing.has(section.id);
}

function missingPoints(plan: SectionPlan): Fraction | null {
  const mode = missingMode(plan);
  return mode === 'fullMarks' ? plan.maximum : mode === 'zero' ? ZERO : null;
}

function missingMode({ section, context }: SectionPlan) {
  switch (section.ifMissing) {
    case 'unscored':
      return 'unscored';
    case 'full':
      return 'fullMarks';
    case 'ruling':
      return engineRuling(context, 'missingSection');
  }
}
