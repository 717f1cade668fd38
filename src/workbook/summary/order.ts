import type { PersonScore, Scheme, ScoreBook } from '../../model';

/**
 * How persons are listed where a summary gets new rows: `department` by department as they first appear, post, then as
 * in the score book; `rank` by department, post and rank; `roster` as in the score book; `score` the highest first.
 * Who has no score stands last where ranks or scores decide.
 */
export const SUMMARY_ORDERS = ['department', 'rank', 'roster', 'score'] as const;

export type SummaryOrder = (typeof SUMMARY_ORDERS)[number];

/** The persons in that order; equal ones stay as they stand in the score book. */
export function inOrder(
  scheme: Scheme,
  book: ScoreBook,
  persons: readonly PersonScore[],
  order: SummaryOrder,
): PersonScore[] {
  const place = departmentPlace(scheme, book);
  const keys: Readonly<Record<SummaryOrder, (person: PersonScore) => readonly number[]>> = {
    department: (person) => [place(person)],
    rank: (person) => [place(person), person.rank ?? Infinity],
    roster: () => [],
    score: ({ score }) => [score === null ? Infinity : -score.valueOf()],
  };
  return persons
    .map((person) => ({ person, key: keys[order](person) }))
    .sort((a, b) => compare(a.key, b.key))
    .map(({ person }) => person);
}

/** A number that grows with the department's first appearance, then with the post. */
function departmentPlace(scheme: Scheme, book: ScoreBook): (person: PersonScore) => number {
  const names = new Set(book.persons.map(({ assessee }) => assessee.department));
  const departments = new Map([...names].map((name, index) => [name, index]));
  const posts = scheme.posts.map(({ id }) => id);
  return ({ assessee }) =>
    departments.get(assessee.department)! * (posts.length + 1) + posts.indexOf(assessee.post);
}

function compare(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((value, index) => value !== other[index]);
  return at < 0 ? 0 : one[at]! < other[at]! ? -1 : 1;
}
