import type { Desk } from '../checks/desk';
import type { Period } from '../checks/period';
import type { Directory, DirectoryEntry } from '../checks/persons';
import type { Row, Rulings, Scheme, VisitRows } from '../model';
import type { Entries } from '../workbook/read/read';
import type { Attempts } from './attempts';
import type { LostColumns } from './lost';

/** Assessee a row, NOBODY where it belongs to nobody; by kind of row, those of unreadable sheets left out. */
export interface RowOwners {
  readonly visits: Int32Array;
  readonly findings: Int32Array;
  readonly measures: Int32Array;
  readonly register: Int32Array;
}

/** Some persons by themselves: the entries are theirs and those that belong to nobody. */
export interface Part {
  /** Everybody. */
  readonly directory: Directory;
  /** Those who are assessed, with all posts of each. */
  readonly ids: readonly number[];
  /** Some sheet of the whole workbook lists the visits. */
  readonly hasVisitList: boolean;
}

/** Rows that say whom they mean, with whose they turned out to be. */
export interface Attributed<Item extends Row> {
  readonly rows: readonly Item[];
  /** Assessee a row, NOBODY where it belongs to nobody. */
  readonly owners: Int32Array;
}

/** The same of visits. */
export interface AttributedVisits {
  readonly rows: VisitRows;
  readonly owners: Int32Array;
}

/** What all steps of the gathering share. */
export interface Round {
  readonly scheme: Scheme;
  readonly entries: Entries;
  readonly rulings: Rulings;
  readonly period: Period | null;
  readonly attempts: Attempts;
  readonly desk: Desk;
  readonly lost: LostColumns;
  readonly directory: Directory;
  /** Those who are assessed: everybody, or the persons of the part. */
  readonly people: readonly DirectoryEntry[];
  /** Some sheet lists the visits. */
  readonly hasVisitList: () => boolean;
  /** Id of the section that households are visited for. */
  readonly household: string;
}

/** An error that such a check did not come to must not leave a figure standing: nobody is scored then. */
export function guarded({ directory, desk }: Round): { fallback: undefined; onFailure: () => void } {
  return { fallback: undefined, onFailure: () => unresolveAll(directory, desk) };
}

/** Nobody is scored. */
export function unresolveAll(directory: Directory, desk: Desk): void {
  directory.entries.forEach((entry) => desk.unresolve(entry.id));
}
