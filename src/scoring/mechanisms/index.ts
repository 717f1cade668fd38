import type Fraction from 'fraction.js';
import type { AccidentIndicator, Indicator, PerFinding, Step } from '../../model';
import { decisive, indicatorsOf, type Context } from '../context';
import { notBelowZero, sameValue, sumKnown } from '../exact';
import { subtract } from '../rational';
import { step } from '../step';
import { accidentLoss } from './accident';
import { bandLoss } from './band';
import { countLoss, registerLoss, stateLoss } from './count';
import { withinItem } from './itemCap';
import { rateLoss } from './rate';
import { rulingKeys } from './rulingKeys';
import type { Outcome, Scope } from './scope';

export { dependentSections, isTotalKey } from './rulingKeys';

/** Indicators that are measured on a person as a whole, each by itself. */
type Independent = Exclude<Indicator, PerFinding | AccidentIndicator>;

interface Evaluated {
  readonly indicator: Independent | AccidentIndicator;
  readonly outcome: Outcome;
}

/** The context under which an indicator is evaluated. */
type ContextOf = (indicator: string) => Context;

/** What a section loses. */
export interface Loss {
  /** Points lost under all indicators of the section, `null` where not known. */
  readonly lost: Fraction | null;
  /** An accident takes the whole score. */
  readonly zeroesTotal: boolean;
}

/** What a section loses, by the outcomes that its tree shows. */
export function indicatorsLoss(scope: Scope): Loss {
  return lossOf(evaluate(scope));
}

/** One step for each indicator of the section, in the scheme's order; `value` is the points lost. */
export function indicatorSteps(scope: Scope): readonly Step[] {
  const evaluated = evaluate(scope);
  const standing = lossOf(evaluated);
  return evaluated.map((each) => stepOf(each, scope, standing));
}

function lossOf(evaluated: readonly Evaluated[]): Loss {
  return {
    lost: sumKnown(evaluated.map(({ outcome }) => outcome.lost)),
    zeroesTotal: evaluated.some(({ outcome }) => outcome.zeroesTotal === true),
  };
}

/** An accident takes what is left, so it comes after the others, whatever the order. */
function evaluate(scope: Scope, contextFor: ContextOf = () => scope.context): readonly Evaluated[] {
  const indicators = indicatorsOf(scope.context, scope.section, scope.assessment.assessee.post);
  const evaluated = new Map<string, Evaluated>();
  const accidents: AccidentIndicator[] = [];
  for (const indicator of indicators) {
    if (indicator.kind === 'zeroOnAccident') accidents.push(indicator);
    else if (indicator.kind !== 'perFinding') {
      const outcome = withinItem(
        indicator,
        outcomeOf(indicator, { ...scope, context: contextFor(indicator.id) }),
      );
      evaluated.set(indicator.id, { indicator, outcome });
    }
  }
  if (accidents.length === 0) return [...evaluated.values()];
  const lostBeside = sumKnown([...evaluated.values()].map(({ outcome }) => outcome.lost));
  const lostUnder = (id: string): Fraction | null => evaluated.get(id)?.outcome.lost ?? null;
  for (const indicator of accidents) {
    const own = { ...scope, context: contextFor(indicator.id) };
    evaluated.set(indicator.id, { indicator, outcome: accidentLoss(indicator, own, lostBeside, lostUnder) });
  }
  return indicators.flatMap(({ id }) => evaluated.get(id) ?? []);
}

/** The node of one indicator, marked where another reading of it alone would give the section other points. */
function stepOf({ indicator, outcome }: Evaluated, scope: Scope, standing: Loss): Step {
  const { data, cells, children } = outcome.detail();
  const differs = (other: Context): boolean => {
    const loss = lossOf(evaluate(scope, (id) => (id === indicator.id ? other : scope.context)));
    return (
      !sameValue(reached(scope, loss), reached(scope, standing)) || loss.zeroesTotal !== standing.zeroesTotal
    );
  };
  return step({
    kind: indicator.kind === 'zeroOnAccident' ? 'accident' : 'indicator',
    subject: indicator.id,
    value: outcome.lost,
    data,
    cells,
    children,
    rulings: () => decisive(scope.context, rulingKeys(indicator, scope.context), differs),
  });
}

function reached({ maximum }: Scope, { lost }: Loss): Fraction | null {
  return lost && notBelowZero(subtract(maximum, lost));
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
