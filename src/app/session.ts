import type { RulingValue, Scheme } from '../model';
import { departmentsChanged } from '../scoring';
import { resting, type WorkbookHost } from '../workbook/host';
import { fillState } from '../workbook/summary';
import type { UndoableWork } from '../workbook/undo/record';
import { createEntryDesk } from './entry/desk';
import { evaluate } from './evaluate';
import type { EvaluateOptions, Evaluation, FillOptions, FillPlan } from './evaluation';
import { addExample } from './example';
import { explain, type ExplainedLine } from './explain/explain';
import { fillSummary, planFill, planFillInSlices } from './fill';
import { liveEvaluation } from './live/live';
import { formatsWanted } from './formatsWanted';
import { LastCheck } from './lastCheck';
import { memoryInSlices, memoryOf, settingsOf } from './remembered';
import { evaluateWorkbookInSlices } from './scheme/evaluateWorkbook';
import { effectsBetween, type ScoreEffect } from './scheme/preview';
import { createRulesDesk } from './scheme/rulesDesk';
import { standingOf } from './scheme/standing';
import { createSettings } from './settings';
import { inParts, inTwoParts, runSlices } from './slices';
import { createSubmission } from './submission';
import { snapshotToSave } from './snapshotToSave';
import { templateChanges } from './template';
import { undoableOf, undoFill, type UndoOutcome } from './undo';

export type { UndoableWork };

/** How a long call is watched and stopped. `onProgress` gets 0 to 1. */
export interface Run {
  readonly signal: AbortSignal;
  readonly onProgress: (share: number) => void;
}

/** A person whose published figures another ruling would move; `null` is: not known. */
export type RulingEffect = ScoreEffect;

/** What another ruling would move. */
export interface RulingEffects {
  readonly persons: readonly RulingEffect[];
  /** Names of the departments whose mean, rank, result or deduction of the head differs. */
  readonly departments: readonly string[];
}

/** How the summary stands to the details: not filled, as they give it, or different. */
export type SummaryState = 'none' | 'current' | 'stale';

/**
 * The use cases over one open workbook, as a pane or a ribbon calls them. Kept of the workbook between calls is whether a
 * fill can be undone, and what the last check has found, with the edits since, for a fill that comes next (`LastCheck`).
 * Calls reject with HostError, MemoryError or RulingError; an aborted one rejects too, and nothing was written.
 */
export function createSession(host: WorkbookHost, scheme: Scheme) {
  let undoable: UndoableWork | null = null;
  const last = new LastCheck();

  async function check(options: EvaluateOptions, run: Run): Promise<Evaluation> {
    const { signal } = run;
    last.forget();
    const { reading, scoring } = inTwoParts(run.onProgress);
    const wantsDetail = formatsWanted(scheme, options);
    const snapshot = await host.read({ signal, onProgress: reading, wantsDetail });
    signal.throwIfAborted();
    await memoryInSlices(snapshot, { signal });
    undoable = undoableOf(snapshot);
    const evaluation = await evaluateWorkbookInSlices(snapshot, scheme, options, {
      signal,
      onProgress: scoring,
    });
    last.note(options, evaluation);
    return evaluation;
  }

  return {
    check,
    /** Edits were followed: a fill that would have rested on the one evaluation rests on the other. */
    followed: (before: Evaluation, after: Evaluation) => last.followed(before, after),
    /** The workbook is another one than was checked, and nobody knows in what: a fill reads and computes all first. */
    outdated: () => last.forget(),
    async plan(options: FillOptions, run: Run): Promise<{ evaluation: Evaluation; plan: FillPlan }> {
      const [checking, planning] = inParts(run.onProgress, [0.85, 0.15]);
      const evaluation = await check(options, { ...run, onProgress: checking! });
      const slices = { signal: run.signal, onProgress: planning! };
      return {
        evaluation,
        plan: await runSlices(planFillInSlices(evaluation, options), slices, PLAN_SLICES),
      };
    },
    /** What a fill would write by an evaluation that is there already. */
    planOf: planFill,
    async fill(options: FillOptions, run: Run): Promise<{ evaluation: Evaluation; plan: FillPlan | null }> {
      const settings = { options, keepUndo: true, read: run, checked: last.take(options) };
      const { evaluation, plan } = await fillSummary(host, scheme, settings);
      if (plan && plan.changes.length > 0) undoable = 'fill';
      return { evaluation, plan };
    },
    async undo(options: { readonly evenIfChanged: boolean }, run: Run): Promise<UndoOutcome> {
      const outcome = await undoFill(host, { ...options, ...run });
      if (outcome.kind !== 'changed') undoable = null;
      return outcome;
    },
    /** What an undo would take back, as of the last call; `null` for nothing. */
    undoable: () => undoable,
    select: (cell: Parameters<WorkbookHost['select']>[0]) => host.select(cell),
    explain: explainPerson,
    summaryState,
    /** Follows edits from an evaluation that `check` has made, reading only the changed rows. */
    live: liveEvaluation,
    previewRulings,
    ...createSettings(host, scheme),
    submission: createSubmission(host, scheme, { check, undoable: () => void (undoable = 'fixes') }),
    rules: createRulesDesk(host, scheme),
    entry: createEntryDesk(host, scheme, () => void (undoable = 'entry')),
    snapshotToSave,
    /** Adds the sheets of the template that the workbook does not have; the number of those added. */
    addTemplate: (run: Run) => addTemplate(host, scheme, run),
    /** Writes the example into an empty workbook; the number of sheets. */
    addExample: (run: Run) => addExample(host, scheme, run),
  };
}

/** About how many slices planning a large fill takes. */
const PLAN_SLICES = 300;

/** The calls of a session. */
export type Session = ReturnType<typeof createSession>;

async function addTemplate(host: WorkbookHost, scheme: Scheme, run: Run): Promise<number> {
  const snapshot = await host.read(run);
  const { scheme: own } = standingOf(snapshot, scheme, memoryOf(snapshot));
  const changes = templateChanges(snapshot, own);
  if (changes.length > 0) await host.write(changes, resting(snapshot, run.signal));
  return changes.length;
}

/** How the figures of one person came about; nothing where the index is nobody's. */
function explainPerson(evaluation: Evaluation, index: number): readonly ExplainedLine[] {
  const person = evaluation.scores.persons[index];
  return person ? explain(person, evaluation.scheme) : [];
}

/** Whether a fill would change anything now, and whether something stands there already. */
function summaryState(evaluation: Evaluation): SummaryState {
  const { snapshot, scheme, scores, period } = evaluation;
  if (scores.persons.length === 0) return 'none';
  return STATES[fillState(snapshot, scheme, scores, period)];
}

const STATES = { makes: 'none', blanks: 'none', nothing: 'current', replaces: 'stale' } as const;

/** Whose figures the change would move; the workbook is not read again, and nothing is written. */
function previewRulings(
  evaluation: Evaluation,
  change: Readonly<Record<string, RulingValue>>,
): RulingEffects {
  const { snapshot, scheme, standing, period, rulings } = evaluation;
  const options = { rulings: { ...rulings, ...change }, ...(period === null ? {} : { period }) };
  const other = evaluate(snapshot, scheme, options, settingsOf(memoryOf(snapshot), scheme), standing);
  return {
    persons: effectsBetween(evaluation, other),
    departments: departmentsChanged(evaluation.scores, other.scores),
  };
}
