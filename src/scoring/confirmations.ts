import type { Assessee, ScoreBook } from '../model';
import type { Members } from './departments';
import { madeFrom, type Made } from './madeFrom';
import type { Places } from './places';
import { touchedBy, type Touched } from './touched';

/** A question that the owner still has to decide, and whom its answer touches. */
export interface Confirmation {
  /** `R18`; a question may have more than one key. */
  readonly ruling: string;
  readonly keys: readonly string[];
  readonly titles: readonly string[];
  /** The answers in force in words, one a key. */
  readonly answers: readonly string[];
  readonly clause: string;
  /** Persons, not posts, who would get another published figure under at least one alternative. */
  readonly persons: number;
  /** The same, by post, in the order of the assessments. */
  readonly who: readonly Assessee[];
}

/** What is to be confirmed, of what `touchedBy` has found. Rulings that touch nobody are left out. */
export function confirmations(book: ScoreBook, touched: Touched = touchedBy(book)): readonly Confirmation[] {
  const made = madeFrom(book);
  return [...touched].flatMap(([number, places]) => confirmationOf(made, number, places) ?? []);
}

function confirmationOf(
  { context, totals, members }: Made,
  number: string,
  places: Places,
): Confirmation | null {
  if (places.size === 0) return null;
  const who = (): readonly Assessee[] => [...places].map((place) => totals[place]!.assessment.assessee);
  const definitions = context.scheme.rulings.filter(
    (ruling) => ruling.number === number && ruling.needsConfirmation,
  );
  return {
    ruling: number,
    keys: definitions.map(({ key }) => key),
    titles: definitions.map(({ title }) => title),
    answers: definitions.map(({ key, values }) => {
      return values?.find(({ value }) => value === context.rulings[key])?.title ?? '';
    }),
    clause: definitions[0]?.clause ?? '',
    persons: countPersons(members, places),
    get who() {
      return who();
    },
  };
}

const counted = new WeakMap<Places, number>();

/** Persons, each once however many posts of theirs are among the places. Counted once a set. */
function countPersons(members: Members, places: Places): number {
  const departments = [...members.values()];
  if (departments.every(({ hasSeveral }) => !hasSeveral)) return places.size;
  const before = counted.get(places);
  if (before !== undefined) return before;
  let count = 0;
  for (const department of departments)
    for (const [, posts] of department.each())
      if (posts.some((at) => places.has(department.places[at]!))) count += 1;
  counted.set(places, count);
  return count;
}
