import { type Assessment, finished, type ScoreBook } from '../model';
import { rescoreDepartments } from './departments';
import { madeFrom, noted } from './madeFrom';
import { isSameScore, movePlaces } from './ranks';
import { ScoredPerson } from './scoredPerson';
import type { Context } from './context';
import { groupsByPost } from './groups';
import { type PersonTotals, totalsOf } from './totals';

/** A book after some persons have other data, and what became of it. */
export interface Rescored {
  readonly book: ScoreBook;
  /** Departments whose mean was worked out again. */
  readonly departments: ReadonlySet<string>;
}

/**
 * The book with other assessments for some persons, by their place in it: they are scored again, their departments and
 * everybody's ranks follow. Exactly what `scoreBook` gives for all assessments; who they are of must not have changed.
 */
export function rescored(before: ScoreBook, changed: ReadonlyMap<number, Assessment>): Rescored {
  const from = madeFrom(before);
  const { context, members, withheld } = from;
  const totals = from.totals.slice();
  const ranks = from.ranks.slice();
  const names = new Set<string>();
  const again = scored(context, [...changed.values()]);
  [...changed].forEach(([index, assessment], at) => {
    const own = (totals[index] = again[at]!);
    const standing = from.totals[index]!;
    names.add(assessment.assessee.department);
    if (isSameScore(standing, own)) return;
    const group = from.posts.get(assessment.assessee.post)!;
    movePlaces(ranks, group, (place) => totals[place]!, index, standing);
  });
  const departments = rescoreDepartments(context, totals, members, withheld, from.departments, names);
  const persons = before.persons.slice() as ScoredPerson[];
  for (let at = 0; at < ranks.length; at++)
    if (ranks[at] !== from.ranks[at]) persons[at] = persons[at]!.withRank(ranks[at]!);
  for (const { name, score } of departments) {
    if (!names.has(name)) continue;
    // What they lose may hang on the department's mean.
    for (const at of members.get(name)!.places)
      persons[at] = new ScoredPerson(context, totals[at]!, ranks[at]!, score);
  }
  const book = noted({ persons, departments }, { ...from, totals, departments, ranks, groups: null });
  return { book, departments: names };
}

/** Some persons are scored in one go. */
function scored(context: Context, assessments: readonly Assessment[]): readonly PersonTotals[] {
  return finished(totalsOf(context, finished(groupsByPost(context, assessments))));
}
