/** Whom a visit is entered for; `post` is a post id. */
export interface EntryPerson {
  readonly department: string;
  readonly name: string;
  readonly post: string;
}

/** A fault that was found: a household rule, and at how many places (a whole number from 1 on). */
export interface EntryFault {
  readonly indicator: string;
  readonly count: number;
}

/** One visited household as somebody enters it (快速登记). */
export interface VisitEntry {
  /** Tab that it goes into; for a list of findings that sheet. */
  readonly sheet: string;
  /** One person, or in a combined grid one a post whose work was looked at. */
  readonly persons: readonly EntryPerson[];
  readonly household: string;
  readonly licence: string;
  /** Excel serial of the day in the 1900 system, `null` for none. */
  readonly date: number | null;
  readonly inspector: string;
  readonly note: string;
  readonly faults: readonly EntryFault[];
}

/** A visit that cannot be entered; the message says in Chinese why, and what to do. Nothing was written. */
export class EntryError extends Error {
  override readonly name = 'EntryError';
}
