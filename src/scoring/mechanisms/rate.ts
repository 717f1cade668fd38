import type Fraction from 'fraction.js';
import type { RateIndicator, Step } from '../../model';
import { stepModeOf, type Context } from '../context';
import { exact, notBelowZero, sumKnown } from '../exact';
import { isZero, multiply, subtract } from '../rational';
import { step as node, type StepData } from '../step';
import { comparedRate, rateOf, ratioOf } from './ratio';
import { Inputs, type Detail, type Outcome, type Scope } from './scope';
import { stepsIn } from './steps';

/** Points for each step that a rate lies below (or above) its threshold. */
export function rateLoss(indicator: RateIndicator, scope: Scope): Outcome {
  if (indicator.groups) return groupsLoss(indicator, scope);
  const inputs = new Inputs(scope.assessment.measures);
  const rate = rateOf(indicator.rate, inputs, scope.context);
  const threshold = indicator.thresholds?.[scope.assessment.assessee.post] ?? indicator.threshold;
  const { lost, data } = lossAgainst(indicator, rate, threshold, scope.context);
  return inputs.outcome(lost, { ...data, ...combination(indicator, scope.context) });
}

/** How a rate that has no parts of its own is combined from others. */
function combination({ rate: { combine } }: RateIndicator, context: Context): StepData {
  return combine ? { combine: context.rulings[combine.ruling] ?? null } : {};
}

interface Loss {
  readonly lost: Fraction | null;
  readonly data: StepData;
}

function lossAgainst(
  indicator: RateIndicator,
  exactRate: Fraction | null,
  limit: string,
  context: Context,
): Loss {
  const threshold = exact(limit);
  if (exactRate === null) return { lost: null, data: { threshold, rate: null } };
  const rate = comparedRate(exactRate, indicator.unit === 'permille' ? 5 : 4, context);
  const below = indicator.kind === 'rateBelow';
  const distance = notBelowZero(below ? subtract(threshold, rate) : subtract(rate, threshold));
  const size = stepSize(indicator, context);
  const mode = stepModeOf(context, indicator.id);
  const steps = stepsIn(distance, size, mode);
  const lost = multiply(steps, exact(indicator.points));
  return { lost, data: { rate, threshold, distance, size, mode, steps, points: indicator.points } };
}

function stepSize(indicator: RateIndicator, context: Context): Fraction {
  if (typeof indicator.step === 'string') return exact(indicator.step);
  const value = context.rulings[indicator.step.ruling];
  if (value === undefined) throw new RangeError(`ruling ${indicator.step.ruling} is not in force`);
  return exact(String(value));
}

function groupsLoss(indicator: RateIndicator, scope: Scope): Outcome {
  const groups: { readonly title: string; readonly outcome: Outcome }[] = [];
  for (const group of indicator.groups ?? []) {
    const inputs = new Inputs(scope.assessment.measures);
    if (isNoGroup(group.ratio, inputs)) continue;
    const rate = ratioOf(group.ratio, inputs);
    const { lost, data } = lossAgainst(indicator, rate, group.threshold, scope.context);
    groups.push({ title: group.title, outcome: inputs.outcome(lost, data) });
  }
  const detail = (): Detail => {
    const children = groups.map(({ title, outcome }) => groupStep(title, outcome));
    return { data: { groups: groups.length }, cells: children.flatMap(({ cells }) => cells), children };
  };
  return { lost: sumKnown(groups.map(({ outcome }) => outcome.lost)), detail };
}

function groupStep(title: string, { lost, detail }: Outcome): Step {
  const { data, cells } = detail();
  return node({ kind: 'group', subject: title, value: lost, data, cells });
}

/** A pair that is blank, or 0 of 0, is no group of shops. */
function isNoGroup(source: RateIndicator['rate']['ratio'] & object, inputs: Inputs): boolean {
  const upper = source.numerator ?? source.subtract;
  const fields = upper === undefined ? [source.denominator] : [upper, source.denominator];
  if (fields.every((field) => !inputs.has(field))) return true;
  return fields.every((field) => {
    const figure = inputs.number(field);
    return figure !== null && isZero(figure);
  });
}
