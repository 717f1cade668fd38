import type { StoreApi } from 'zustand/vanilla';
import type { Evaluation, FillOptions, FillPlan } from '../../app/evaluation';
import type { VisitEntry } from '../../app/entry/desk';
import type { SheetAnswer } from '../../app/sheetChoices';
import type { CellRef, RulingValue } from '../../model';
import type { Failure, Unread } from './failure';
import type { RulesActions, RulesOutcome } from './rules';
import type { Preferences, SummaryState, UndoableWork } from './services';
import type { SubmissionActions, SubmissionOutcome, SubmissionWork } from './submission';
import type { Tab, View } from './view';

export type WorkKind =
  | 'check'
  | 'plan'
  | 'fill'
  | 'undo'
  | 'rulings'
  | 'answers'
  | 'template'
  | 'example'
  | 'entry'
  | SubmissionWork;

/** The long call that is running; `share` is 0 to 1. */
export interface Work {
  readonly kind: WorkKind;
  readonly share: number;
  readonly cancellable: boolean;
}

/** What was done last; the status region puts it into words. */
export type Outcome =
  | {
      readonly kind:
        | 'read'
        | 'checked'
        | 'undone'
        | 'entryUndone'
        | 'planned'
        | 'corrected'
        | 'correctionUndone'
        | 'nothingToUndo'
        | 'cancelled'
        | 'entryAsked'
        | 'rulingsApplied'
        | 'answered'
        | 'forgotten';
    }
  | { readonly kind: 'entered'; readonly household: string; readonly place: CellRef }
  | { readonly kind: 'templateAdded' | 'exampleAdded'; readonly sheets: number }
  | {
      readonly kind: 'filled';
      readonly plan: FillPlan | null;
      readonly persons: number;
      readonly options: FillOptions;
    }
  /** `cells`: how many were changed since, so that nothing was undone. */
  | { readonly kind: 'undoAsked'; readonly work: UndoableWork; readonly cells: number }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | Unread<Outcome>
  | SubmissionOutcome
  | RulesOutcome;

/**
 * What became of the last edits in the sheets: their rows were taken in, all was read afresh for them, they wait, or
 * they could not be read. `null` where there were none since all was read last.
 */
export type FollowingState = 'rows' | 'whole' | 'waiting' | 'failed' | null;

export interface PaneState extends SubmissionActions, RulesActions {
  readonly evaluation: Evaluation | null;
  readonly summary: SummaryState;
  readonly work: Work | null;
  readonly outcome: Outcome | null;
  /** What an undo would take back; `null` for nothing. */
  readonly undoes: UndoableWork | null;
  readonly view: View;
  /** The tab that is open, or that the open page stands behind. */
  readonly tab: Tab;
  /** The half-year that was chosen and is remembered in the workbook; `null` for automatic. */
  readonly period: string | null;
  /** 提交前校验 was pressed, so the verdict is shown. */
  readonly verdict: boolean;
  /** Counts the commands whose result should be brought into sight. */
  readonly attention: number;
  readonly preferences: Preferences;
  readonly following: FollowingState;

  readonly open: () => Promise<void>;
  readonly check: () => Promise<void>;
  /** Reads afresh what a correction has written. */
  readonly corrected: () => Promise<void>;
  /** Fills, or shows the preview first where the user wants one. */
  readonly fill: () => Promise<void>;
  readonly preview: (options?: FillOptions) => Promise<void>;
  /** Fills now, whatever the preference says. */
  readonly fillNow: (options?: FillOptions) => Promise<void>;
  /** Undoes the last fill; where cells were changed since, asks first, unless `evenIfChanged`. */
  readonly undo: (evenIfChanged?: boolean) => Promise<void>;
  /** Enters a visit; whether it was written. `accepted`: see `writeEntry`. */
  readonly enter: (entry: VisitEntry, accepted: readonly string[]) => Promise<boolean>;
  readonly cancel: () => void;
  readonly jump: (cell: CellRef) => Promise<void>;
  readonly choosePeriod: (period: string | null) => Promise<void>;
  readonly applyRulings: (change: Readonly<Record<string, RulingValue>>) => Promise<void>;
  /** Adds the sheets of the template, and reads again. */
  readonly addTemplate: () => Promise<void>;
  /** Writes the example into a workbook that holds nothing, and reads again. */
  readonly addExample: () => Promise<void>;
  /** Remembers what a sheet or its columns are, and reads again. */
  readonly answer: (answer: SheetAnswer) => Promise<void>;
  readonly forget: (sheet: string) => Promise<void>;
  readonly show: (view: View) => void;
  readonly closeVerdict: () => void;
  readonly prefer: (preferences: Partial<Preferences>) => void;
}

export type PaneStore = StoreApi<PaneState>;
