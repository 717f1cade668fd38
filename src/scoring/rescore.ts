import type Fraction from 'fraction.js';
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
  const ranks = before.persons.map(({ rank }) => rank);
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
  const departments = rescoreDepartments(context, totals, members, withheld, before.departments, names);
  const means = new Map<string, Fraction | null>();
  for (const { name, score } of departments) if (names.has(name)) means.set(name, score);
  const persons = before.persons.map((person, index) => {
    const { department } = person.assessee;
    const rank = ranks[index]!;
    const mean = means.get(department);
    if (mean !== undefined) return new ScoredPerson(context, totals[index]!, rank, mean);
    return rank === person.rank ? person : (person as ScoredPerson).withRank(rank);
  });
  return { book: noted({ persons, departments }, { ...from, totals, groups: null }), departments: names };
}

/** Some persons are scored in one go. */
function scored(context: Context, assessments: readonly Assessment[]): readonly PersonTotals[] {
  return finished(totalsOf(context, finished(groupsByPost(context, assessments))));
}
