import fc from 'fast-check';
import Fraction from 'fraction.js';
import type { Step } from '../../src/model';
import { schemeById } from '../../src/schemes';
import { resolveRulings, scoreBook } from '../../src/scoring';
import { person, settings } from './arbitrary';

const scheme = schemeById('yinchuan-2008')!;
const ZERO = new Fraction(0);
const NUMBERED = new Set(scheme.rulings.flatMap((each) => (each.needsConfirmation ? [each.key] : [])));

const notBelowZero = (value: Fraction): Fraction => (value.compare(0) < 0 ? ZERO : value);
const sumOf = (steps: readonly Step[]): Fraction => steps.reduce((sum, { value }) => sum.add(value!), ZERO);
const figure = (step: Step, key: string): Fraction => step.data[key] as Fraction;

/** What the children of a node come to; `null` for nodes that have none to add up. */
function fromChildren(step: Step): Fraction | null {
  const { children } = step;
  if (step.kind === 'section' && step.data.state === 'scored') return sectionValue(step);
  if (step.kind === 'averaging') return averageOf(step);
  if (step.kind === 'household') {
    const reached = figure(step, 'maximum').sub(sumOf(children));
    return step.data.floored === true ? notBelowZero(reached) : reached;
  }
  if (step.kind === 'indicator' && children.length > 0) return sumOf(children);
  return null;
}

function sectionValue(step: Step): Fraction {
  const [first, ...rest] = step.children;
  if (first?.kind === 'averaging') return notBelowZero(first.value!.sub(sumOf(rest)));
  return notBelowZero(figure(step, 'maximum').sub(sumOf(step.children)));
}

function averageOf(step: Step): Fraction {
  const maximum = figure(step, 'maximum');
  const reached = sumOf(step.children);
  const count = step.children.length;
  if (step.data.mode !== 'cumulative') return notBelowZero(reached.div(count));
  return notBelowZero(maximum.sub(maximum.mul(count).sub(reached)));
}

function walk(step: Step): void {
  const wanted = fromChildren(step);
  if (wanted !== null) expect(step.value!.toFraction()).toBe(wanted.toFraction());
  for (const key of step.rulings) expect(NUMBERED.has(key)).toBe(true);
  step.children.forEach(walk);
}

test('every node follows from its children, under any rulings', () => {
  fc.assert(
    fc.property(person(scheme), settings(scheme), (one, setting) => {
      const { persons, departments } = scoreBook(scheme, resolveRulings(scheme, setting), [one], new Set());
      walk(persons[0]!.step);
      walk(departments[0]!.step);
      expect(persons[0]!.step.value).toBe(persons[0]!.score);
    }),
  );
});
