import type Fraction from 'fraction.js';
import type { Assessment, Section, SectionScore, Step } from '../model';
import { engineRuling, type Context } from './context';
import { ZERO, fromHundredths, notBelowZero } from './exact';
import { householdPoints, householdScore, householdSteps } from './households';
import { indicatorsLoss, indicatorSteps } from './mechanisms';
import type { Scope } from './mechanisms/scope';
import { plansFor, type SectionPlan } from './plan';
import { compare, denominator, numerator, subtract } from './rational';
import { step, type StepParts } from './step';
import { wholeSum } from './whole';

/** What a section's points come from; tells how its node is made. */
type Origin = 'households' | 'indicators' | 'missing' | 'blocked';

/** What a section's node shows, beside its points. */
type Branches = Pick<StepParts, 'data' | 'children'>;

/** A section's score, and what it means for the person as a whole; its node is made when somebody looks. */
export class SectionResult implements SectionScore {
  private node: Step | null = null;

  constructor(
    private readonly plan: SectionPlan,
    private readonly assessment: Assessment,
    readonly points: Fraction | null,
    private readonly origin: Origin,
    /** An accident takes the whole score. */
    readonly zeroesTotal: boolean,
  ) {}

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

  get state(): SectionScore['state'] {
    if (this.origin === 'missing') return 'missing';
    return this.points === null ? 'unknown' : 'scored';
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

/** One result for each section that the person's post has points in, in the scheme's order. */
export function scoreSections(context: Context, assessment: Assessment): readonly SectionResult[] {
  return plansFor(context, assessment).map((plan) => scoreSection(plan, assessment));
}

/** One section by itself. */
export function scoreSection(plan: SectionPlan, assessment: Assessment): SectionResult {
  if (assessment.blocked.size > 0 && assessment.blocked.has(plan.section.id))
    return new SectionResult(plan, assessment, null, 'blocked', false);
  if (isMissing(plan.section, assessment))
    return new SectionResult(plan, assessment, missingPoints(plan), 'missing', false);
  if (plan.section.grain === 'household')
    return new SectionResult(plan, assessment, pointsAtHouseholds(plan, assessment), 'households', false);
  const whole = wholePoints(plan, assessment);
  if (!Number.isNaN(whole))
    return new SectionResult(plan, assessment, fromHundredths(whole), 'indicators', false);
  const { lost, zeroesTotal } = indicatorsLoss(scopeOf(plan, assessment));
  const points = lost && notBelowZero(subtract(plan.maximum, lost));
  return new SectionResult(plan, assessment, points, 'indicators', zeroesTotal);
}

/** Whether a section comes to the same under another plan, as far as whole numbers tell it; `false` where they do not. */
export function isSurelySame(plan: SectionPlan, assessment: Assessment, before: SectionResult): boolean {
  const { points, zeroesTotal, state } = before;
  if (points === null || zeroesTotal || state !== 'scored' || plan.section.grain === 'household')
    return false;
  return numerator(points) * 100 === wholePoints(plan, assessment) * denominator(points);
}

/** Points reached in hundredths; `NaN` where whole numbers do not tell them. */
function wholePoints({ losses, hundredths }: SectionPlan, assessment: Assessment): number {
  return losses === null ? NaN : Math.max(0, hundredths - wholeSum(losses, assessment));
}

function pointsAtHouseholds(plan: SectionPlan, assessment: Assessment): Fraction {
  if (plan.rules === null) return householdScore(scopeOf(plan, assessment)).points;
  return householdPoints(assessment.visits, plan.rules);
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
