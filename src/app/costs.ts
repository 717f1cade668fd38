import type Fraction from 'fraction.js';
import type { CellRef, PersonScore, SectionScore, Step } from '../model';
import { add, compare, divide, isPositive, isZero, multiply, ONE, subtract, ZERO } from '../scoring/rational';

/** What one rule has cost, over the persons looked at. */
export interface RuleCost {
  /** Indicator id. */
  readonly rule: string;
  /** Points of the raw totals. The costs of a section add up to what the section has lost. */
  readonly points: Fraction;
  /** Findings, and figures that cost points. */
  readonly places: number;
  readonly persons: number;
  /** Cells of those places, in the order of the sheets' rows within each person. */
  readonly cells: readonly CellRef[];
}

interface Sum {
  points: Fraction;
  places: number;
  readonly persons: Set<PersonScore>;
  readonly cells: CellRef[];
}

type Take = (step: Step, points: Fraction) => void;

/**
 * The rules that cost points, dearest first, read off the scores' own trees. Where a floor or a mean made less of
 * what was lost below it, each rule bears its share. Sections that are missing or not known cost nothing.
 */
export function ruleCosts(persons: readonly PersonScore[]): readonly RuleCost[] {
  const sums = new Map<string, Sum>();
  for (const person of persons) {
    const take: Take = (step, points) => {
      if (!isPositive(points)) return;
      const rule = step.subject;
      const places = placesOf(step);
      const sum = sums.get(rule) ?? { points: ZERO, places: 0, persons: new Set(), cells: [] };
      sum.points = add(sum.points, points);
      sum.places += places.length;
      sum.persons.add(person);
      sum.cells.push(...places.flatMap(({ cells }) => cells));
      sums.set(rule, sum);
    };
    person.sections.forEach((section) => takeSection(section, take));
    takeAll(person, take);
  }
  return [...sums]
    .map(([rule, sum]) => ({ rule, ...sum, persons: sum.persons.size }))
    .sort((one, other) => compare(other.points, one.points) || one.rule.localeCompare(other.rule));
}

function takeSection({ step, state }: SectionScore, take: Take): void {
  if (state === 'scored') takeBelow(step, ONE, take);
}

/** `share` is what counts of the points that the step by itself has lost. */
function takeBelow(step: Step, share: Fraction, take: Take): void {
  if (step.kind === 'finding' || step.kind === 'indicator' || step.kind === 'accident') {
    take(step, multiply(lostAt(step), share));
    return;
  }
  const lost = lostAt(step);
  if (isZero(lost)) return;
  const below = step.children.reduce((sum, child) => add(sum, lostAt(child)), ZERO);
  if (isZero(below)) return;
  const own = divide(multiply(lost, share), below);
  for (const child of step.children) takeBelow(child, own, take);
}

/** Where a rule's points were lost: its groups or entries that took some, else the step itself. */
function placesOf(step: Step): readonly Step[] {
  const taking = step.children.filter(({ value }) => value !== null && isPositive(value));
  return taking.length > 0 ? taking : [step];
}

/** Points that a step has lost: it says what it reached, or what it took. */
function lostAt({ kind, value, data }: Step): Fraction {
  if (value === null) return ZERO;
  if (kind !== 'section' && kind !== 'averaging' && kind !== 'household') return value;
  const { maximum } = data;
  return maximum !== null && typeof maximum === 'object' ? subtract(maximum, value) : ZERO;
}

/** An accident that takes the whole score: it has cost all that was reached. */
function takeAll(person: PersonScore, take: Take): void {
  const score = person.step.children.find((step) => step.kind === 'normalized');
  if (score?.data.zeroed !== true) return;
  const reached = score.children.find((step) => step.kind === 'rawTotal')?.data.exact;
  if (reached === null || typeof reached !== 'object') return;
  const accident = person.sections
    .flatMap(({ step }) => step.children)
    .find(({ kind, data }) => kind === 'accident' && data.counts === true && data.scope === 'total');
  if (accident) take(accident, reached);
}
