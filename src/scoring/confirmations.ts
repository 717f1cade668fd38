import type { Assessee, RulingDefinition, ScoreBook } from '../model';
import { madeFrom } from './madeFrom';
import { under, type Context } from './context';
import { sameValue } from './exact';
import type { Members } from './departments';
import { dependentSections, isTotalKey } from './mechanisms';
import { personDeduction } from './passLine';
import { plansFor, type SectionPlan } from './plan';
import { isSurelySame, scoreSection, type SectionResult } from './sections';
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
  readonly members: Members;
  readonly book: ScoreBook;
}

/** Ruling number → whom it touches, by their place in the book. */
export type Touched = ReadonlyMap<string, ReadonlySet<number>>;

/**
 * For each ruling that is marked as to be confirmed: who would get another published score under any of its
 * alternatives (another deduction, where the ruling is about deductions). `book` must be one that `scoreBook` has made.
 */
export function touchedBy(book: ScoreBook): Touched {
  const touched = new Map<string, Set<number>>();
  const standing = { ...madeFrom(book), book };
  const all = [...standing.totals.keys()];
  for (const definition of standing.context.scheme.rulings) {
    if (!definition.needsConfirmation) continue;
    let indices = touched.get(definition.number);
    if (!indices) touched.set(definition.number, (indices = new Set<number>()));
    collect(standing, definition, all, indices);
  }
  return touched;
}

/**
 * The same after some persons have been scored again (`changed`); `departments` are those whose mean was worked out
 * again, on which the deductions of all their members may hang.
 */
export function touchedAfter(
  before: Touched,
  book: ScoreBook,
  changed: Iterable<number>,
  departments: ReadonlySet<string>,
): Touched {
  const standing = { ...madeFrom(book), book };
  const own = [...changed];
  const members = [...departments].flatMap((name) => [...standing.members.get(name)!.values()].flat());
  const { rulings } = standing.context.scheme;
  return new Map(
    [...before].map(([number, indices]) => {
      const definitions = rulings.filter((each) => each.number === number && each.needsConfirmation);
      const again = definitions.some(({ key }) => key === DEDUCTION) ? members : own;
      const now = new Set<number>();
      for (const definition of definitions) collect(standing, definition, again, now);
      if (again.every((index) => now.has(index) === indices.has(index))) return [number, indices] as const;
      const gone = new Set(again.filter((index) => !now.has(index)));
      return [number, new Set([...indices, ...now].filter((index) => !gone.has(index)))] as const;
    }),
  );
}

/** Key of the ruling that touches deductions alone. */
const DEDUCTION = 'individualDeduction';

/** What is to be confirmed, of what `touchedBy` has found. Rulings that touch nobody are left out. */
export function confirmations(book: ScoreBook, touched: Touched = touchedBy(book)): readonly Confirmation[] {
  const standing = { ...madeFrom(book), book };
  return [...touched].flatMap(([number, indices]) => confirmationOf(standing, number, indices) ?? []);
}

/** Adds those among `indices` whom an alternative of a ruling touches. */
function collect(
  standing: Standing,
  definition: RulingDefinition,
  indices: readonly number[],
  into: Set<number>,
): void {
  for (const other of alternatives(standing.context, definition))
    collectChanged(standing, definition.key, other, indices, into);
}

const known = new WeakMap<Context, Map<RulingDefinition, readonly Context[]>>();

/** The context under each other value of a ruling; made once, as edit after edit asks for them. */
function alternatives(context: Context, definition: RulingDefinition): readonly Context[] {
  let own = known.get(context);
  if (!own) known.set(context, (own = new Map<RulingDefinition, readonly Context[]>()));
  let others = own.get(definition);
  if (!others) own.set(definition, (others = alternativesOf(context, definition)));
  return others;
}

/** The context under each other value of a ruling, and of the settings of it for single indicators. */
function alternativesOf(context: Context, definition: RulingDefinition): readonly Context[] {
  const keys = Object.keys(context.rulings).filter((key) => key.split('.')[0] === definition.key);
  const values = (definition.values ?? []).map(({ value }) => value);
  return keys.flatMap((key) =>
    values.filter((value) => value !== context.rulings[key]).map((value) => under(context, key, value)),
  );
}

/** Adds those among `indices` whose figure differs under the other context. */
function collectChanged(
  standing: Standing,
  key: string,
  other: Context,
  indices: readonly number[],
  into: Set<number>,
): void {
  if (key === DEDUCTION) return collectOtherDeductions(standing, other, indices, into);
  const dependents = new Map<string, Dependent>();
  for (const index of indices) {
    const totals = standing.totals[index]!;
    if (totals.score === null || into.has(index)) continue;
    const { post } = totals.assessment.assessee;
    let dependent = dependents.get(post);
    if (!dependent) dependents.set(post, (dependent = dependentOf(other, key, totals)));
    if (!dependent.isAnything) continue;
    if (isChanged(totals, dependent, other)) into.add(index);
  }
}

/** What hangs on a ruling for all persons of a post. */
interface Dependent {
  /** In the order of a person's sections: those to be scored again; `null` for the others. */
  readonly sections: readonly (SectionPlan | null)[];
  /** The total is to be worked out again, whatever becomes of the sections. */
  readonly total: boolean;
  readonly isAnything: boolean;
}

function dependentOf(other: Context, key: string, { assessment, sections: own }: PersonTotals): Dependent {
  const hanging = dependentSections(other, key, assessment.assessee.post);
  const plans = plansFor(other, assessment);
  const sections = own.map(({ section }, at) =>
    hanging === 'all' || hanging.has(section) ? plans[at]! : null,
  );
  const total = hanging === 'all' || isTotalKey(key);
  return { sections, total, isAnything: total || sections.some((each) => each !== null) };
}

/** Scores and means stay as they are: only what follows from them differs. */
function collectOtherDeductions(
  { totals, book }: Standing,
  other: Context,
  indices: readonly number[],
  into: Set<number>,
): void {
  const means = new Map(book.departments.map(({ name, score }) => [name, score] as const));
  for (const index of indices) {
    if (into.has(index)) continue;
    const { score, assessment } = totals[index]!;
    const figure = personDeduction(other, score, means.get(assessment.assessee.department) ?? null);
    if (!sameValue(figure, book.persons[index]!.deduction)) into.add(index);
  }
}

/** Only sections that hang on the ruling are scored again, and the total only where one of them differs. */
function isChanged(totals: PersonTotals, { sections, total }: Dependent, other: Context): boolean {
  const { assessment, sections: own } = totals;
  let results: SectionResult[] | null = null;
  for (let at = 0; at < sections.length; at++) {
    const plan = sections[at]!;
    if (plan === null || isSurelySame(plan, assessment, own[at]!)) continue;
    const again = scoreSection(plan, assessment);
    if (!isSameResult(again, own[at]!)) (results ??= own.slice())[at] = again;
  }
  if (results === null && !total) return false;
  return !sameValue(scoreFrom(other, assessment, results ?? own), totals.score);
}

function isSameResult(one: SectionResult, other: SectionResult): boolean {
  return (
    sameValue(one.points, other.points) &&
    one.state === other.state &&
    one.zeroesTotal === other.zeroesTotal &&
    one.leavesUnscored === other.leavesUnscored
  );
}

function confirmationOf(
  { context, totals, members }: Standing,
  number: string,
  indices: ReadonlySet<number>,
): Confirmation | null {
  if (indices.size === 0) return null;
  const who = (): readonly Assessee[] =>
    [...indices].sort((a, b) => a - b).map((index) => totals[index]!.assessment.assessee);
  const definitions = context.scheme.rulings.filter(
    (ruling) => ruling.number === number && ruling.needsConfirmation,
  );
  return {
    ruling: number,
    keys: definitions.map(({ key }) => key),
    titles: definitions.map(({ title }) => title),
    clause: definitions[0]?.clause ?? '',
    persons: countPersons(members, indices),
    get who() {
      return who();
    },
  };
}

const counted = new WeakMap<ReadonlySet<number>, number>();

/** Persons, each once however many posts of theirs are among the indices. Counted once a set. */
function countPersons(members: Members, indices: ReadonlySet<number>): number {
  const before = counted.get(indices);
  if (before !== undefined) return before;
  let count = 0;
  for (const names of members.values()) {
    for (const posts of names.values()) if (posts.some((index) => indices.has(index))) count += 1;
  }
  counted.set(indices, count);
  return count;
}
