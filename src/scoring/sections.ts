import type Fraction from 'fraction.js';
import type { Assessment, Section, SectionScore, Step } from '../model';
import { engineRuling, type Context } from './context';
import { ZERO, exact, notBelowZero } from './exact';
import { householdPoints, householdScore, householdSteps } from './households';
import { indicatorsLoss, indicatorSteps } from './mechanisms';
import type { Scope } from './mechanisms/scope';
import { compare, subtract } from './rational';
import { step, type StepParts } from './step';

/** What a section's points come from; tells how its node is made. */
type Origin = 'households' | 'indicators' | 'missing' | 'blocked';

/** What a section's node shows, beside its points. */
type Branches = Pick<StepParts, 'data' | 'children'>;

/** A section's score, and what it means for the person as a whole; its node is made when somebody looks. */
export class SectionResult implements SectionScore {
  private node: Step | null = null;

  constructor(
    private readonly scope: Scope,
    readonly points: Fraction | null,
    private readonly origin: Origin,
    /** An accident takes the whole score. */
    readonly zeroesTotal: boolean,
  ) {}

  get section(): string {
    return this.scope.section.id;
  }

  /** The points that can be reached, as an exact number. */
  get limit(): Fraction {
    return this.scope.maximum;
  }

  get maximum(): number {
    return this.scope.maximum.valueOf();
  }

  get state(): SectionScore['state'] {
    if (this.origin === 'missing') return 'missing';
    return this.points === null ? 'unknown' : 'scored';
  }

  /** Nothing was measured, and without it nobody is scored. */
  get leavesUnscored(): boolean {
    return this.origin === 'missing' && missingMode(this.scope) === 'unscored';
  }

  get step(): Step {
    const { section, points } = this;
    this.node ??= step({ kind: 'section', subject: section, value: points, ...this.branches() });
    return this.node;
  }

  private branches(): Branches {
    const { scope, state } = this;
    const { maximum } = scope;
    switch (this.origin) {
      case 'blocked':
        return { data: { maximum, state, blocked: true } };
      case 'missing':
        return { data: { maximum, state, mode: missingMode(scope) } };
      case 'households':
        return this.measured(householdScore(scope).lost, householdSteps);
      case 'indicators':
        return this.measured(indicatorsLoss(scope).lost, indicatorSteps);
    }
  }

  private measured(lost: Fraction | null, children: (scope: Scope) => readonly Step[]): Branches {
    const { scope, state } = this;
    const { maximum } = scope;
    return {
      data: { maximum, lost, floored: lost !== null && compare(lost, maximum) > 0, state },
      children: () => children(scope),
    };
  }
}

/** One result for each section that the person's post has points in, in the scheme's order. */
export function scoreSections(context: Context, assessment: Assessment): readonly SectionResult[] {
  const post = assessment.assessee.post;
  const results: SectionResult[] = [];
  for (const section of context.scheme.sections) {
    if (section.points[post] !== undefined) results.push(scoreSectionOf(context, assessment, section));
  }
  return results;
}

/** One section by itself; the person's post must have points in it. */
export function scoreSectionOf(context: Context, assessment: Assessment, section: Section): SectionResult {
  const maximum = exact(section.points[assessment.assessee.post]!);
  const scope = { context, assessment, section, maximum };
  if (assessment.blocked.has(section.id)) return new SectionResult(scope, null, 'blocked', false);
  if (isMissing(section, assessment)) return new SectionResult(scope, missingPoints(scope), 'missing', false);
  if (section.grain === 'household')
    return new SectionResult(scope, householdPoints(scope), 'households', false);
  const { lost, zeroesTotal } = indicatorsLoss(scope);
  const points = lost && notBelowZero(subtract(maximum, lost));
  return new SectionResult(scope, points, 'indicators', zeroesTotal);
}

/** A register may be complete as it stands: no entry is a figure too. */
function isMissing(section: Section, assessment: Assessment): boolean {
  if (section.grain === 'register' && section.ifMissing === 'full') return false;
  if (section.grain === 'household' && assessment.visits.length === 0) return true;
  return assessment.missing.has(section.id);
}

function missingPoints(scope: Scope): Fraction | null {
  const mode = missingMode(scope);
  return mode === 'fullMarks' ? scope.maximum : mode === 'zero' ? ZERO : null;
}

function missingMode({ section, context }: Scope) {
  switch (section.ifMissing) {
    case 'unscored':
      return 'unscored';
    case 'full':
      return 'fullMarks';
    case 'ruling':
      return engineRuling(context, 'missingSection');
  }
}
