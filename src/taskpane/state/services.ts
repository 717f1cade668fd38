import type { EvaluateOptions, Evaluation, FillOptions, FillPlan } from '../../app/evaluation';
import type { EntryDesk } from '../../app/entry/desk';
import type { ExplainedLine } from '../../app/explain/explain';
import type { RulingEffect, RulingEffects, Run, SummaryState, UndoableWork } from '../../app/session';
import type { Follower } from '../../app/live/follower';
import type { RulesDesk } from '../../app/scheme/rulesDesk';
import type { SchemesDesk } from '../../app/schemesDesk';
import type { Submission } from '../../app/submission';
import type { SheetAnswer } from '../../app/sheetChoices';
import type { Corrections } from '../../cycle/corrections/desk';
import type { CellRef, RulingValue } from '../../model';

export type { ExplainedLine, RulingEffect, Run, SummaryState, UndoableWork };

export interface Planned {
  readonly evaluation: Evaluation;
  readonly plan: FillPlan;
}

export interface Filled {
  readonly evaluation: Evaluation;
  /** What was written; `null` where nobody could be scored and nothing was written. */
  readonly plan: FillPlan | null;
}

/** What came of an undo: nothing to undo, refused because cells were changed since the fill, or done. */
export type Undone =
  { readonly kind: 'nothing' | 'undone' } | { readonly kind: 'changed'; readonly cells: readonly CellRef[] };

/**
 * The use cases as the pane calls them. Every method may reject with a host's error, whose message says in Chinese
 * what to do next; an aborted one rejects and has changed nothing.
 */
export interface PaneServices {
  /** A full, fresh read, checked and scored. */
  check(options: EvaluateOptions, run: Run): Promise<Evaluation>;
  /** What `fill` would write now. */
  plan(options: FillOptions, run: Run): Promise<Planned>;
  /** What a fill would write by an evaluation that is there already. */
  planOf(evaluation: Evaluation, options: FillOptions): FillPlan;
  /** Reads afresh, then writes. */
  fill(options: FillOptions, run: Run): Promise<Filled>;
  /** Brings back what the last fill replaced; `evenIfChanged` gives up what was entered there since. */
  undo(options: { readonly evenIfChanged: boolean }, run: Run): Promise<Undone>;
  /** What an undo would take back, also from before the pane was opened; `null` for nothing. As of the last call. */
  undoable(): UndoableWork | null;
  /** Shows the cell in the workbook. */
  select(cell: CellRef): Promise<void>;
  /** The score of `evaluation.scores.persons[index]`, line by line. */
  explain(evaluation: Evaluation, index: number): readonly ExplainedLine[];
  /** How the summary stood when the evaluation was made. */
  summaryState(evaluation: Evaluation): SummaryState;
  /** The half-year that the workbook remembers; `null` where it is found anew each time. */
  rememberedPeriod(evaluation: Evaluation): string | null;
  /** Remembers the half-year in the workbook; `null` lets it be found again. */
  setPeriod(period: string | null): Promise<void>;
  /** What was read, as text for a file; `null` where names could not be replaced without changing a figure. */
  snapshotToSave(evaluation: Evaluation, options: { readonly replaceNames: boolean }): string | null;
  /** Adds the sheets of the template that the workbook does not have; the number of those added. */
  addTemplate(run: Run): Promise<number>;
  /** Writes the example into a workbook that holds nothing; the number of its sheets. */
  addExample(run: Run): Promise<number>;
  /** Remembers in the workbook what was said of a sheet, in place of what was said of it before. */
  answer(answer: SheetAnswer): Promise<void>;
  /** Forgets what was said of a sheet. */
  forget(sheet: string): Promise<void>;
  /** Remembers rulings in the workbook, beside those it remembers already. */
  setRulings(change: Readonly<Record<string, RulingValue>>): Promise<void>;
  /** Whose figures the change would move; empty where nobody's. */
  previewRulings(evaluation: Evaluation, change: Readonly<Record<string, RulingValue>>): RulingEffects;
  /** Repairs, marks, report and seal. */
  readonly submission: Submission;
  /** The rules that the workbook is scored under. */
  readonly rules: RulesDesk;
  /** Cells that are put right on somebody's word, and the record of them. */
  readonly corrections: Corrections;
  /** Visits that are entered by hand. */
  readonly entry: EntryDesk;
  /** The schemes of the product, and which the workbook has. */
  readonly schemes: SchemesDesk;
  /** Follows what is typed into the workbook. */
  readonly follower: Follower;
}

/** What the pane remembers of its user, not of the workbook. */
export interface Preferences {
  readonly previewBeforeFill: boolean;
  /** The figures follow what is typed into the sheets. */
  readonly live: boolean;
}

/** Where preferences are kept; neither method throws. */
export interface PreferenceStore {
  load(): Preferences;
  save(preferences: Preferences): void;
}

/** Where the pane runs: its look, its language, and which version it is. */
export interface Surroundings {
  /** BCP 47 tag of the host's display language. */
  readonly language: string;
  /** The host's own theme; `null` where it gives none and the browser is asked. */
  readonly theme: 'light' | 'dark' | null;
  readonly version: string;
  /** Excel lacks functions that the pane cannot do without. */
  readonly tooOld: boolean;
}
