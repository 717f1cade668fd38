import type { ClassificationScheme, SheetNames, TableField } from './classification';
import type { PeriodUnit } from './period';
import type { Revision, Scheme } from './scheme';

/** What schemes have in common that work on a table instead of scoring persons in posts. */
interface TableBase {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly number: string;
  /** The sheet that is read. */
  readonly sheet: SheetNames;
  /** The sheet that is written. */
  readonly result: SheetNames;
  readonly fields: readonly TableField[];
  /** A row whose first filled cell is one of these holds no data. */
  readonly totals: readonly string[];
  /** How long a period is, and the field that says in which one a row lies (a day, or the period's name). */
  readonly period?: { readonly unit: PeriodUnit; readonly field: string };
  /** Who changed what when, oldest first. */
  readonly history?: readonly Revision[];
}

/** Units with a score each, and somebody who leads them and has the mean of theirs. */
export interface GroupMeanScheme extends TableBase {
  readonly kind: 'groupMean';
  /** Fields: who is scored, who leads, the score. */
  readonly unit: string;
  readonly leader: string;
  readonly score: string;
  readonly maximum: number;
  /** A score from here upwards reaches the goal. */
  readonly line: number;
  readonly words: {
    readonly leader: string;
    readonly qualified: string;
    readonly unqualified: string;
    readonly unscored: string;
    /** Headers of the results. */
    readonly score: string;
    readonly mean: string;
    readonly rank: string;
    readonly verdict: string;
  };
  readonly clauses: { readonly line: string; readonly leader: string };
}

/** Units scored by several forms, each with a weight that the owner enters; the weights add up to 100 %. */
export interface CompositeScheme extends TableBase {
  readonly kind: 'composite';
  readonly unit: string;
  /** Fields of the forms; one without weight needs no figure. */
  readonly forms: readonly string[];
  readonly maximum: number;
  readonly weights: { readonly sheet: SheetNames; readonly form: string; readonly weight: string };
  /**
   * Weights by form, exact decimals of 1 that add up to 1; left out where the owner enters them on the sheet of weights
   * alone. The product has none of its own.
   */
  readonly shares?: Readonly<Record<string, string>>;
  readonly words: { readonly unscored: string; readonly score: string; readonly rank: string };
  readonly clause: string;
}

/** Cards on which a person is judged under several aspects in levels, whose points the owner enters. */
export interface SurveyScheme extends TableBase {
  readonly kind: 'survey';
  readonly person: string;
  readonly aspects: readonly string[];
  readonly levels: {
    readonly sheet: SheetNames;
    readonly level: string;
    readonly points: string;
    /** As many levels there are, in words that the owner may change. */
    readonly suggested: readonly string[];
  };
  /** Points by level, 0 and above; left out where the owner enters them on the sheet of levels alone. */
  readonly levelPoints?: Readonly<Record<string, number>>;
  /** A cell that says that nothing was answered. */
  readonly noAnswer: readonly string[];
  readonly words: { readonly mean: string; readonly unknown: string };
  readonly clause: string;
}

/** How many of a kind of work must be looked at. */
export interface MinimumRule {
  readonly name: string;
  readonly synonyms: readonly string[];
  readonly minimum?: number;
  /** Share of the total, an exact decimal. */
  readonly share?: string;
  /** All below the limit of the marks come on top. */
  readonly withLow?: boolean;
  readonly clause: string;
}

/** Counts of what was looked at, against the minimum of its kind of work. */
export interface MinimumsScheme extends TableBase {
  readonly kind: 'minimums';
  readonly when: string;
  readonly category: string;
  readonly total: string;
  readonly low: string;
  readonly actual: string;
  readonly rules: readonly MinimumRule[];
  readonly words: {
    readonly met: string;
    readonly short: string;
    readonly unknown: string;
    /** Headers of the results. */
    readonly total: string;
    readonly required: string;
    readonly actual: string;
    readonly verdict: string;
  };
}

/** A list that is counted, without points. */
export interface TallyScheme extends TableBase {
  readonly kind: 'tally';
  /** Fields that it is counted by, in this order; the one of the days is read as a date. */
  readonly by: readonly string[];
  readonly date: string;
  readonly category: string;
  readonly categories: readonly { readonly name: string; readonly synonyms: readonly string[] }[];
  /** A row that says so in this field found nothing: it is none to be counted. */
  readonly nothing?: { readonly field: string; readonly words: readonly string[] };
  readonly words: { readonly count: string; readonly unknown: string };
}

/** A scheme that works on a table. */
export type TableScheme =
  ClassificationScheme | GroupMeanScheme | CompositeScheme | SurveyScheme | MinimumsScheme | TallyScheme;

/** A scheme of either family. */
export type AnyScheme = Scheme | TableScheme;

/** Whether a scheme works on a table and scores nobody in a post. */
export function isTableScheme(scheme: AnyScheme): scheme is TableScheme {
  return 'kind' in scheme;
}

/** The same without the ranking of customers, which has a room of its own. */
export type PlainTableScheme = Exclude<TableScheme, ClassificationScheme>;
