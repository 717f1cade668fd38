import type Fraction from 'fraction.js';
import { gradeOf, type Rulings, type Step } from '../model';
import { decisive, engineRuling, type Context } from './context';
import { ZERO, exact, notBelowZero, sameValue } from './exact';
import { stepsIn } from './mechanisms/steps';
import { compare, denominator, numerator, subtract } from './rational';
import { step } from './step';

const DEFAULT_LINE = 85;

/** The line that a score must reach, in points of 100. */
export function qualifyingLine(rulings: Rulings): Fraction {
  const value = rulings.qualifyingLine;
  return exact(typeof value === 'number' || typeof value === 'string' ? value : DEFAULT_LINE);
}

/**
 * The line in hundredths of a point; `NaN` where it is no whole number of them, or where the regulation deducts nothing below
 * it either.
 */
export function wholeLine({ scheme, rulings }: Context): number {
  if (scheme.passLine.deducts === false) return NaN;
  const line = qualifyingLine(rulings);
  const hundredths = (numerator(line) * 100) / denominator(line);
  return Number.isInteger(hundredths) ? hundredths : NaN;
}

/** Whether a published score reaches the line; `null` where there is none. */
export function qualifies(context: Context, score: Fraction | null): boolean | null {
  return score === null ? null : compare(score, qualifyingLine(context.rulings)) >= 0;
}

/** Points to be deducted for what a published score falls short of the line; none where the regulation deducts none. */
function shortfall(context: Context, score: Fraction): Fraction | null {
  if (context.scheme.passLine.deducts === false) return null;
  const line = qualifyingLine(context.rulings);
  if (compare(score, line) >= 0) return ZERO;
  const short = subtract(line, score);
  return stepsIn(short, exact(1), engineRuling(context, 'shortfallDeduction'));
}

/** The head's deduction for the department's published mean, in points; `null` where there is none. */
export function headDeduction(context: Context, score: Fraction | null): Fraction | null {
  return score && shortfall(context, score);
}

/** How it came about. */
export function headStep(context: Context, score: Fraction | null): Step {
  return passLineStep(context, score, headDeduction(context, score), {});
}

/** A person's deduction in one post; `department` is the published mean of their department. */
export function personStep(context: Context, score: Fraction | null, department: Fraction | null): Step {
  const value = personDeduction(context, score, department);
  const condition = engineRuling(context, 'individualDeduction');
  const differs = (other: Context): boolean => !sameValue(personDeduction(other, score, department), value);
  return passLineStep(context, score, value, { condition, department }, () =>
    decisive(context, ['individualDeduction'], differs),
  );
}

/** Points that a person's score costs; `null` where it is not known whether it does. */
export function personDeduction(
  context: Context,
  score: Fraction | null,
  department: Fraction | null,
): Fraction | null {
  if (score === null) return null;
  if (engineRuling(context, 'individualDeduction') === 'always') return shortfall(context, score);
  if (department === null) return null;
  return qualifies(context, department) ? ZERO : shortfall(context, score);
}

function passLineStep(
  context: Context,
  score: Fraction | null,
  value: Fraction | null,
  more: Step['data'],
  rulings: () => readonly string[] = () => [],
): Step {
  const line = qualifyingLine(context.rulings);
  const short = score && notBelowZero(subtract(line, score));
  const mode = engineRuling(context, 'shortfallDeduction');
  return step({
    kind: 'passLine',
    subject: 'passLine',
    value,
    data: {
      score,
      line,
      short,
      mode,
      ...(context.scheme.passLine.deducts === false ? { deducts: false } : {}),
      ...(context.scheme.bands ? { grade: gradeOf(context.scheme, score) } : {}),
      ...more,
    },
    rulings,
  });
}
