import type Fraction from 'fraction.js';
import type { Assessment, Section, SectionScore, Step } from '../model';
import { engineRuling, type Context } from './context';
import { ZERO, exact, notBelowZero, sumKnown } from './exact';
import { householdPoints, householdSteps } from './households';
import { indicatorSteps } from './mechanisms';
import type { Scope } from './mechanisms/scope';
import { compare, subtract } from './rational';
import { step } from './step';

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
  return scoreSection({ context, assessment, section, maximum });
}

function scoreSection(scope: Scope): SectionResult {
  const { section, assessment } = scope;
  if (assessment.blocked.has(section.id)) return unknownSection(scope);
  if (isMissing(section, assessment)) return missingSection(scope);
  if (section.grain === 'household') return householdSection(scope);
  const children = indicatorSteps(scope);
  const lost = sumKnown(children.map(({ value }) => value));
  const points = lost === null ? null : notBelowZero(subtract(scope.maximum, lost));
  const zeroesTotal = children.some(({ data }) => data.zeroesTotal === true);
  return { ...resultOf(scope, points, lost, children), zeroesTotal };
}

/** A register is complete as it stands: no entry is a figure too. */
function isMissing(section: Section, assessment: Assessment): boolean {
  if (section.ifMissing === 'full') return false;
  if (section.grain === 'household' && assessment.visits.length === 0) return true;
  return assessment.missing.has(section.id);
}

function householdSection(scope: Scope): SectionResult {
  const children = householdSteps(scope);
  const points = householdPoints(children);
  return resultOf(scope, points, subtract(scope.maximum, points), children);
}

function resultOf(
  scope: Scope,
  points: Fraction | null,
  lost: Fraction | null,
  children: readonly Step[],
): SectionResult {
  const state = points === null ? 'unknown' : 'scored';
  const floored = lost !== null && compare(lost, scope.maximum) > 0;
  return {
    score: sectionScore(scope, points, state, { maximum: scope.maximum, lost, floored, state }, children),
    maximum: scope.maximum,
    leavesUnscored: false,
    zeroesTotal: false,
  };
}

function unknownSection(scope: Scope): SectionResult {
  const data = { maximum: scope.maximum, state: 'unknown', blocked: true };
  const score = sectionScore(scope, null, 'unknown', data, []);
  return { score, maximum: scope.maximum, leavesUnscored: false, zeroesTotal: false };
}

function missingSection(scope: Scope): SectionResult {
  const leavesUnscored = scope.section.ifMissing === 'unscored';
  const mode = engineRuling(scope.context, 'missingSection');
  const points = leavesUnscored || mode === 'exclude' ? null : mode === 'zero' ? ZERO : scope.maximum;
  const data = { maximum: scope.maximum, state: 'missing', mode: leavesUnscored ? 'unscored' : mode };
  const score = sectionScore(scope, points, 'missing', data, []);
  return { score, maximum: scope.maximum, leavesUnscored, zeroesTotal: false };
}

function sectionScore(
  scope: Scope,
  points: Fraction | null,
  state: SectionScore['state'],
  data: Step['data'],
  children: readonly Step[],
): SectionScore {
  const { id } = scope.section;
  const maximum = scope.maximum.valueOf();
  return {
    section: id,
    maximum,
    points,
    state,
    step: step({ kind: 'section', subject: id, value: points, data, children }),
  };
}
