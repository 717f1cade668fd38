import Fraction from 'fraction.js';
import { ruleCosts } from '../../app/costs';
import type { Evaluation } from '../../app/evaluation';
import { canonicalJson } from '../../app/handin/digest';
import { toResult } from '../../app/result';
import type { PersonScore, RulingDefinition } from '../../model';
import { published } from '../../model';

/** How much more or less a rule has cost; points of the raw total, positive where it costs more now. */
export interface RuleChange {
  /** Indicator id. */
  readonly rule: string;
  readonly title: string;
  readonly points: number;
}

/** A person in a post in both half-years, or in one of them. */
export interface PersonChange {
  readonly name: string;
  readonly department: string;
  /** The post's own name. */
  readonly role: string;
  /** Department of the half-year before, where it was another one. */
  readonly movedFrom: string | null;
  readonly before: number | null;
  readonly after: number | null;
  /** `after` − `before`; `null` where one of them is not known. */
  readonly change: number | null;
  /** The rules whose costs changed, most first. */
  readonly reasons: readonly RuleChange[];
  readonly state: 'both' | 'new' | 'gone';
}

export interface DepartmentChange {
  readonly name: string;
  readonly before: number | null;
  readonly after: number | null;
  readonly change: number | null;
  /** Mean costs a person, changed. */
  readonly reasons: readonly RuleChange[];
  readonly state: 'both' | 'new' | 'gone';
}

/** A ruling that the two half-years were not computed under alike. */
export interface RulingDifference {
  readonly key: string;
  readonly before: string;
  readonly after: string;
  /** What the ruling is about. */
  readonly title: string;
  /** Both answers in words. */
  readonly words: readonly [before: string, after: string];
}

export interface CycleComparison {
  readonly before: { readonly period: string | null; readonly scheme: string };
  readonly after: { readonly period: string | null; readonly scheme: string };
  readonly persons: readonly PersonChange[];
  readonly departments: readonly DepartmentChange[];
  readonly rulings: readonly RulingDifference[];
  /** Nothing that is published differs. */
  readonly isSame: boolean;
}

/** Reasons that are named of a person or department. */
const MOST_REASONS = 3;

/** Compares two half-years: who rose or fell, and which rules account for it. */
export function compareCycles(before: Evaluation, after: Evaluation): CycleComparison {
  const figures = (evaluation: Evaluation): string => {
    const { persons, departments } = toResult(evaluation);
    return canonicalJson({ persons, departments });
  };
  return {
    before: { period: before.period, scheme: `${before.scheme.id} ${before.scheme.version}` },
    after: { period: after.period, scheme: `${after.scheme.id} ${after.scheme.version}` },
    persons: personChanges(before, after),
    departments: departmentChanges(before, after),
    rulings: rulingDifferences(before, after),
    isSame: figures(before) === figures(after),
  };
}

function keyOf({ assessee: { name, post, department } }: PersonScore): string {
  return `${post}\n${name}\n${department}`;
}

function personChanges(before: Evaluation, after: Evaluation): PersonChange[] {
  const old = new Map(before.scores.persons.map((person) => [keyOf(person), person]));
  const pairs = after.scores.persons.map((person) => {
    const same = old.get(keyOf(person));
    if (same) old.delete(keyOf(person));
    return { person, same };
  });
  const changes = pairs.map(({ person, same }) => {
    const moved = same ? undefined : moveOf(person, old, after);
    if (moved) old.delete(keyOf(moved));
    return personChange(same ?? moved ?? null, person, before, after);
  });
  return [...changes, ...[...old.values()].map((person) => personChange(person, null, before, after))];
}

/** The one namesake in the post of another department who is not there any more. */
function moveOf(
  { assessee: { name, post } }: PersonScore,
  old: ReadonlyMap<string, PersonScore>,
  after: Evaluation,
): PersonScore | undefined {
  const there = new Set(after.scores.persons.map(keyOf));
  const namesakes = [...old.values()].filter(
    ({ assessee }) => assessee.name === name && assessee.post === post,
  );
  const gone = namesakes.filter((person) => !there.has(keyOf(person)));
  return gone.length === 1 ? gone[0] : undefined;
}

function personChange(
  old: PersonScore | null,
  now: PersonScore | null,
  before: Evaluation,
  after: Evaluation,
): PersonChange {
  const { assessee } = (now ?? old)!;
  const [one, other] = [published(old?.score ?? null), published(now?.score ?? null)];
  const isBoth = old !== null && now !== null;
  return {
    name: assessee.name,
    department: assessee.department,
    role: after.scheme.posts.find(({ id }) => id === assessee.post)?.name ?? assessee.post,
    movedFrom: isBoth && old.assessee.department !== assessee.department ? old.assessee.department : null,
    before: one,
    after: other,
    change: difference(one, other),
    reasons: isBoth && one !== null && other !== null ? reasons([old], [now], before, after) : [],
    state: isBoth ? 'both' : now ? 'new' : 'gone',
  };
}

function difference(before: number | null, after: number | null): number | null {
  return before === null || after === null ? null : published(new Fraction(after).sub(new Fraction(before)));
}

/** Mean costs a person of each rule, after − before, the largest changes first. */
function reasons(
  old: readonly PersonScore[],
  now: readonly PersonScore[],
  before: Evaluation,
  after: Evaluation,
): RuleChange[] {
  const sums = new Map<string, Fraction>();
  const take = (persons: readonly PersonScore[], sign: 1 | -1): void => {
    for (const { rule, points } of ruleCosts(persons)) {
      const each = points.mul(sign).div(persons.length);
      sums.set(rule, (sums.get(rule) ?? new Fraction(0)).add(each));
    }
  };
  take(old, -1);
  take(now, 1);
  const title = (id: string): string =>
    [after, before].flatMap(({ scheme }) => scheme.indicators).find((each) => each.id === id)?.title ?? id;
  return [...sums]
    .filter(([, points]) => published(points) !== 0)
    .sort(([, one], [, other]) => other.abs().compare(one.abs()))
    .slice(0, MOST_REASONS)
    .map(([rule, points]) => ({ rule, title: title(rule), points: published(points) }));
}

function departmentChanges(before: Evaluation, after: Evaluation): DepartmentChange[] {
  const names = new Set([...after.scores.departments, ...before.scores.departments].map(({ name }) => name));
  return [...names].map((name): DepartmentChange => {
    const old = before.scores.departments.find((each) => each.name === name);
    const now = after.scores.departments.find((each) => each.name === name);
    const [one, other] = [published(old?.score ?? null), published(now?.score ?? null)];
    const persons = ({ scores }: Evaluation): PersonScore[] =>
      scores.persons.filter(({ assessee }) => assessee.department === name);
    const known = one !== null && other !== null;
    return {
      name,
      before: one,
      after: other,
      change: difference(one, other),
      reasons: known ? reasons(persons(before), persons(after), before, after) : [],
      state: old && now ? 'both' : now ? 'new' : 'gone',
    };
  });
}

function rulingDifferences(before: Evaluation, after: Evaluation): RulingDifference[] {
  const keys = new Set([...Object.keys(before.rulings), ...Object.keys(after.rulings)]);
  return [...keys]
    .map((key) => ({
      key,
      before: String(before.rulings[key] ?? ''),
      after: String(after.rulings[key] ?? ''),
      title: rulingOf(after, key)?.title ?? rulingOf(before, key)?.title ?? key,
      words: [answerOf(before, key), answerOf(after, key)] as const,
    }))
    .filter((each) => each.before !== each.after);
}

/** A ruling by its key, which may be that of a single indicator: `percentStep.CM-U1`. */
function rulingOf({ scheme }: Evaluation, key: string): RulingDefinition | undefined {
  return scheme.rulings.find((ruling) => ruling.key === key.split('.')[0]);
}

/** What holds, in words; the value itself where it is a number, `没有定` where there is none. */
function answerOf(evaluation: Evaluation, key: string): string {
  const value = evaluation.rulings[key];
  const named = rulingOf(evaluation, key)?.values?.find((each) => each.value === value);
  return named?.title ?? (value === undefined ? '没有定' : String(value));
}
