import type { Assessee, RulingDefinition, ScoreBook } from '../model';
import { madeFrom } from './book';
import { under, type Context } from './context';
import { sameValue } from './exact';
import { dependentSections, isTotalKey } from './mechanisms';
import { personDeduction } from './passLine';
import { scoreSectionOf, type SectionResult } from './sections';
import { scoreFrom, type PersonTotals } from './totals';

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
  readonly book: ScoreBook;
}

/**
 * For each ruling that is marked as to be confirmed: who would get another published score under any of its
 * alternatives (another deduction, where the ruling is about deductions). Rulings that touch nobody are left out.
 * `book` must be one that `scoreBook` has made.
 */
export function confirmations(book: ScoreBook): readonly Confirmation[] {
  const { context, totals } = madeFrom(book);
  const { scheme } = context;
  const standing = { context, totals, book };
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
  if (key === 'individualDeduction') return collectOtherDeductions(standing, other, into);
  const dependent = new Map<string, ReadonlySet<string> | 'all'>();
  standing.totals.forEach((totals, index) => {
    if (totals.score === null || into.has(index)) return;
    const { post } = totals.assessment.assessee;
    let sections = dependent.get(post);
    if (!sections) dependent.set(post, (sections = dependentSections(other, key, post)));
    const always = sections === 'all' || isTotalKey(key);
    if (isChanged(totals, sections, always, other)) into.add(index);
  });
}

/** Scores and means stay as they are: only what follows from them differs. */
function collectOtherDeductions({ totals, book }: Standing, other: Context, into: Set<number>): void {
  const means = new Map(book.departments.map(({ name, score }) => [name, score] as const));
  totals.forEach(({ score, assessment }, index) => {
    const figure = personDeduction(other, score, means.get(assessment.assessee.department) ?? null);
    if (!sameValue(figure, book.persons[index]!.deduction)) into.add(index);
  });
}

/** Only sections that hang on the ruling are scored again, and the total only where one of them differs. */
function isChanged(
  totals: PersonTotals,
  dependent: ReadonlySet<string> | 'all',
  always: boolean,
  other: Context,
): boolean {
  if (dependent !== 'all' && dependent.size === 0 && !always) return false;
  const { assessment } = totals;
  let differs = always;
  const results = totals.results.map((result): SectionResult => {
    if (dependent !== 'all' && !dependent.has(result.score.section)) return result;
    const section = other.scheme.sections.find(({ id }) => id === result.score.section);
    if (!section) return result;
    const again = scoreSectionOf(other, assessment, section);
    if (!isSameResult(again, result)) differs = true;
    return again;
  });
  return differs && !sameValue(scoreFrom(other, assessment, results), totals.score);
}

function isSameResult(one: SectionResult, other: SectionResult): boolean {
  return (
    sameValue(one.score.points, other.score.points) &&
    one.score.state === other.score.state &&
    one.zeroesTotal === other.zeroesTotal &&
    one.leavesUnscored === other.leavesUnscored
  );
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
