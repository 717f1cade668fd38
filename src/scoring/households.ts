import type Fraction from 'fraction.js';
import { INDICATOR_RULINGS, type Finding, type PerFinding, type Step, type Visit } from '../model';
import {
  decisive,
  engineRuling,
  indicatorsOf,
  namedRuling,
  stepModeOf,
  stepRulingKey,
  type Context,
} from './context';
import { ONE, ZERO, exact, fromHundredths, notBelowZero, sameValue, toHundredths } from './exact';
import { comparedRate } from './mechanisms/ratio';
import type { Scope } from './mechanisms/scope';
import { stepsIn } from './mechanisms/steps';
import { add, divide, isPositive, multiply, quotient, subtract } from './rational';
import { step } from './step';

/** How findings at one household count, worked out once for a person. All points in hundredths. */
interface HouseholdRules {
  readonly maximum: number;
  readonly oncePerRule: boolean;
  readonly points: ReadonlyMap<string, number>;
  /** Indicators whose findings take nothing at the household, because a rate over all of them decides. */
  readonly waived: ReadonlySet<string>;
}

/** Points reached over all visited households, with the tree that they come from. At least one visit is needed. */
export function householdSteps(scope: Scope): readonly Step[] {
  const indicators = indicatorsOf(scope.context, scope.section, scope.assessment.assessee.post).filter(
    (indicator): indicator is PerFinding => indicator.kind === 'perFinding',
  );
  const rates = indicators.flatMap((indicator) => awarenessStep(indicator, scope) ?? []);
  const waived = new Set(rates.filter((rate) => rate.data.waives === true).map((rate) => rate.subject));
  const rules: HouseholdRules = {
    maximum: toHundredths(scope.section.points[scope.assessment.assessee.post] ?? 0),
    oncePerRule: engineRuling(scope.context, 'repeatFindings') === 'oncePerRule',
    points: new Map(indicators.map(({ id, points }) => [id, toHundredths(points)])),
    waived,
  };
  return [averagingStep(scope, rules), ...rates];
}

/** Points reached: the mean of the households less what a rate over all of them takes once. */
export function householdPoints(steps: readonly Step[]): Fraction {
  let points = ZERO;
  for (const { kind, value } of steps) {
    if (value === null) continue;
    points = kind === 'averaging' ? add(points, value) : subtract(points, value);
  }
  return notBelowZero(points);
}

function averagingStep(scope: Scope, rules: HouseholdRules): Step {
  const { visits } = scope.assessment;
  const mode = engineRuling(scope.context, 'householdAveraging');
  let reached = 0;
  let lost = 0;
  for (const visit of visits) {
    const own = lostAt(visit.findings, rules);
    lost += own;
    reached += Math.max(0, rules.maximum - own);
  }
  const maximum = scope.maximum;
  const households = visits.length;
  const value =
    mode === 'meanOfCapped'
      ? divide(fromHundredths(reached), quotient(households, 1))
      : notBelowZero(
          subtract(maximum, divide(fromHundredths(lost), quotient(mode === 'capOfMean' ? households : 1, 1))),
        );
  return step({
    kind: 'averaging',
    subject: scope.section.id,
    value,
    data: { mode, households, maximum, reached: fromHundredths(reached), lost: fromHundredths(lost) },
    children: () => visits.map((visit) => householdStep(visit, rules, mode === 'meanOfCapped')),
  });
}

/** Hundredths lost at a household, before any floor. */
function lostAt(findings: readonly Finding[], rules: HouseholdRules): number {
  if (rules.oncePerRule && findings.length > 0) return lostOnce(findings, rules);
  let lost = 0;
  for (const finding of findings) lost += countedOf(finding, rules);
  return lost;
}

function lostOnce(findings: readonly Finding[], rules: HouseholdRules): number {
  const byRule = new Map<string, number>();
  for (const finding of findings) {
    const sum = (byRule.get(finding.indicator) ?? 0) + countedOf(finding, rules);
    byRule.set(finding.indicator, Math.min(sum, rules.points.get(finding.indicator) ?? 0));
  }
  let lost = 0;
  for (const own of byRule.values()) lost += own;
  return lost;
}

function countedOf(finding: Finding, rules: HouseholdRules): number {
  if (!rules.points.has(finding.indicator)) {
    throw new RangeError(`indicator ${finding.indicator} does not belong to this post`);
  }
  return rules.waived.has(finding.indicator) ? 0 : finding.hundredths;
}

/** A household's node: points reached, floored at 0 where the ruling says so. */
function householdStep(visit: Visit, rules: HouseholdRules, floored: boolean): Step {
  const lost = lostAt(visit.findings, rules);
  const reached = rules.maximum - lost;
  return step({
    kind: 'household',
    subject: visit.household || visit.licence,
    value: fromHundredths(floored ? Math.max(0, reached) : reached),
    data: {
      maximum: fromHundredths(rules.maximum),
      lost: fromHundredths(lost),
      floored: floored && reached < 0,
      licence: visit.licence,
      date: visit.date,
    },
    cells: [visit.cell],
    children: () => findingSteps(visit.findings, rules),
  });
}

function findingSteps(findings: readonly Finding[], rules: HouseholdRules): readonly Step[] {
  const taken = new Map<string, number>();
  return findings
    .filter((finding) => finding.hundredths > 0)
    .map((finding) => {
      const points = rules.points.get(finding.indicator) ?? 0;
      const before = taken.get(finding.indicator) ?? 0;
      const counted = countedOf(finding, rules);
      const own = rules.oncePerRule ? Math.min(counted, points - before) : counted;
      taken.set(finding.indicator, before + own);
      return step({
        kind: 'finding',
        subject: finding.indicator,
        value: fromHundredths(own),
        data: {
          points: fromHundredths(points),
          entered: fromHundredths(finding.hundredths),
          waived: rules.waived.has(finding.indicator),
          once: rules.oncePerRule && own < counted,
          note: finding.note,
        },
        cells: [finding.cell],
      });
    });
}

/** The rate of households without a finding under the indicator, where the scheme has one; what it takes once. */
function awarenessStep(indicator: PerFinding, scope: Scope): Step | null {
  if (!indicator.awareness) return null;
  const found = awareness(indicator, indicator.awareness, scope.context, scope);
  const key = indicator.awareness.ruling;
  const differs = (context: Context): boolean => {
    const other = householdSteps({ ...scope, context });
    return !sameValue(householdPoints(other), householdPoints(householdSteps(scope)));
  };
  const keys = found.mode === 'perPercent' ? [key, stepRulingKey(scope.context, indicator.id)] : [key];
  return step({
    kind: 'indicator',
    subject: indicator.id,
    value: found.lost,
    data: found.data,
    rulings: () => decisive(scope.context, keys, differs),
  });
}

function awareness(
  indicator: PerFinding,
  { threshold: limit, step: stepSize, ruling }: NonNullable<PerFinding['awareness']>,
  context: Context,
  { assessment: { visits } }: Scope,
) {
  let unaware = 0;
  for (const { findings } of visits) {
    if (findings.some((finding) => finding.indicator === indicator.id && finding.hundredths > 0))
      unaware += 1;
  }
  const households = visits.length;
  const exactRate = quotient(households - unaware, households);
  const rate = comparedRate(exactRate, 4, context);
  const threshold = exact(limit);
  const distance = notBelowZero(subtract(threshold, rate));
  const below = isPositive(distance);
  const mode = namedRuling(context, ruling, INDICATOR_RULINGS.awareness);
  const stepMode = stepModeOf(context, indicator.id);
  const size = exact(stepSize);
  const steps = stepsIn(distance, size, stepMode);
  const once = mode === 'perPercent' ? steps : mode === 'flat' && below ? ONE : ZERO;
  const waives = mode === 'onlyBelowThreshold' ? !below : mode !== 'perUnawareShop';
  const data = {
    awareness: mode,
    unaware,
    households,
    rate,
    threshold,
    distance,
    size,
    mode: stepMode,
    steps,
  };
  return {
    mode,
    lost: multiply(once, exact(indicator.points)),
    data: { ...data, points: indicator.points, waives },
  };
}
