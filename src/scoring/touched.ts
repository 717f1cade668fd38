import type { RulingDefinition, ScoreBook } from '../model';
import { madeFrom } from './madeFrom';
import { under, type Context } from './context';
import { HUNDRED, sameValue } from './exact';
import type { Members } from './departments';
import { dependentSections, isTotalKey } from './mechanisms';
import { personDeduction, qualifyingLine } from './passLine';
import { plansFor, type SectionPlan } from './plan';
import { multiply, numerator } from './rational';
import { scoreSection, type SectionResult, wholeAgain } from './sections';
import { scoreFrom, type PersonTotals, wholeScore } from './totals';
import type { Reached } from './whole/score';

/** What all alternatives are compared with. */
interface Standing {
  readonly context: Context;
  readonly totals: readonly PersonTotals[];
  readonly members: Members;
  readonly posts: Groups;
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
  for (const definition of standing.context.scheme.rulings) {
    if (!definition.needsConfirmation) continue;
    let indices = touched.get(definition.number);
    if (!indices) touched.set(definition.number, (indices = new Set<number>()));
    collect(standing, definition, standing.posts, indices);
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
      const groups = byPost(standing, again);
      for (const definition of definitions) collect(standing, definition, groups, now);
      if (again.every((index) => now.has(index) === indices.has(index))) return [number, indices] as const;
      const gone = new Set(again.filter((index) => !now.has(index)));
      return [number, new Set([...indices, ...now].filter((index) => !gone.has(index)))] as const;
    }),
  );
}

/** Key of the ruling that touches deductions alone. */
const DEDUCTION = 'individualDeduction';

/** Some of a book, by their place in it, by post: what hangs on a ruling is the same for all of a post. */
type Groups = ReadonlyMap<string, readonly number[]>;

function byPost({ totals }: Standing, indices: readonly number[]): Groups {
  const groups = new Map<string, number[]>();
  for (const index of indices) {
    const { post } = totals[index]!.assessment.assessee;
    const group = groups.get(post);
    if (group) group.push(index);
    else groups.set(post, [index]);
  }
  return groups;
}

/** Adds those of the groups whom an alternative of a ruling touches. */
function collect(standing: Standing, definition: RulingDefinition, groups: Groups, into: Set<number>): void {
  const { key } = definition;
  for (const other of alternatives(standing.context, definition)) {
    for (const indices of groups.values()) {
      if (key === DEDUCTION) collectOtherDeductions(standing, other, indices, into);
      else collectChanged(standing, key, other, indices, into);
    }
  }
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

/** Adds those among `indices`, all of one post, whose figure differs under the other context. */
function collectChanged(
  standing: Standing,
  key: string,
  other: Context,
  indices: readonly number[],
  into: Set<number>,
): void {
  const [first] = indices;
  if (first === undefined) return;
  const dependent = dependentOf(other, key, standing.totals[first]!);
  if (!dependent.isAnything) return;
  for (const index of indices) {
    const totals = standing.totals[index]!;
    if (totals.reached === null || into.has(index)) continue;
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
  const deducts = other.scheme.passLine.deducts !== false;
  const line = numerator(multiply(qualifyingLine(other.rulings), HUNDRED));
  for (const index of indices) {
    if (into.has(index)) continue;
    const own = totals[index]!;
    const mean = means.get(own.assessment.assessee.department) ?? null;
    // Whoever reaches the line loses nothing, whatever the department has reached.
    if (own.whole >= line && mean !== null && deducts) continue;
    if (!sameValue(personDeduction(other, own.score, mean), book.persons[index]!.deduction)) into.add(index);
  }
}

/** Only sections that hang on the ruling are scored again, and the total only where one of them differs. */
function isChanged(totals: PersonTotals, dependent: Dependent, other: Context): boolean {
  const reached = reachedAgain(totals, dependent.sections);
  if (reached === null) return isChangedByFractions(totals, dependent, other);
  if (reached === totals.reached && !dependent.total) return false;
  const whole = wholeScore(other, reached);
  if (Number.isNaN(whole) || Number.isNaN(totals.whole))
    return isChangedByFractions(totals, dependent, other);
  return whole !== totals.whole;
}

/** What is reached with some sections under other plans; `null` where whole numbers do not tell it. */
function reachedAgain(
  { assessment, sections, reached }: PersonTotals,
  plans: readonly (SectionPlan | null)[],
): Reached | null {
  let more = 0;
  for (let at = 0; at < plans.length; at++) {
    const plan = plans[at]!;
    if (plan === null) continue;
    const before = sections[at]!;
    const again = wholeAgain(plan, assessment, before);
    if (Number.isNaN(again)) return null;
    more += again - before.upper;
  }
  if (more === 0 || reached === null) return reached;
  return { ...reached, upper: reached.upper + more * reached.lower };
}

function isChangedByFractions(totals: PersonTotals, { sections, total }: Dependent, other: Context): boolean {
  const { assessment, sections: own } = totals;
  let results: SectionResult[] | null = null;
  for (let at = 0; at < sections.length; at++) {
    const plan = sections[at]!;
    if (plan === null) continue;
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
