import type { ScoreBook } from '../model';
import type { Context } from './context';
import type { DepartmentResult, Members } from './departments';
import type { Group } from './groups';
import type { PersonTotals } from './totals';

/** What a book was made from; kept with it, so that what changes alone is scored again. */
export interface Made {
  readonly context: Context;
  readonly totals: readonly PersonTotals[];
  readonly withheld: ReadonlySet<string>;
  readonly members: Members;
  readonly departments: readonly DepartmentResult[];
  /** Everybody's place, as in the book. */
  readonly ranks: readonly (number | null)[];
  /** Post → where its persons stand in the totals. */
  readonly posts: ReadonlyMap<string, readonly number[]>;
  /** The persons of each post with their figures; `null` where only some of them were scored again. */
  readonly groups: readonly Group[] | null;
}

const made = new WeakMap<ScoreBook, Made>();

/** Keeps what a book was made from. */
export function noted(book: ScoreBook, from: Made): ScoreBook {
  made.set(book, from);
  return book;
}

/** What a book was made from; throws for one that was not made here. */
export function madeFrom(book: ScoreBook): Made {
  const known = made.get(book);
  if (!known) throw new RangeError('this book was not made by scoreBook');
  return known;
}
