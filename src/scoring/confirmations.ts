import type Fraction from 'fraction.js';
import type { Assessee, Assessment, RulingDefinition, Rulings, Scheme } from '../model';
import { bookOf } from './book';
import { contextOf, under, type Context } from './context';
import { sameValue } from './exact';
import { dependentSections } from './mechanisms';
import { scoreSectionOf, type SectionResult } from './sections';
import { scoreFrom, totalsOf, type PersonTotals } from './totals';

/** A question that the owner still has to decide, and whom its answer touches. */
export interface Confirmation {
  /** `R18`; a question may have more than one key. */
  readonly ruling: string;
  readonly keys: readonly string[];
  readonly titles: readonly string[];
  readonly clause: string;
  /** Persons, not posts, who would get another published figure under at least one alternative. */
  readonly persons: number;
  /** The same, by post, in the order of the assessments. */
  readonly who: readonly Assessee[];
}

/** What all alternatives are compared with. */
interface Standing {
  readonly context: Context;
  readonly totals: readonly PersonTotals[];
  readonly withheld: ReadonlySet<string>;
}

/**
 * For each ruling that is marked as to be confirmed: who would get another published score under any of its
 * alternatives (another deduction, where the ruling is about deductions). Rulings that touch nobody are left out.
 */
export function confirmations(
  scheme: Scheme,
  rulings: Rulings,
  assessments: readonly Assessment[],
  withheld: ReadonlySet<string>,
): readonly Confirmation[] {
  const context = contextOf(scheme, rulings);
  const totals = assessments.map((assessment) => totalsOf(context, assessment));
  const standing = { context, totals, withheld };
  const touched = new Map<string, Set<number>>();
  for (const definition of scheme.rulings) {
    if (!definition.needsConfirmation) continue;
    let indices = touched.get(definition.number);
    if (!indices) touched.set(definition.number, (indices = new Set<number>()));
    for (const other of alternatives(context, definition))
      collectChanged(standing, definition.key, other, indices);
  }
  return [...touched].flatMap(([number, indices]) => confirmationOf(standing, number, indices) ?? []);
}

/** The context under each other value of a ruling, and of the settings of it for single indicators. */
function alternatives(context: Context, definition: RulingDefinition): readonly Context[] {
  const keys = Object.keys(context.rulings).filter((key) => key.split('.')[0] === definition.key);
  const values = (definition.values ?? []).map(({ value }) => value);
  return keys.flatMap((key) =>
    values.filter((value) => value !== context.rulings[key]).map((value) => under(context, key, value)),
  );
}

/** Adds the indices of those whose figure differs under the other context. */
function collectChanged(standing: Standing, key: string, other: Context, into: Set<number>): void {
  if (key === 'individualDeduction') {
    const figures = deductions(other, standing);
    const now = deductions(standing.context, standing);
    figures.forEach((figure, index) => {
      if (!sameValue(figure, now[index] ?? null)) into.add(index);
    });
    return;
  }
  standing.totals.forEach((totals, index) => {
    if (totals.score !== null && !into.has(index) && isChanged(totals, key, other)) into.add(index);
  });
}

function deductions(context: Context, { totals, withheld }: Standing): readonly (Fraction | null)[] {
  return bookOf(context, totals, withheld).persons.map(({ deduction }) => deduction);
}

/** Only sections that hang on the ruling are scored again. */
function isChanged(totals: PersonTotals, key: string, other: Context): boolean {
  const { assessment } = totals;
  const dependent = dependentSections(other, key, assessment.assessee.post);
  const results = totals.results.map((result): SectionResult => {
    if (dependent !== 'all' && !dependent.has(result.score.section)) return result;
    const section = other.scheme.sections.find(({ id }) => id === result.score.section);
    return section ? scoreSectionOf(other, assessment, section) : result;
  });
  return !sameValue(scoreFrom(other, assessment, results), totals.score);
}

function confirmationOf(
  { context, totals }: Standing,
  number: string,
  indices: ReadonlySet<number>,
): Confirmation | null {
  if (indices.size === 0) return null;
  const who = [...indices].sort((a, b) => a - b).map((index) => totals[index]!.assessment.assessee);
  const definitions = context.scheme.rulings.filter(
    (ruling) => ruling.number === number && ruling.needsConfirmation,
  );
  return {
    ruling: number,
    keys: definitions.map(({ key }) => key),
    titles: definitions.map(({ title }) => title),
    clause: definitions[0]?.clause ?? '',
    persons: new Set(who.map(({ department, name }) => JSON.stringify([department, name]))).size,
    who,
  };
}
