import type Fraction from 'fraction.js';
import type { AccidentIndicator, Indicator, PerFinding, Step } from '../../model';
import { decisive, indicatorsOf, type Context } from '../context';
import { sameValue, sumKnown } from '../exact';
import { step } from '../step';
import { accidentLoss } from './accident';
import { bandLoss } from './band';
import { countLoss, registerLoss, stateLoss } from './count';
import { withinItem } from './itemCap';
import { rateLoss } from './rate';
import { rulingKeys } from './rulingKeys';
import type { Outcome, Scope } from './scope';

export { dependentSections } from './rulingKeys';

/** Indicators that are measured on a person as a whole, each by itself. */
type Independent = Exclude<Indicator, PerFinding | AccidentIndicator>;

/** What one indicator takes, and what it would take under other rulings. */
interface Evaluated {
  readonly indicator: Independent | AccidentIndicator;
  readonly outcome: Outcome;
  readonly under: (context: Context) => Outcome;
}

/** Points lost under all indicators of the section, `null` where not known; and whether the whole score is. */
export function indicatorsLoss(scope: Scope): {
  readonly lost: Fraction | null;
  readonly zeroesTotal: boolean;
} {
  const outcomes = evaluate(scope).map(({ outcome }) => outcome);
  return {
    lost: sumKnown(outcomes.map(({ lost }) => lost)),
    zeroesTotal: outcomes.some((outcome) => outcome.zeroesTotal === true),
  };
}

/** One step for each indicator of the section, in the scheme's order; `value` is the points lost. */
export function indicatorSteps(scope: Scope): readonly Step[] {
  return evaluate(scope).map((evaluated) => stepOf(evaluated, scope.context));
}

/** An accident takes what is left, so it comes after the others, whatever the order. */
function evaluate(scope: Scope): readonly Evaluated[] {
  const indicators = indicatorsOf(scope.context, scope.section, scope.assessment.assessee.post);
  const evaluated = new Map<string, Evaluated>();
  const accidents: AccidentIndicator[] = [];
  for (const indicator of indicators) {
    if (indicator.kind === 'zeroOnAccident') accidents.push(indicator);
    else if (indicator.kind !== 'perFinding') evaluated.set(indicator.id, evaluateOne(indicator, scope));
  }
  if (accidents.length === 0) return [...evaluated.values()];
  const lostBeside = sumKnown([...evaluated.values()].map(({ outcome }) => outcome.lost));
  const lostUnder = (id: string): Fraction | null => evaluated.get(id)?.outcome.lost ?? null;
  for (const indicator of accidents) {
    const under = (context: Context): Outcome =>
      accidentLoss(indicator, { ...scope, context }, lostBeside, lostUnder);
    evaluated.set(indicator.id, { indicator, outcome: under(scope.context), under });
  }
  return indicators.flatMap(({ id }) => evaluated.get(id) ?? []);
}

function evaluateOne(indicator: Independent, scope: Scope): Evaluated {
  const under = (context: Context): Outcome =>
    withinItem(indicator, outcomeOf(indicator, { ...scope, context }));
  return { indicator, outcome: under(scope.context), under };
}

function stepOf({ indicator, outcome, under }: Evaluated, context: Context): Step {
  const { data, cells, children } = outcome.detail();
  const differs = (other: Context): boolean => {
    const { lost, zeroesTotal } = under(other);
    return !sameValue(lost, outcome.lost) || zeroesTotal !== outcome.zeroesTotal;
  };
  return step({
    kind: indicator.kind === 'zeroOnAccident' ? 'accident' : 'indicator',
    subject: indicator.id,
    value: outcome.lost,
    data,
    cells,
    children,
    rulings: () => decisive(context, rulingKeys(indicator, context), differs),
  });
}

function outcomeOf(indicator: Independent, scope: Scope): Outcome {
  switch (indicator.kind) {
    case 'perCount':
      return countLoss(indicator, scope);
    case 'rateBelow':
    case 'rateAbove':
      return rateLoss(indicator, scope);
    case 'band':
      return bandLoss(indicator, scope);
    case 'notDone':
      return stateLoss(indicator, scope);
    case 'registerCount':
      return registerLoss(indicator, scope);
  }
}
