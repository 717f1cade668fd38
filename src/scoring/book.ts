import type Fraction from 'fraction.js';
import {
  type Assessee,
  type Assessment,
  type DepartmentScore,
  finished,
  type PersonScore,
  type Rulings,
  type Scheme,
  type ScoreBook,
  type SectionScore,
  type Slices,
  type Step,
} from '../model';
import { contextOf, type Context } from './context';
import { scoreDepartments } from './departments';
import { personDeduction, personStep, qualifies } from './passLine';
import { placesOf } from './ranks';
import { step } from './step';
import { totalsOf, type PersonTotals } from './totals';

/**
 * Scores everybody under the rulings in force. `withheld` names departments whose mean cannot be published because
 * rows belong to nobody. Throws a RangeError where a ruling has a value that the engine does not know, or a finding
 * stands under an indicator of another post: both are refused before, at the scheme and at the reading.
 */
export function scoreBook(
  scheme: Scheme,
  rulings: Rulings,
  assessments: readonly Assessment[],
  withheld: ReadonlySet<string>,
): ScoreBook {
  return finished(scoreInSlices(scheme, rulings, assessments, withheld));
}

/** Persons that are scored in one slice. */
const SLICE_PERSONS = 1_024;

/** The same, in slices. */
export function* scoreInSlices(
  scheme: Scheme,
  rulings: Rulings,
  assessments: readonly Assessment[],
  withheld: ReadonlySet<string>,
): Slices<ScoreBook> {
  const context = contextOf(scheme, rulings);
  const totals: PersonTotals[] = [];
  for (const assessment of assessments) {
    totals.push(totalsOf(context, assessment));
    if (totals.length % SLICE_PERSONS === 0) yield;
  }
  return yield* bookInSlices(context, totals, withheld);
}

/** Ranks, departments and deductions over persons whose totals are there. */
function* bookInSlices(
  context: Context,
  totals: readonly PersonTotals[],
  withheld: ReadonlySet<string>,
): Slices<ScoreBook> {
  const departments = scoreDepartments(context, totals, withheld);
  const byName = new Map(departments.map((department) => [department.name, department]));
  yield;
  const ranks = ranksWithinPosts(totals);
  yield;
  const persons = totals.map((entry, index) =>
    personOf(context, entry, ranks[index] ?? null, byName.get(entry.assessment.assessee.department)),
  );
  const book = { persons, departments };
  made.set(book, { context, totals });
  return book;
}

/** What a book was made from; kept with it, so that another reading of a ruling scores only what hangs on it. */
interface Made {
  readonly context: Context;
  readonly totals: readonly PersonTotals[];
}

const made = new WeakMap<ScoreBook, Made>();

/** What a book was made from; throws for one that was not made here. */
export function madeFrom(book: ScoreBook): Made {
  const known = made.get(book);
  if (!known) throw new RangeError('this book was not made by scoreBook');
  return known;
}

function ranksWithinPosts(totals: readonly PersonTotals[]): readonly (number | null)[] {
  const byPost = new Map<string, number[]>();
  totals.forEach(({ assessment }, index) => {
    const list = byPost.get(assessment.assessee.post);
    if (list) list.push(index);
    else byPost.set(assessment.assessee.post, [index]);
  });
  const ranks: (number | null)[] = totals.map(() => null);
  for (const indices of byPost.values()) {
    const places = placesOf(indices.map((index) => totals[index]?.score ?? null));
    indices.forEach((index, position) => (ranks[index] = places[position] ?? null));
  }
  return ranks;
}

function personOf(
  context: Context,
  totals: PersonTotals,
  rank: number | null,
  department: DepartmentScore | undefined,
): PersonScore {
  return new ScoredPerson(context, totals, rank, department?.score ?? null);
}

/** A person's result; the tree that shows how it came about grows when somebody looks. */
class ScoredPerson implements PersonScore {
  readonly deduction: Fraction | null;
  readonly score: Fraction | null;
  private node: Step | null = null;

  constructor(
    private readonly context: Context,
    private readonly totals: PersonTotals,
    readonly rank: number | null,
    /** The published mean of the person's department. */
    private readonly mean: Fraction | null,
  ) {
    this.score = totals.score;
    this.deduction = personDeduction(context, totals.score, mean);
  }

  get assessee(): Assessee {
    return this.totals.assessment.assessee;
  }

  get status(): PersonScore['status'] {
    return this.totals.scored ? 'scored' : 'unscored';
  }

  get households(): number {
    return this.totals.assessment.visits.length;
  }

  get sections(): readonly SectionScore[] {
    return this.totals.sections;
  }

  get missing(): readonly string[] {
    return this.totals.missing;
  }

  get rawTotal(): Fraction | null {
    return this.totals.rawTotal;
  }

  get rawMaximum(): number | null {
    return this.totals.rawMaximum;
  }

  get qualified(): boolean | null {
    return qualifies(this.context, this.score);
  }

  get step(): Step {
    const { name, post, department, cell } = this.assessee;
    this.node ??= step({
      kind: 'person',
      subject: name,
      value: this.score,
      data: { post, department, rank: this.rank },
      cells: [cell],
      children: [this.totals.step, personStep(this.context, this.score, this.mean)],
    });
    return this.node;
  }
}
