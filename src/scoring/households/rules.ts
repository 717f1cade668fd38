import type { Finding, PerFinding, Section } from '../../model';
import { type Context, engineRuling, indicatorsOf } from '../context';
import { toHundredths } from '../exact';
import { itemCaps } from './itemCaps';
import type { Scope } from '../mechanisms/scope';

/** How findings at one household count, worked out once for a person. All points in hundredths. */
export interface HouseholdRules {
  readonly maximum: number;
  /**
   * What an indicator takes at most at a household where a rule counts once (R4); empty where it counts every time.
   * One whose rule says itself that each occurrence counts is not among them.
   */
  readonly once: ReadonlyMap<string, number>;
  /** Points of each indicator that may stand at a household of this post. */
  readonly points: ReadonlyMap<string, number>;
  /** Indicators whose findings take nothing at the household, because a rate over all of them decides. */
  readonly waived: ReadonlySet<string>;
  /** Points of the items themselves at each household, by indicator; empty where they limit what is taken overall. */
  readonly caps: ReadonlyMap<string, number>;
}

const NONE: ReadonlyMap<string, number> = new Map();

/** The indicators of the section that are found at households. */
export function householdIndicators(scope: Scope): readonly PerFinding[] {
  return standingOf(scope).indicators;
}

/** What holds for all persons of a post under the rulings of a context, worked out once. */
interface Standing {
  readonly indicators: readonly PerFinding[];
  readonly rules: HouseholdRules;
}

/** The rules for everybody of the post where the mean of the households decides alone; else `null`. */
export function rulesForAll(scope: Scope): HouseholdRules | null {
  const { indicators, rules } = standingOf(scope);
  const isMean = engineRuling(scope.context, 'householdAveraging') === 'meanOfCapped';
  return isMean && indicators.every(({ awareness }) => awareness === undefined) ? rules : null;
}

const standings = new WeakMap<Context, Map<Section, Map<string, Standing>>>();

function standingOf(scope: Scope): Standing {
  const { context, section, assessment } = scope;
  let bySection = standings.get(context);
  if (!bySection) standings.set(context, (bySection = new Map<Section, Map<string, Standing>>()));
  let byPost = bySection.get(section);
  if (!byPost) bySection.set(section, (byPost = new Map<string, Standing>()));
  let standing = byPost.get(assessment.assessee.post);
  if (!standing) byPost.set(assessment.assessee.post, (standing = standingFor(scope)));
  return standing;
}

function standingFor(scope: Scope): Standing {
  const indicators = foundAtHouseholds(scope);
  return { indicators, rules: rulesWith(scope, indicators, NOTHING_WAIVED) };
}

const NOTHING_WAIVED: ReadonlySet<string> = new Set();

function foundAtHouseholds(scope: Scope): readonly PerFinding[] {
  return indicatorsOf(scope.context, scope.section, scope.assessment.assessee.post).filter(
    (indicator): indicator is PerFinding => indicator.kind === 'perFinding',
  );
}

/** The rules for one person; `waived` comes from the rates over their households. */
export function householdRules(scope: Scope, waived: ReadonlySet<string>): HouseholdRules {
  const { indicators, rules } = standingOf(scope);
  return waived.size === 0 ? rules : rulesWith(scope, indicators, waived);
}

function rulesWith(
  scope: Scope,
  indicators: readonly PerFinding[],
  waived: ReadonlySet<string>,
): HouseholdRules {
  return {
    maximum: toHundredths(scope.section.points[scope.assessment.assessee.post] ?? 0),
    once: engineRuling(scope.context, 'repeatFindings') === 'oncePerRule' ? countedOnce(indicators) : NONE,
    points: pointsOf(indicators),
    waived,
    caps: engineRuling(scope.context, 'householdAveraging') === 'meanOfCapped' ? itemCaps(indicators) : NONE,
  };
}

function pointsOf(indicators: readonly PerFinding[]): ReadonlyMap<string, number> {
  return new Map(indicators.map(({ id, points }) => [id, toHundredths(points)]));
}

function countedOnce(indicators: readonly PerFinding[]): ReadonlyMap<string, number> {
  return pointsOf(indicators.filter(({ countsOccurrences }) => countsOccurrences !== true));
}

/** Hundredths lost at a household, before the section's floor; each item is used up at most where it is its own. */
export function lostAt(findings: readonly Finding[], rules: HouseholdRules): number {
  if (rules.caps.size > 0 && findings.length > 0) return lostByItem(findings, rules, rules.caps);
  if (rules.once.size > 0 && findings.length > 0) return lostOnce(findings, rules);
  let lost = 0;
  for (const finding of findings) lost += countedOf(finding, rules);
  return lost;
}

function lostByItem(
  findings: readonly Finding[],
  rules: HouseholdRules,
  caps: ReadonlyMap<string, number>,
): number {
  let lost = 0;
  for (const [indicator, own] of lostByRule(findings, rules))
    lost += Math.min(own, caps.get(indicator) ?? Infinity);
  return lost;
}

/** Hundredths lost under each indicator at a household, before any cap. */
export function lostByRule(findings: readonly Finding[], rules: HouseholdRules): ReadonlyMap<string, number> {
  const byRule = new Map<string, number>();
  for (const finding of findings) {
    const sum = (byRule.get(finding.indicator) ?? 0) + countedOf(finding, rules);
    byRule.set(finding.indicator, Math.min(sum, rules.once.get(finding.indicator) ?? Infinity));
  }
  return byRule;
}

function lostOnce(findings: readonly Finding[], rules: HouseholdRules): number {
  let lost = 0;
  for (const own of lostByRule(findings, rules).values()) lost += own;
  return lost;
}

/** What a finding takes where it may repeat; throws where it stands under an indicator of another post. */
export function countedOf(finding: Pick<Finding, 'indicator' | 'hundredths'>, rules: HouseholdRules): number {
  if (!rules.points.has(finding.indicator)) {
    throw new RangeError(`indicator ${finding.indicator} does not belong to this post`);
  }
  return rules.waived.has(finding.indicator) ? 0 : finding.hundredths;
}
