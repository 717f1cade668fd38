import type Fraction from 'fraction.js';
import type { RateIndicator, Step } from '../../model';
import { stepModeOf, type Context } from '../context';
import { exact, notBelowZero, sumKnown } from '../exact';
import { isZero, multiply, subtract } from '../rational';
import { step as node, type StepData } from '../step';
import { comparedRate, rateOf, ratioOf } from './ratio';
import { Inputs, type Outcome, type Scope } from './scope';
import { stepsIn } from './steps';

/** Points for each step that a rate lies below (or above) its threshold. */
export function rateLoss(indicator: RateIndicator, scope: Scope): Outcome {
  if (indicator.groups) return groupsLoss(indicator, scope);
  const inputs = new Inputs(scope.assessment.measures);
  const rate = rateOf(indicator.rate, inputs, scope.context);
  const threshold = indicator.thresholds?.[scope.assessment.assessee.post] ?? indicator.threshold;
  const { lost, data } = lossAgainst(indicator, rate, threshold, scope.context);
  return inputs.outcome(lost, data);
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
  const children: Step[] = [];
  const inputs = new Inputs(scope.assessment.measures);
  for (const group of indicator.groups ?? []) {
    const own = new Inputs(scope.assessment.measures);
    if (isNoGroup(group.ratio, own)) continue;
    const rate = ratioOf(group.ratio, own);
    const { lost, data } = lossAgainst(indicator, rate, group.threshold, scope.context);
    const found = own.outcome(lost, data);
    children.push(
      node({ kind: 'group', subject: group.title, value: lost, data: found.data, cells: found.cells }),
    );
  }
  const lost = sumKnown(children.map((child) => child.value));
  const cells = children.flatMap((child) => child.cells);
  return { ...inputs.outcome(lost, { groups: children.length }, children), cells };
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
