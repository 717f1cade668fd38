import type Fraction from 'fraction.js';
import type { Assessment, Section, SectionScore, Step } from '../model';
import { engineRuling, type Context } from './context';
import { ZERO, exact, notBelowZero } from './exact';
import { householdScore, householdSteps } from './households';
import { indicatorSteps, indicatorsLoss } from './mechanisms';
import type { Scope } from './mechanisms/scope';
import { compare, subtract } from './rational';
import { step, type StepData } from './step';

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
  return context.scheme.sections
    .filter((section) => section.points[post] !== undefined)
    .map((section) => scoreSectionOf(context, assessment, section));
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
  return resultOf(scope, points, lost, false, () => householdSteps(scope));
}

function indicatorSection(scope: Scope): SectionResult {
  const { lost, zeroesTotal } = indicatorsLoss(scope);
  const points = lost && notBelowZero(subtract(scope.maximum, lost));
  return resultOf(scope, points, lost, zeroesTotal, () => indicatorSteps(scope));
}

function resultOf(
  scope: Scope,
  points: Fraction | null,
  lost: Fraction | null,
  zeroesTotal: boolean,
  children: () => readonly Step[],
): SectionResult {
  const { maximum } = scope;
  const state = points === null ? 'unknown' : 'scored';
  const data = (): StepData => {
    const floored = lost !== null && compare(lost, maximum) > 0;
    return { maximum, lost, floored, state };
  };
  return { ...sectionScore(scope, points, state, data, children), leavesUnscored: false, zeroesTotal };
}

function unknownSection(scope: Scope): SectionResult {
  const data = { maximum: scope.maximum, state: 'unknown', blocked: true };
  return { ...sectionScore(scope, null, 'unknown', data), leavesUnscored: false, zeroesTotal: false };
}

function missingSection(scope: Scope): SectionResult {
  const mode = missingMode(scope);
  const leavesUnscored = mode === 'unscored';
  const points = mode === 'fullMarks' ? scope.maximum : mode === 'zero' ? ZERO : null;
  const data = { maximum: scope.maximum, state: 'missing', mode };
  return { ...sectionScore(scope, points, 'missing', data), leavesUnscored, zeroesTotal: false };
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

function sectionScore(
  { section, maximum }: Scope,
  points: Fraction | null,
  state: SectionScore['state'],
  data: StepData | (() => StepData),
  children: () => readonly Step[] = () => [],
): Pick<SectionResult, 'score' | 'maximum'> {
  const node = step({ kind: 'section', subject: section.id, value: points, data, children });
  const score = { section: section.id, maximum: maximum.valueOf(), points, state, step: node };
  return { score, maximum };
}
