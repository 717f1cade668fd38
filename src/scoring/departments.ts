import type Fraction from 'fraction.js';
import type { DepartmentScore, Step } from '../model';
import { engineRuling, type Context } from './context';
import { fromHundredths, halfUp, mean, ZERO } from './exact';
import { headDeduction, headStep, qualifies } from './passLine';
import { placesOf } from './ranks';
import { add, divide, quotient } from './rational';
import { Department } from './members';
import { step } from './step';
import type { PersonTotals } from './totals';
import { published } from './totalScore';

/** Department → who belongs to it, by first appearance. */
export type Members = ReadonlyMap<string, Department>;

/** Department scores, in order of first appearance. `withheld` names those whose mean cannot be published. */
export function scoreDepartments(
  context: Context,
  totals: readonly PersonTotals[],
  members: Members,
  withheld: ReadonlySet<string>,
): readonly DepartmentResult[] {
  const departments = [...members].map(([name, own]) =>
    departmentOf(context, own, totals, withheld.has(name)),
  );
  return ranked(departments);
}

/** The same where only some departments have members with other totals than `before`. */
export function rescoreDepartments(
  context: Context,
  totals: readonly PersonTotals[],
  members: Members,
  withheld: ReadonlySet<string>,
  before: readonly DepartmentResult[],
  changed: ReadonlySet<string>,
): readonly DepartmentResult[] {
  const departments = before.map((department) => {
    const { name } = department;
    if (!changed.has(name)) return department;
    return departmentOf(context, members.get(name)!, totals, withheld.has(name));
  });
  return ranked(departments);
}

function ranked(departments: readonly DepartmentResult[]): readonly DepartmentResult[] {
  const places = placesOf(departments.map(({ score }) => score));
  return departments.map((department, index) => department.withRank(places[index] ?? null));
}

/** Who belongs to which department. */
export function membersOf(totals: readonly PersonTotals[]): Members {
  const departments = new Map<string, Department>();
  let last: Department | null = null;
  for (let index = 0; index < totals.length; index++) {
    const { department, name } = totals[index]!.assessment.assessee;
    // Those of one department mostly stand together.
    if (last === null || last.name !== department) {
      last = departments.get(department) ?? new Department(department);
      departments.set(department, last);
    }
    last.add(index, name);
  }
  return departments;
}

function departmentOf(
  context: Context,
  members: Department,
  totals: readonly PersonTotals[],
  withheld: boolean,
): DepartmentResult {
  // Only theirs: the totals of everybody would be kept for as long as nobody of the department changes.
  const own = members.places.map((place) => totals[place]!);
  const { sum, unknown } = sumOver(context, members, own);
  const exactMean = withheld || unknown > 0 ? null : divide(sum, quotient(members.persons, 1));
  const score = exactMean && published(context, exactMean);
  return new DepartmentResult(context, members, own, { exactMean, score, unknown, withheld }, null);
}

/** What a department's mean comes to. */
interface Mean {
  readonly exactMean: Fraction | null;
  /** As it is published; `null` where it cannot be. */
  readonly score: Fraction | null;
  /** Persons without a score. */
  readonly unknown: number;
  readonly withheld: boolean;
}

/** A department's result; its node is made when somebody looks. */
export class DepartmentResult implements DepartmentScore {
  private node: Step | null = null;

  constructor(
    private readonly context: Context,
    private readonly members: Department,
    /** Of its posts, in their order. */
    private readonly totals: readonly PersonTotals[],
    private readonly mean: Mean,
    readonly rank: number | null,
  ) {}

  /** The same department at another place. */
  withRank(rank: number | null): DepartmentResult {
    return rank === this.rank
      ? this
      : new DepartmentResult(this.context, this.members, this.totals, this.mean, rank);
  }

  get name(): string {
    return this.members.name;
  }

  get persons(): number {
    return this.members.persons;
  }

  get score(): Fraction | null {
    return this.mean.score;
  }

  get qualified(): boolean | null {
    return qualifies(this.context, this.score);
  }

  get headDeduction(): Fraction | null {
    return headDeduction(this.context, this.score);
  }

  get step(): Step {
    const { score, unknown, withheld, exactMean } = this.mean;
    this.node ??= step({
      kind: 'department',
      subject: this.name,
      value: score,
      data: { persons: this.persons, unknown, withheld, exact: exactMean },
      children: () => [...this.memberSteps(), headStep(this.context, score)],
    });
    return this.node;
  }

  private memberSteps(): readonly Step[] {
    const { context, members, totals } = this;
    return [...members.each()].map(([person, indices]) => memberStep(context, person, indices, totals));
  }
}

/** The sum of what each person counts, in points, and how many have no score. */
function sumOver(
  context: Context,
  members: Department,
  totals: readonly PersonTotals[],
): { readonly sum: Fraction; readonly unknown: number } {
  let hundredths = 0;
  let sum = ZERO;
  let unknown = 0;
  const count = (indices: readonly number[]): void => {
    const own = memberScore(context, indices, totals);
    if (own === null) unknown += 1;
    else sum = add(sum, own);
  };
  if (members.hasSeveral) for (const [, indices] of members.each()) count(indices);
  else
    for (let index = 0; index < totals.length; index++) {
      const { whole } = totals[index]!;
      if (Number.isNaN(whole)) count([index]);
      else hundredths += whole;
    }
  return { sum: add(sum, fromHundredths(hundredths)), unknown };
}

/** A person counts once, with the mean of the published scores of their posts. */
function memberStep(
  context: Context,
  person: string,
  indices: readonly number[],
  totals: readonly PersonTotals[],
): Step {
  const posts = indices.map((index) => totals[index]!);
  return step({
    kind: 'person',
    subject: person,
    value: memberScore(context, indices, totals),
    data: { posts: posts.length },
    cells: posts.map(({ assessment }) => assessment.assessee.cell),
    children: posts.map((post) => post.step),
  });
}

/** The mean over the posts of one person; `null` where one of them has no score. */
function memberScore(
  context: Context,
  indices: readonly number[],
  totals: readonly PersonTotals[],
): Fraction | null {
  if (indices.length === 1) return totals[indices[0]!]!.score;
  const scores: Fraction[] = [];
  for (const index of indices) {
    const { score } = totals[index]!;
    if (score === null) return null;
    scores.push(score);
  }
  const own = mean(scores);
  return engineRuling(context, 'rounding') !== 'none' ? halfUp(own, 2) : own;
}
