import type Fraction from 'fraction.js';
import type { DepartmentScore, Step } from '../model';
import { engineRuling, type Context } from './context';
import { halfUp, mean } from './exact';
import { headStep, qualifies } from './passLine';
import { placesOf } from './ranks';
import { step } from './step';
import { published, type PersonTotals } from './totals';

/** Department name → person's name → where that person's posts stand in the totals; by first appearance. */
export type Members = ReadonlyMap<string, ReadonlyMap<string, readonly number[]>>;

/** Department scores, in order of first appearance. `withheld` names those whose mean cannot be published. */
export function scoreDepartments(
  context: Context,
  totals: readonly PersonTotals[],
  members: Members,
  withheld: ReadonlySet<string>,
): readonly DepartmentScore[] {
  const departments = [...members].map(([name, own]) =>
    departmentOf(context, name, postsOf(own, totals), withheld.has(name)),
  );
  return ranked(departments);
}

/** The same where only some departments have members with other totals than `before`. */
export function rescoreDepartments(
  context: Context,
  totals: readonly PersonTotals[],
  members: Members,
  withheld: ReadonlySet<string>,
  before: readonly DepartmentScore[],
  changed: ReadonlySet<string>,
): readonly DepartmentScore[] {
  const departments = before.map((department) => {
    const { name } = department;
    if (!changed.has(name)) return department;
    return departmentOf(context, name, postsOf(members.get(name)!, totals), withheld.has(name));
  });
  return ranked(departments);
}

function ranked(departments: readonly DepartmentScore[]): readonly DepartmentScore[] {
  const places = placesOf(departments.map(({ score }) => score));
  return departments.map((department, index) => {
    const rank = places[index] ?? null;
    return department.rank === rank ? department : { ...department, rank };
  });
}

/** Who belongs to which department. */
export function membersOf(totals: readonly PersonTotals[]): Members {
  const departments = new Map<string, Map<string, number[]>>();
  totals.forEach(({ assessment }, index) => {
    const { department, name } = assessment.assessee;
    let members = departments.get(department);
    if (!members) departments.set(department, (members = new Map<string, number[]>()));
    const posts = members.get(name);
    if (posts) posts.push(index);
    else members.set(name, [index]);
  });
  return departments;
}

function postsOf(
  members: ReadonlyMap<string, readonly number[]>,
  totals: readonly PersonTotals[],
): ReadonlyMap<string, readonly PersonTotals[]> {
  return new Map(
    [...members].map(([name, indices]) => [name, indices.map((index) => totals[index]!)] as const),
  );
}

function departmentOf(
  context: Context,
  name: string,
  members: ReadonlyMap<string, readonly PersonTotals[]>,
  withheld: boolean,
): DepartmentScore {
  const values = [...members.values()].map((posts) => memberScore(context, posts));
  const known = values.filter((value): value is Fraction => value !== null);
  const complete = !withheld && known.length === values.length;
  const exactMean = complete ? mean(known) : null;
  const score = exactMean && published(context, exactMean);
  const head = headStep(context, score);
  return {
    name,
    persons: members.size,
    score,
    rank: null,
    qualified: qualifies(context, score),
    headDeduction: head.value,
    step: step({
      kind: 'department',
      subject: name,
      value: score,
      data: { persons: members.size, unknown: values.length - known.length, withheld, exact: exactMean },
      children: () => [...[...members].map(([person, posts]) => memberStep(context, person, posts)), head],
    }),
  };
}

/** A person counts once, with the mean of the published scores of their posts. */
function memberStep(context: Context, person: string, posts: readonly PersonTotals[]): Step {
  return step({
    kind: 'person',
    subject: person,
    value: memberScore(context, posts),
    data: { posts: posts.length },
    cells: posts.map(({ assessment }) => assessment.assessee.cell),
    children: posts.map((post) => post.step),
  });
}

/** The mean over the posts of one person; `null` where one of them has no score. */
function memberScore(context: Context, posts: readonly PersonTotals[]): Fraction | null {
  const scores: Fraction[] = [];
  for (const { score } of posts) {
    if (score === null) return null;
    scores.push(score);
  }
  const own = mean(scores);
  return scores.length > 1 && engineRuling(context, 'rounding') !== 'none' ? halfUp(own, 2) : own;
}
