import type { Assessee, ScoreBook } from '../model';
import type { Members } from './departments';
import { madeFrom, type Made } from './madeFrom';
import { touchedBy, type Touched } from './touched';

/** A question that the owner still has to decide, and whom its answer touches. */
export interface Confirmation {
  /** `R18`; a question may have more than one key. */
  readonly ruling: string;
  readonly keys: readonly string[];
  readonly titles: readonly string[];
  readonly clause: string;
  /** Persons, not posts, who would get another published figure under at least one alternative. */
  readonly persons: number;
  /** The same, by post, in the order of the assessments. */
  readonly who: readonly Assessee[];
}

/** What is to be confirmed, of what `touchedBy` has found. Rulings that touch nobody are left out. */
export function confirmations(book: ScoreBook, touched: Touched = touchedBy(book)): readonly Confirmation[] {
  const made = madeFrom(book);
  return [...touched].flatMap(([number, indices]) => confirmationOf(made, number, indices) ?? []);
}

function confirmationOf(
  { context, totals, members }: Made,
  number: string,
  indices: ReadonlySet<number>,
): Confirmation | null {
  if (indices.size === 0) return null;
  const who = (): readonly Assessee[] =>
    [...indices].sort((a, b) => a - b).map((index) => totals[index]!.assessment.assessee);
  const definitions = context.scheme.rulings.filter(
    (ruling) => ruling.number === number && ruling.needsConfirmation,
  );
  return {
    ruling: number,
    keys: definitions.map(({ key }) => key),
    titles: definitions.map(({ title }) => title),
    clause: definitions[0]?.clause ?? '',
    persons: countPersons(members, totals.length, indices),
    get who() {
      return who();
    },
  };
}

const counted = new WeakMap<ReadonlySet<number>, number>();

/** Persons, each once however many posts of theirs are among the indices; `posts` are everybody's. Counted once a set. */
function countPersons(members: Members, posts: number, indices: ReadonlySet<number>): number {
  let persons = 0;
  for (const names of members.values()) persons += names.size;
  // Everybody has one post alone.
  if (persons === posts) return indices.size;
  const before = counted.get(indices);
  if (before !== undefined) return before;
  let count = 0;
  for (const names of members.values()) {
    for (const posts of names.values()) if (posts.some((index) => indices.has(index))) count += 1;
  }
  counted.set(indices, count);
  return count;
}
