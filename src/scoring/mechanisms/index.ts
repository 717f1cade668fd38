import type Fraction from 'fraction.js';
import type { AccidentIndicator, Indicator, PerFinding, Step } from '../../model';
import { decisive, indicatorsOf, type Context } from '../context';
import { sameValue, sumKnown } from '../exact';
import { step } from '../step';
import { accidentLoss, type LostElsewhere } from './accident';
import { bandLoss } from './band';
import { countLoss, registerLoss, stateLoss } from './count';
import { rateLoss } from './rate';
import { rulingKeys } from './rulingKeys';
import type { Outcome, Scope } from './scope';

export { dependentSections } from './rulingKeys';

/** Indicators that are measured on a person as a whole, each by itself. */
type Independent = Exclude<Indicator, PerFinding | AccidentIndicator>;

/** One step for each indicator of the section, in the scheme's order; `value` is the points lost. */
export function indicatorSteps(scope: Scope): readonly Step[] {
  const indicators = indicatorsOf(scope.context, scope.section, scope.assessment.assessee.post);
  const steps = new Map<string, Step>();
  for (const indicator of indicators) {
    if (isIndependent(indicator)) steps.set(indicator.id, independentStep(indicator, scope));
  }
  const lostBeside = sumKnown([...steps.values()].map(({ value }) => value));
  const lostUnder: LostElsewhere = (id) => steps.get(id)?.value ?? null;
  for (const indicator of indicators) {
    if (indicator.kind !== 'zeroOnAccident') continue;
    steps.set(indicator.id, accidentStep(indicator, scope, lostBeside, lostUnder));
  }
  return indicators.flatMap(({ id }) => steps.get(id) ?? []);
}

function isIndependent(indicator: Indicator): indicator is Independent {
  return indicator.kind !== 'perFinding' && indicator.kind !== 'zeroOnAccident';
}

function independentStep(indicator: Independent, scope: Scope): Step {
  const outcome = outcomeOf(indicator, scope);
  const changed = (context: Context): boolean =>
    !sameValue(outcomeOf(indicator, { ...scope, context }).lost, outcome.lost);
  return stepOf(indicator, 'indicator', outcome, () =>
    decisive(scope.context, rulingKeys(indicator, scope.context), changed),
  );
}

function accidentStep(
  indicator: AccidentIndicator,
  scope: Scope,
  lostBeside: Fraction | null,
  lostUnder: LostElsewhere,
): Step {
  const outcome = accidentLoss(indicator, scope, lostBeside, lostUnder);
  const changed = (context: Context): boolean => {
    const other = accidentLoss(indicator, { ...scope, context }, lostBeside, lostUnder);
    return !sameValue(other.lost, outcome.lost) || other.data.zeroesTotal !== outcome.data.zeroesTotal;
  };
  const keys = rulingKeys(indicator, scope.context);
  return stepOf(indicator, 'accident', outcome, () => decisive(scope.context, keys, changed));
}

function stepOf(
  indicator: Indicator,
  kind: 'indicator' | 'accident',
  outcome: Outcome,
  rulings: () => readonly string[],
): Step {
  const { lost, data, cells, children } = outcome;
  return step({
    kind,
    subject: indicator.id,
    value: lost,
    data,
    cells,
    rulings,
    ...(children ? { children } : {}),
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
