import type Fraction from 'fraction.js';
import type { Assessment, Section, SectionScore, Step } from '../model';
import { engineRuling, type Context } from './context';
import { ZERO, exact, notBelowZero } from './exact';
import { householdScore, householdSteps } from './households';
import { indicatorSteps, indicatorsLoss } from './mechanisms';
import type { Scope } from './mechanisms/scope';
import { compare, subtract } from './rational';
import { step, type StepParts } from './step';

/** A section's score, and what it means for the person as a whole. */
export interface SectionResult {
  readonly score: SectionScore;
  readonly maximum: Fraction;
  /** Nothing was measured, and without it nobody is scored. */
  readonly leavesUnscored: boolean;
  /** An accident takes the whole score. */
  readonly zeroesTotal: boolean;
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
  if (assessment.blocked.has(section.id)) return unknownSection(scope);
  if (isMissing(section, assessment)) return missingSection(scope);
  return section.grain === 'household' ? householdSection(scope) : indicatorSection(scope);
}

/** A register may be complete as it stands: no entry is a figure too. */
function isMissing(section: Section, assessment: Assessment): boolean {
  if (section.grain === 'register' && section.ifMissing === 'full') return false;
  if (section.grain === 'household' && assessment.visits.length === 0) return true;
  return assessment.missing.has(section.id);
}

function householdSection(scope: Scope): SectionResult {
  const { points, lost } = householdScore(scope);
  return resultOf(scope, points, lost, false, householdSteps);
}

function indicatorSection(scope: Scope): SectionResult {
  const { lost, zeroesTotal } = indicatorsLoss(scope);
  const points = lost && notBelowZero(subtract(scope.maximum, lost));
  return resultOf(scope, points, lost, zeroesTotal, indicatorSteps);
}

function resultOf(
  scope: Scope,
  points: Fraction | null,
  lost: Fraction | null,
  zeroesTotal: boolean,
  children: (scope: Scope) => readonly Step[],
): SectionResult {
  const state = points === null ? 'unknown' : 'scored';
  const node = ({ maximum }: Scope): Branches => ({
    data: { maximum, lost, floored: lost !== null && compare(lost, maximum) > 0, state },
    children: () => children(scope),
  });
  const score = new ScoredSection(scope, points, state, node);
  return { score, maximum: scope.maximum, leavesUnscored: false, zeroesTotal };
}

function unknownSection(scope: Scope): SectionResult {
  const node = ({ maximum }: Scope): Branches => ({ data: { maximum, state: 'unknown', blocked: true } });
  const score = new ScoredSection(scope, null, 'unknown', node);
  return { score, maximum: scope.maximum, leavesUnscored: false, zeroesTotal: false };
}

function missingSection(scope: Scope): SectionResult {
  const mode = missingMode(scope);
  const points = mode === 'fullMarks' ? scope.maximum : mode === 'zero' ? ZERO : null;
  const node = ({ maximum }: Scope): Branches => ({ data: { maximum, state: 'missing', mode } });
  const score = new ScoredSection(scope, points, 'missing', node);
  return { score, maximum: scope.maximum, leavesUnscored: mode === 'unscored', zeroesTotal: false };
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

/** What a section's node shows, beside its points. */
type Branches = Pick<StepParts, 'data' | 'children'>;

/** A section's score, whose node is made when somebody looks. */
class ScoredSection implements SectionScore {
  private node: Step | null = null;

  constructor(
    private readonly scope: Scope,
    readonly points: Fraction | null,
    readonly state: SectionScore['state'],
    private readonly branches: (scope: Scope) => Branches,
  ) {}

  get section(): string {
    return this.scope.section.id;
  }

  get maximum(): number {
    return this.scope.maximum.valueOf();
  }

  get step(): Step {
    const { section, points } = this;
    this.node ??= step({ kind: 'section', subject: section, value: points, ...this.branches(this.scope) });
    return this.node;
  }
}
