import type { Issue, Rulings, RulingValue, Scheme, ScoreBook, Severity } from '../model';
import type { Answers, SheetAnswer } from '../workbook/recognise/answers';
import type { Recognition } from '../workbook/recognise/recognise';
import type { Standing } from './scheme/standing';
import type { Snapshot } from '../workbook/snapshot';
import type { SummaryOrder } from '../workbook/summary/order';

/** What the caller decides; each wins over what the workbook remembers, and that over the scheme's default. */
export interface EvaluateOptions {
  /** `2008H1`; left out: remembered, else the half-year that holds most visit dates. */
  readonly period?: string;
  readonly rulings?: Readonly<Record<string, RulingValue>>;
  /** What sheets, columns and marks mean; for a sheet named here it wins over what is remembered. */
  readonly answers?: Answers;
}

/** What the workbook remembers of its own settings. */
export interface RememberedSettings {
  readonly period?: string;
  readonly rulings?: Rulings;
  readonly answers?: Answers;
}

export type RulingSource = 'option' | 'workbook' | 'scheme';

/** What a sheet was taken for, for people. */
export interface SheetReading {
  readonly sheet: string;
  /** Id of the scheme's sheet definition, `null` where it was left alone. */
  readonly definition: string | null;
  /** e.g. `明细测评表-客户经理(矩阵)`; for people. */
  readonly label: string;
  /** 0 to 1. */
  readonly confidence: number;
  readonly evidence: readonly string[];
  /** Ids of the sheet definitions among which somebody has to choose; empty where it is told. */
  readonly candidates: readonly string[];
  /** 0-based rows; none where no header was found, and nothing can be chosen then. */
  readonly headerRows: readonly number[];
  readonly columns: readonly ColumnReading[];
  readonly dataRows: number;
  readonly skipped: readonly { readonly row: number; readonly reason: string }[];
  /** What somebody has said of the sheet, `null` for nothing. */
  readonly answer: SheetAnswer | null;
}

/** What a column was taken for. */
export interface ColumnReading {
  readonly column: number;
  /** Parents and leaf, joined with ` / `. */
  readonly header: string;
  /** Which of `among` columns with that header, 0-based from the left. */
  readonly occurrence: number;
  readonly among: number;
  /** Field id, rule id or `person:POST`; `null` where it is not read. */
  readonly field: string | null;
  readonly label: string;
  /** What stands in the first three rows of data, as it is shown there; fewer where there are fewer. */
  readonly preview: readonly string[];
}

export interface CheckNotRun {
  readonly check: string;
  readonly reason: string;
  /** The check itself broke down; what it would have found is not known. */
  readonly failed?: boolean;
}

/** One full pass over a snapshot: read, checked, scored, explained. */
export interface Evaluation {
  /** The rules that everything was computed under. */
  readonly scheme: Scheme;
  /** Where they come from, and what waits to be taken over. */
  readonly standing: Standing;
  readonly snapshot: Snapshot;
  /** `null` where it could not be told. */
  readonly period: string | null;
  /** Who has said so; `dates` where nobody has. */
  readonly periodSource: 'option' | 'workbook' | 'dates';
  readonly rulings: Rulings;
  readonly rulingSources: Readonly<Record<string, RulingSource>>;
  /** How the sheets were read. */
  readonly recognition: Recognition;
  readonly readings: readonly SheetReading[];
  readonly scores: ScoreBook;
  readonly issues: readonly Issue[];
  readonly notRun: readonly CheckNotRun[];
  readonly counts: Readonly<Record<Severity, number>>;
}

export interface FillOptions extends EvaluateOptions {
  readonly overwriteFormulas?: boolean;
  /** Departments that are filled, by name; left out: all. A name that is none is refused (UnknownDepartment). */
  readonly departments?: readonly string[];
  /** Each department has a summary of its own. */
  readonly perDepartment?: boolean;
  /** How new rows are listed. */
  readonly order?: SummaryOrder;
}

export { SUMMARY_ORDERS, type SummaryOrder } from '../workbook/summary/order';
export type { FillPlan } from '../workbook/summary/fillPlan';
