import type { Revision } from './scheme';

/**
 * What a regulation says that puts customers into classes instead of scoring persons, as data: which columns there
 * are, which words mean which code, and how the scale is ranked. The engine knows the mechanism alone.
 */
export interface ClassificationScheme {
  readonly id: string;
  readonly kind: 'classification';
  readonly version: string;
  readonly title: string;
  readonly number: string;
  /** The sheet that is read: one customer a row. */
  readonly sheet: SheetNames;
  /** The sheets that are written: the classes, and how many recorded ones differ. */
  readonly result: SheetNames;
  readonly counts: SheetNames;
  readonly fields: readonly TableField[];
  /** Field that names a customer, and the one by which two of a name are told apart. */
  readonly identity: { readonly name: string; readonly number: string };
  /** Parts of the class that are read off a word, in the order in which they stand in it. */
  readonly codes: readonly CodeList[];
  readonly scale: ScaleRule;
  readonly compare: Comparison;
  /** A row whose first filled cell is one of these holds no customer. */
  readonly totals: readonly string[];
  /** Who changed what when, oldest first. */
  readonly history?: readonly Revision[];
}

export interface SheetNames {
  readonly name: string;
  readonly title: string;
}

/** A column of a table. */
export interface TableField {
  readonly id: string;
  readonly name: string;
  readonly synonyms: readonly string[];
  readonly optional?: boolean;
}

/** The codes of one field. */
export interface CodeList {
  readonly field: string;
  readonly values: readonly Code[];
}

export interface Code {
  readonly code: string;
  readonly name: string;
  readonly synonyms: readonly string[];
}

/** Ranking within the groups of a field by the mean of a customer's shares; the best and the last share of it apart. */
export interface ScaleRule {
  readonly group: string;
  /** Amount fields whose shares of the group's total are averaged. */
  readonly shares: readonly string[];
  /** Share of the customers at each end, an exact decimal below 0.5. */
  readonly ends: string;
  readonly classes: { readonly top: string; readonly middle: string; readonly bottom: string };
  readonly clause: string;
}

/** A column of classes that somebody has recorded, and whose differences are counted. */
export interface Comparison {
  readonly field: string;
  readonly by: readonly string[];
  /** Header of the count, as the scheme that it feeds calls it. */
  readonly feeds: string;
}
