import { type Assessment, finished, type Rulings, type Scheme, type ScoreBook, type Slices } from '../model';
import { contextOf, type Context } from './context';
import { membersOf, scoreDepartments } from './departments';
import { noted } from './madeFrom';
import { placesAmong } from './ranks';
import { ScoredPerson } from './scoredPerson';
import { type Group, groupsByPost } from './groups';
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

/** The same, in slices. */
export function* scoreInSlices(
  scheme: Scheme,
  rulings: Rulings,
  assessments: readonly Assessment[],
  withheld: ReadonlySet<string>,
): Slices<ScoreBook> {
  const context = contextOf(scheme, rulings);
  const groups = yield* groupsByPost(context, assessments);
  const totals = yield* totalsOf(context, groups);
  return yield* bookInSlices(context, groups, totals, withheld);
}

/** Ranks, departments and deductions over persons whose totals are there. */
function* bookInSlices(
  context: Context,
  groups: readonly Group[],
  totals: readonly PersonTotals[],
  withheld: ReadonlySet<string>,
): Slices<ScoreBook> {
  const members = membersOf(totals);
  yield;
  const departments = scoreDepartments(context, totals, members, withheld);
  const means = new Map(departments.map(({ name, score }) => [name, score] as const));
  yield;
  const ranks = ranksWithin(groups, totals);
  yield;
  const persons = totals.map((entry, index) => {
    const mean = means.get(entry.assessment.assessee.department) ?? null;
    return new ScoredPerson(context, entry, ranks[index] ?? null, mean);
  });
  const posts = new Map(
    groups.map(({ indices }) => [totals[indices[0]!]!.assessment.assessee.post, indices] as const),
  );
  return noted(
    { persons, departments },
    { context, totals, withheld, members, departments, ranks, posts, groups },
  );
}

function ranksWithin(groups: readonly Group[], totals: readonly PersonTotals[]): readonly (number | null)[] {
  const ranks: (number | null)[] = totals.map(() => null);
  for (const { indices } of groups) {
    const places = placesAmong(indices.map((index) => totals[index]!));
    indices.forEach((index, position) => (ranks[index] = places[position] ?? null));
  }
  return ranks;
}
