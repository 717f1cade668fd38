import type { Finding, PerFinding, Step, Visit } from '../../model';
import { decisive, stepRulingKey, type Context } from '../context';
import { fromHundredths, sameValue } from '../exact';
import type { Scope } from '../mechanisms/scope';
import { step } from '../step';
import type { Awareness } from './awareness';
import { householdScore, type Averaged } from './points';
import { countedOf, lostAt, type HouseholdRules } from './rules';

/** What the score over the households is made of: their average, then each rate over all of them. */
export function householdSteps(scope: Scope): readonly Step[] {
  const { averaged, rates, rules } = householdScore(scope);
  return [averagingStep(scope, averaged, rules), ...rates.map((rate) => awarenessStep(scope, rate))];
}

function averagingStep(scope: Scope, averaged: Averaged, rules: HouseholdRules): Step {
  const { mode, reached, lost, taken, value, itemsLimited } = averaged;
  const { visits } = scope.assessment;
  return step({
    kind: 'averaging',
    subject: scope.section.id,
    value,
    data: {
      mode,
      households: visits.length,
      maximum: scope.maximum,
      reached: fromHundredths(reached),
      lost: fromHundredths(lost),
      taken,
      ...(itemsLimited ? { itemsLimited } : {}),
    },
    children: () => Array.from(visits, (visit) => householdStep(visit, rules, mode === 'meanOfCapped')),
  });
}

/** A household's node: points reached, floored at 0 where each household has its own floor. */
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
    .filter(({ hundredths }) => hundredths > 0)
    .map((finding) => {
      const before = taken.get(finding.indicator) ?? 0;
      const points = rules.points.get(finding.indicator) ?? 0;
      const counted = countedOf(finding, rules);
      const once = rules.once.get(finding.indicator) ?? Infinity;
      const cap = rules.caps.get(finding.indicator) ?? Infinity;
      const own = Math.max(0, Math.min(counted, once - before, cap - before));
      taken.set(finding.indicator, before + own);
      const limited = own < counted && cap <= once;
      return findingStep(finding, points, own, rules.waived.has(finding.indicator), limited);
    });
}

function findingStep(
  finding: Finding,
  points: number,
  lost: number,
  waived: boolean,
  limited: boolean,
): Step {
  return step({
    kind: 'finding',
    subject: finding.indicator,
    value: fromHundredths(lost),
    data: {
      points: fromHundredths(points),
      entered: fromHundredths(finding.hundredths),
      waived,
      once: !waived && !limited && lost < finding.hundredths,
      // The item's own points are used up (R3).
      ...(limited ? { itemUsedUp: true } : {}),
      note: finding.note,
    },
    cells: [finding.cell],
  });
}

/** The node of a rate over all households; marked where another reading would give another section score. */
function awarenessStep(scope: Scope, { indicator, lost, data }: Awareness): Step {
  const differs = (context: Context): boolean =>
    !sameValue(householdScore({ ...scope, context }).points, householdScore(scope).points);
  const definition = scope.context.indicators.get(indicator) as PerFinding;
  const named = definition.awareness ? [definition.awareness.ruling] : [];
  const keys = [...named, stepRulingKey(scope.context, indicator)];
  return step({
    kind: 'indicator',
    subject: indicator,
    value: lost,
    data,
    rulings: () => decisive(scope.context, keys, differs),
  });
}
