import type Fraction from 'fraction.js';
import { finished, type RulingDefinition, type ScoreBook } from '../model';
import { madeFrom, type Made } from './madeFrom';
import { under, type Context } from './context';
import { sameValue } from './exact';
import { dependentSections, isTotalKey } from './mechanisms';
import { personDeduction, qualifies, wholeLine } from './passLine';
import { plansFor, type SectionPlan } from './plan';
import { type Group, groupsByPost, type PostPersons, someOf, wholeLost, wholeReached } from './groups';
import { Places } from './places';
import { scoreSection, type SectionResult } from './sections';
import type { PersonTotals } from './totals';
import { scoreFrom, scoreInWhole } from './totalScore';
import { wholeScore } from './whole/score';

/** What all alternatives are compared with. */
interface Standing extends Made {
  readonly book: ScoreBook;
  /** Department → its published mean. */
  readonly means: ReadonlyMap<string, Fraction | null>;
}

function standingOf(book: ScoreBook): Standing {
  const means = new Map(book.departments.map(({ name, score }) => [name, score] as const));
  return { ...madeFrom(book), book, means };
}

/** Ruling number → whom it touches, by their place in the book. */
export type Touched = ReadonlyMap<string, Places>;

/**
 * For each ruling that is marked as to be confirmed: who would get another published score under any of its
 * alternatives (another deduction, where the ruling is about deductions). `book` must be one that `scoreBook` has made.
 */
export function touchedBy(book: ScoreBook): Touched {
  const touched = new Map<string, Places>();
  const standing = standingOf(book);
  const groups = standing.groups ?? groupsAmong(standing, [...standing.totals.keys()]);
  for (const definition of standing.context.scheme.rulings) {
    if (!definition.needsConfirmation) continue;
    let indices = touched.get(definition.number);
    if (!indices) touched.set(definition.number, (indices = new Places(book.persons.length)));
    collect(standing, definition, groups, indices);
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
  const standing = standingOf(book);
  const own = [...changed];
  const members = [...departments].flatMap((name) => standing.members.get(name)!.places);
  const { rulings } = standing.context.scheme;
  const owns = groupsAmong(standing, own);
  const groupsOfMembers = groupsAmong(standing, members);
  return new Map(
    [...before].map(([number, indices]) => {
      const definitions = rulings.filter((each) => each.number === number && each.needsConfirmation);
      const isDeduction = definitions.some(({ key }) => key === DEDUCTION);
      const [again, groups] = isDeduction ? [members, groupsOfMembers] : [own, owns];
      const now = new Places(book.persons.length);
      for (const definition of definitions) collect(standing, definition, groups, now);
      if (again.every((index) => now.has(index) === indices.has(index))) return [number, indices] as const;
      const moved = indices.copy();
      for (const index of again) if (!now.has(index)) moved.delete(index);
      for (const index of now) moved.add(index);
      return [number, moved] as const;
    }),
  );
}

/** Key of the ruling that touches deductions alone. */
const DEDUCTION = 'individualDeduction';

/** Some of a book, by their places in it. */
function groupsAmong({ context, totals }: Standing, places: readonly number[]): readonly Group[] {
  const assessments = places.map((place) => totals[place]!.assessment);
  const groups = finished(groupsByPost(context, assessments));
  return groups.map((group) => ({ ...group, indices: group.indices.map((at) => places[at]!) }));
}

/** Adds those of the groups whom an alternative of a ruling touches. */
function collect(
  standing: Standing,
  definition: RulingDefinition,
  groups: readonly Group[],
  into: Places,
): void {
  const { key } = definition;
  for (const other of alternatives(standing.context, definition)) {
    for (const group of groups) {
      if (key === DEDUCTION) collectOtherDeductions(standing, other, group.indices, into);
      else collectChanged(standing, key, other, group, into);
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

/** Adds those of a group whose figure differs under the other context. */
function collectChanged(standing: Standing, key: string, other: Context, whole: Group, into: Places): void {
  const dependent = dependentOf(other, key, whole);
  if (!dependent.isAnything) return;
  const group = othersOf(whole, into);
  const { indices, persons, reached } = group;
  const lost = dependent.sections.map((plan) => (plan === null ? NOTHING : wholeLost(plan, persons)));
  const again = dependent.sections.map((plan, at) =>
    plan === null ? reached[at]! : wholeReached(plan, persons, lost[at]!),
  );
  const score = wholeScore(other);
  for (let place = 0; place < indices.length; place++) {
    if (into.has(indices[place]!)) continue;
    // Most persons reach the same either way.
    if (!dependent.total && isSameAt(place, reached, again)) continue;
    const totals = standing.totals[indices[place]!]!;
    if (!totals.isScored) continue;
    const now = scoreInWhole(group.plans, again, place, totals.assessment, score);
    const isChanged =
      Number.isNaN(now) || Number.isNaN(totals.whole)
        ? isChangedByFractions(totals, place, dependent, lost, other)
        : now !== totals.whole;
    if (isChanged) into.add(indices[place]!);
  }
}

/** Those of a group who are not among some already; all where most are not, which costs less than a choice. */
function othersOf(group: Group, some: Places): PostPersons {
  if (some.size * 2 < group.indices.length) return group;
  const places: number[] = [];
  for (let place = 0; place < group.indices.length; place++)
    if (!some.has(group.indices[place]!)) places.push(place);
  return someOf(group, places);
}

/** Whether the sections come to the same; what is not known does not. */
function isSameAt(place: number, one: readonly Float64Array[], other: readonly Float64Array[]): boolean {
  for (let at = 0; at < one.length; at++)
    if (one[at] !== other[at] && one[at]![place] !== other[at]![place]) return false;
  return true;
}

const NOTHING = new Float64Array(0);

/** What hangs on a ruling for all persons of a post. */
interface Dependent {
  /** In the order of a person's sections: those to be scored again; `null` for the others. */
  readonly sections: readonly (SectionPlan | null)[];
  /** The total is to be worked out again, whatever becomes of the sections. */
  readonly total: boolean;
  readonly isAnything: boolean;
}

const dependents = new WeakMap<Context, Map<readonly SectionPlan[], Dependent>>();

/** Pass after pass asks for the same. An alternative is one of a single ruling, and a post has its plans once. */
function dependentOf(other: Context, key: string, group: Group): Dependent {
  let byPlans = dependents.get(other);
  if (!byPlans) dependents.set(other, (byPlans = new Map<readonly SectionPlan[], Dependent>()));
  let dependent = byPlans.get(group.plans);
  if (!dependent) byPlans.set(group.plans, (dependent = findDependent(other, key, group)));
  return dependent;
}

function findDependent(other: Context, key: string, { persons, plans: own }: Group): Dependent {
  const first = persons.assessments[0]!;
  const hanging = dependentSections(other, key, first.assessee.post);
  const plans = plansFor(other, first);
  const sections = own.map(({ section }, at) =>
    hanging === 'all' || hanging.has(section.id) ? plans[at]! : null,
  );
  const total = hanging === 'all' || isTotalKey(key);
  return { sections, total, isAnything: total || sections.some((each) => each !== null) };
}

/** Scores and means stay as they are: only what follows from them differs. */
function collectOtherDeductions(
  { totals, book, means }: Standing,
  other: Context,
  indices: readonly number[],
  into: Places,
): void {
  const line = wholeLine(other);
  for (const index of indices) {
    if (into.has(index)) continue;
    const own = totals[index]!;
    const { department } = own.assessment.assessee;
    const mean = means.get(department) ?? null;
    // Whoever reaches the line loses nothing, whatever the ruling, as long as the department's mean is known.
    if (own.whole >= line && mean !== null) continue;
    // Below the line the department's members lose what they fall short of, whatever the ruling.
    if (qualifies(other, mean) === false) continue;
    const figure = personDeduction(other, own.score, mean);
    if (!sameValue(figure, book.persons[index]!.deduction)) into.add(index);
  }
}

/** What whole numbers tell of each section, by the person's place in the group. */
type Losses = readonly Float64Array[];

/** Only sections that hang on the ruling are scored again, and the total only where one of them differs. */
function isChangedByFractions(
  totals: PersonTotals,
  place: number,
  { sections, total }: Dependent,
  lost: Losses,
  other: Context,
): boolean {
  const { assessment, sections: own } = totals;
  let results: SectionResult[] | null = null;
  for (let at = 0; at < sections.length; at++) {
    const plan = sections[at]!;
    if (plan === null) continue;
    const again = scoreSection(plan, assessment, lost[at]![place]!);
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
