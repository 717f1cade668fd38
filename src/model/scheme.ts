import type { PeriodUnit } from './period';

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

interface IndicatorBase {
  readonly id: string;
  /** Post ids. */
  readonly posts: readonly string[];
  readonly section: string;
  /** e.g. `第五条(一)1)1.1.1`. */
  readonly clause: string;
  /** Numbers as printed, by which staff name it (`1.2`); may be shared by two indicators of a post. */
  readonly printed: readonly string[];
  readonly title: string;
  /** Other titles that mean it in its post, e.g. `明码标价`. */
  readonly aliases: readonly string[];
  /** Points of the item itself (R3): more than these are never lost under it. Absent: only the section's floor holds. */
  readonly cap?: number;
}

/** Points for each finding at a household. */
export interface PerFinding extends IndicatorBase {
  readonly kind: 'perFinding';
  readonly points: number;
  /** Counts occurrences by its own wording: a multiple is nothing to warn of, and no ruling makes it count once. */
  readonly countsOccurrences?: boolean;
  /** Cannot stand beside this indicator for one household (R21). */
  readonly exclusiveWith?: string;
  /** A rate over households that the ruling `policyAwareness` may bring in (R15). */
  readonly awareness?: { readonly threshold: string; readonly step: string; readonly ruling: string };
}

/** Points for each one counted in a field. */
export interface PerCount extends IndicatorBase {
  readonly kind: 'perCount';
  readonly points: number;
  readonly count: string;
  /** Field the count may not exceed, where one is known. */
  readonly outOf?: string;
}

/** numerator ÷ denominator; with `subtract`, (denominator − subtract) ÷ denominator. Field ids. */
export interface RatioSource {
  readonly numerator?: string;
  readonly subtract?: string;
  readonly denominator: string;
}

/** Where a rate comes from: entered as it is, from its parts, or combined from other rates. `entered` wins. */
export interface RateSource {
  readonly entered?: string;
  readonly ratio?: RatioSource;
  readonly combine?: { readonly fields: readonly string[]; readonly ruling: string };
}

/** Points for each step that a rate falls short of its threshold (`rateBelow`) or exceeds it (`rateAbove`). */
export interface RateIndicator extends IndicatorBase {
  readonly kind: 'rateBelow' | 'rateAbove';
  readonly points: number;
  /** Fraction of 1, e.g. `"0.95"`. */
  readonly threshold: string;
  /** Threshold of single posts, by post id, where it differs. */
  readonly thresholds?: Readonly<Record<string, string>>;
  /** Fraction of 1, e.g. `"0.01"`; or the key of the ruling that gives it. */
  readonly step: string | { readonly ruling: string };
  readonly rate: RateSource;
  /** Groups with a threshold of their own (城市, 农村); a blank group is no group. */
  readonly groups?: readonly {
    readonly title: string;
    readonly threshold: string;
    readonly ratio: RatioSource;
  }[];
  /** `points` where the figure is a score out of 100 and shown without a percent sign. */
  readonly unit?: 'percent' | 'points' | 'permille';
}

/** R must lie between `lower`×S and S. */
export interface BandIndicator extends IndicatorBase {
  readonly kind: 'band';
  readonly points: number;
  readonly step: string;
  readonly lower: string;
  readonly ratio: RatioSource;
  readonly standard: string;
  readonly ruling: string;
}

export type AccidentScope = 'section' | 'item' | 'total';

/** An accident (with a violation) takes what its scope ruling says. Fields are flags. */
export interface AccidentIndicator extends IndicatorBase {
  readonly kind: 'zeroOnAccident';
  readonly accident: string;
  readonly violation: string;
  /** The indicator whose item is lost when the ruling says `item`, and what the item is worth. */
  readonly item: { readonly indicator: string; readonly points: number };
  /** Keys of the rulings that say what is lost, and whether an accident counts only with a violation. */
  readonly rulings: { readonly scope: string; readonly needsViolation: string };
  /** What each value of the scope ruling takes: the section, the item above, or the whole score. */
  readonly scopes: Readonly<Record<string, AccidentScope>>;
}

/** Points where a duty's state is the named one; anything else costs nothing. */
export interface StateIndicator extends IndicatorBase {
  readonly kind: 'notDone';
  readonly points: number;
  readonly field: string;
  readonly failing: string;
}

/** Points for each founded entry of a register. */
export interface RegisterIndicator extends IndicatorBase {
  readonly kind: 'registerCount';
  readonly points: number;
  /** State of the verdict field that counts. */
  readonly counts: string;
}

export type Indicator =
  | PerFinding
  | PerCount
  | RateIndicator
  | BandIndicator
  | AccidentIndicator
  | StateIndicator
  | RegisterIndicator;

export type RulingValue = string | number | boolean;

/** A question that the regulation leaves open, with a default and named alternatives (rulebook §2). */
export interface RulingDefinition {
  /** `totalBasis`, `percentStep`, … */
  readonly key: string;
  /** `R1` … or the clause. */
  readonly number: string;
  readonly clause: string;
  readonly title: string;
  /** Two sentences: what is open, and what the default does. */
  readonly explanation: string;
  readonly default: RulingValue;
  /** Named values, default first; absent where `range` holds. */
  readonly values?: readonly { readonly value: RulingValue; readonly title: string }[];
  /** Any number between these, both included. */
  readonly range?: readonly [number, number];
  /** May be set for one indicator, as `key.INDICATOR`. */
  readonly perIndicator?: boolean;
  /** The owner still has to confirm it (需确认). */
  readonly needsConfirmation?: boolean;
}

/** Rulings in force: every key of the scheme, and `key.INDICATOR` where one is set for a single indicator. */
export type Rulings = Readonly<Record<string, RulingValue>>;

export type FieldType =
  | 'text'
  | 'name'
  | 'department'
  | 'post'
  | 'licence'
  | 'date'
  | 'deduction'
  | 'findingCount'
  | 'item'
  | 'count'
  | 'amount'
  | 'rate'
  | 'ratio'
  | 'score'
  | 'flag'
  | 'state'
  | 'figure';

/** A column that sheets may have. */
export interface FieldDefinition {
  readonly id: string;
  /** Its own header; an exact match wins over another field's synonym. */
  readonly name: string;
  readonly synonyms: readonly string[];
  /** Headers that mean it only where no other column does (线路 for a department, beside 部门 a district). */
  readonly weakSynonyms?: readonly string[];
  readonly type: FieldType;
  /** For `state` and `flag`: id → the words that mean it; a flag has `true` and `false`. */
  readonly states?: Readonly<Record<string, readonly string[]>>;
  /** A rate accepts ‰ and may never be guessed (R20). */
  readonly permille?: boolean;
}

export type SheetKind =
  'roster' | 'matrix' | 'combined' | 'findings' | 'visits' | 'card' | 'measures' | 'register' | 'summary';

/** A sheet of the scheme's own template, and by its columns what staff's sheets are recognised as. */
export interface SheetDefinition {
  readonly id: string;
  readonly kind: SheetKind;
  readonly name: string;
  readonly title: string;
  /** Post id where the sheet belongs to one post. */
  readonly post?: string;
  /** Section that its rows feed. */
  readonly section?: string;
  /** Field ids in the template's order. */
  readonly fields: readonly string[];
  /** Headers of this sheet in the template where they are not the fields' own names: 被投诉人 over a register of complaints. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Field ids without which the sheet cannot be read; an inner list means one of them, or of its groups. */
  readonly required: readonly (string | readonly (string | readonly string[])[])[];
  /** Field ids that may be left out. */
  readonly optional: readonly string[];
  /** A second table below the first, a row a department (summary). */
  readonly block?: { readonly fields: readonly string[] };
}

/** Words that the reading goes by (rulebook §3, cell rules). Compared after NFKC and without spaces. */
export interface Words {
  /** A row whose first filled cell is, or ends in, one of these holds no data: 合计, 小计 … */
  readonly totals: readonly string[];
  /** A row whose first filled cell is one of these, or begins with it and a colon or bracket, holds no data. */
  readonly notes: readonly string[];
  /** A deduction cell that means nothing was deducted. */
  readonly nothing: readonly string[];
  /** A deduction cell that means one nonconformity. */
  readonly nonconformity: readonly string[];
  /** Answers, understood in a deduction cell only where the header asks one of `yesQuestions`. */
  readonly yes: readonly string[];
  readonly no: readonly string[];
  readonly yesQuestions: readonly string[];
  /** A mark that could mean either; asked about. */
  readonly ambiguous: readonly string[];
  /** Bracketed behind a name: the post is held beside another (R31). */
  readonly concurrent: readonly string[];
  /** What stands under 是否达标: at or above the pass line, below it, not scored. */
  readonly results: { readonly qualified: string; readonly unqualified: string; readonly unscored: string };
  /** Who signs below a summary that the product makes, in this order. */
  readonly signatures: readonly string[];
  /** Labels in the rows above a table, by field id: `被测评人:…`. */
  readonly metaLabels: Readonly<Record<string, readonly string[]>>;
}
