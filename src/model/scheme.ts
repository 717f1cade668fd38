import type { Indicator } from './indicator';
import type { PeriodUnit } from './period';
import type { RulingDefinition } from './ruling';
import type { FieldDefinition, SheetDefinition } from './sheetDefinition';
import type { Words } from './words';

/**
 * What a regulation says, as data. A scheme is loaded from JSON (`schemes/`), never written in code: posts,
 * indicators, sheets, headers and rulings of a regulation stand here and nowhere else.
 *
 * Numbers that must stay exact (thresholds, steps) are decimal texts such as `"0.95"`; a rate is a fraction of 1.
 */
export interface Scheme {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  /** Number of the regulation, e.g. `YCYC-DC-04`. */
  readonly number: string;
  readonly posts: readonly Post[];
  readonly sections: readonly Section[];
  readonly indicators: readonly Indicator[];
  readonly rulings: readonly RulingDefinition[];
  readonly fields: readonly FieldDefinition[];
  readonly sheets: readonly SheetDefinition[];
  /** Shares and limits that checks use. */
  readonly sampling: {
    readonly share: string;
    readonly minimum: number;
    readonly clause: string;
    /** Columns of a customer list by which a draw may be divided within an area. */
    readonly strata?: readonly Stratum[];
  };
  /** Clause that the pass line and its deductions (第十九条) are cited by; with `deducts: false` missing it costs nothing. */
  readonly passLine: { readonly clause: string; readonly deducts?: boolean };
  /** How often it assesses; left out: half-yearly. */
  readonly period?: PeriodUnit;
  /** By which day of the month after the period the results are reported. */
  readonly reporting?: { readonly day: number; readonly clause: string };
  /** Papers that are printed and filled in by hand; they come with the template and are not read. */
  readonly forms?: readonly FormDefinition[];
  readonly words: Words;
  /** Grades that a published score falls into, the best first; absent where the regulation gives none. */
  readonly bands?: readonly Band[];
  /** Who changed what when, oldest first. */
  readonly history?: readonly Revision[];
}

/** A grade (优秀): scores from `from` upwards, in points of 100, that reach no better one. */
export interface Band {
  readonly title: string;
  readonly from: number;
}

/** A paper of the regulation: labels with room to write behind them, a row a line. */
export interface FormDefinition {
  readonly name: string;
  readonly title: string;
  readonly lines: readonly string[];
}

/** A change of the rules by their owner. `date` is text as it was entered. */
export interface Revision {
  readonly version: string;
  readonly date: string;
  readonly who: string;
  readonly what: string;
}

/** What a customer list says of a customer beside area and persons, e.g. 业态. */
export interface Stratum {
  readonly id: string;
  readonly name: string;
  readonly synonyms: readonly string[];
}

/** A post (岗位) that is assessed. `id` stands in indicator ids; `name` in results. */
export interface Post {
  readonly id: string;
  readonly name: string;
  readonly synonyms: readonly string[];
  readonly clause: string;
}

/** A part of the total. `points` is by post id, in points. */
export interface Section {
  readonly id: string;
  readonly title: string;
  /** Other headers of its column in a summary. */
  readonly synonyms?: readonly string[];
  readonly clause: string;
  /** `household`: mean over visited households; `person`: from a person's figures; `register`: counted entries. */
  readonly grain: 'household' | 'person' | 'register';
  readonly points: Readonly<Record<string, number>>;
  /** A household may be visited several times in a period; each visit counts by itself. */
  readonly revisits?: boolean;
  /** What no data at all means: the person is unscored, the ruling `missingSection` decides, or full points. */
  readonly ifMissing: 'unscored' | 'ruling' | 'full';
}
