import { cellName, finished, type Issue, type Scheme, type Slices } from '../model';
import {
  OutdatedBasis,
  type ReadOptions,
  resting,
  type UndoChange,
  type WorkbookChange,
  type WorkbookHost,
  type WriteOptions,
} from '../workbook/host';
import { type Memory, writeMemoryInSlices } from '../workbook/memory';
import { planSummaryInSlices } from '../workbook/summary';
import { countIssues } from './issueOrder';
import type { Evaluation, FillOptions, FillPlan } from './evaluation';
import { formatsWanted } from './formatsWanted';
import { memoryOf, withDecisions } from './remembered';
import { evaluateWorkbookInSlices } from './scheme/evaluateWorkbook';
import { inParts, inTwoParts, runSlices } from './slices';
import { undoRecordInSlices } from './undoRecord';
import { requireDepartments } from './unknownDepartment';

/** How a fill is carried out, beside what is decided. */
export interface FillSettings {
  readonly options?: FillOptions;
  /** Keeps what is replaced in the workbook, so that `undoFill` can bring it back. */
  readonly keepUndo?: boolean;
  readonly read?: ReadOptions;
  /**
   * What a check has come to under the same options. Where the workbook still is exactly as it was read then, which the
   * host finds out by reading it once more before it writes, it need not be read and computed first.
   */
  readonly checked?: Evaluation | null;
}

/** What came of a fill. */
export interface FillOutcome {
  /** `nobody`: nobody could be scored, nothing was written. */
  readonly kind: 'filled' | 'nobody';
  /** What was found before the fill, without the stale figures that it has replaced. */
  readonly evaluation: Evaluation;
  /** `null` where nothing was written. */
  readonly plan: FillPlan | null;
}

/** What a fill of the evaluated workbook would write; nothing is written. */
export function planFill(evaluation: Evaluation, options: FillOptions = {}): FillPlan {
  return finished(planFillInSlices(evaluation, options));
}

/** The same in slices, so that a page stays alive. */
export function* planFillInSlices(evaluation: Evaluation, options: FillOptions = {}): Slices<FillPlan> {
  const { snapshot, scheme, scores, period } = evaluation;
  const { departments, perDepartment, order } = options;
  if (departments) requireDepartments(departments, departmentsOf(evaluation));
  return yield* planSummaryInSlices(snapshot, scheme, scores, {
    period,
    overwriteFormulas: options.overwriteFormulas === true,
    perDepartment: perDepartment === true,
    ...(departments ? { departments } : {}),
    ...(order ? { order } : {}),
  });
}

function departmentsOf({ scores }: Evaluation): string[] {
  return scores.departments.map(({ name }) => name);
}

/** Whether anybody of the chosen departments has a score that could be written. */
export function canFill(evaluation: Evaluation, { departments }: FillOptions = {}): boolean {
  return evaluation.scores.persons.some(
    ({ status, assessee }) =>
      status === 'scored' && (!departments || departments.includes(assessee.department)),
  );
}

/**
 * Fills the summary: a full, fresh read, one pass over it, one write; the read comes with the write where somebody has just
 * checked. Throws HostError (nothing is written then), MemoryError, RulingError.
 */
export async function fillSummary(
  host: WorkbookHost,
  scheme: Scheme,
  settings: FillSettings = {},
): Promise<FillOutcome> {
  const { checked, options = {} } = settings;
  const { signal, onProgress = () => undefined } = settings.read ?? {};
  let reached = 0;
  const report = (share: number): void => onProgress((reached = Math.max(reached, share)));
  if (checked && canFillAtOnce(checked, options)) {
    const [planning, again, writing] = inParts(report, AGAIN);
    const read = { ...readOptions(scheme, settings), onProgress: again! };
    try {
      const outcome = await fillFrom(host, checked, settings, { planning, writing, again: read });
      if (outcome) return outcome;
    } catch (error) {
      if (!(error instanceof OutdatedBasis)) throw error;
    }
  }
  // Where the workbook was another one, what was done for it does not count, and the rest of the way is longer.
  const from = reached;
  const [checking, planning, writing] = inParts((share) => report(from + (1 - from) * share), AFRESH);
  const { reading, scoring } = inTwoParts(checking!);
  const snapshot = await host.read({ ...readOptions(scheme, settings), onProgress: reading });
  const slices = { onProgress: scoring, ...(signal && { signal }) };
  const evaluation = await evaluateWorkbookInSlices(snapshot, scheme, options, slices);
  if (options.departments) requireDepartments(options.departments, departmentsOf(evaluation));
  if (!canFill(evaluation, options)) return { kind: 'nobody', evaluation, plan: null };
  return (await fillFrom(host, evaluation, settings, { planning, writing }))!;
}

/** About how the time goes: planning, reading once more, writing; and checking, planning, writing. */
const AGAIN = [0.1, 0.4, 0.5];
const AFRESH = [0.5, 0.1, 0.4];

function readOptions(scheme: Scheme, { options, read }: FillSettings): ReadOptions {
  return { wantsDetail: formatsWanted(scheme, options), ...read };
}

/** Nothing that would have to be said without a write is said by what was checked earlier. */
function canFillAtOnce(checked: Evaluation, options: FillOptions): boolean {
  const known = departmentsOf(checked);
  return canFill(checked, options) && (options.departments ?? []).every((name) => known.includes(name));
}

/** Slices of a plan: some, and more for each so many persons. */
const FIXED_SLICES = 16;
const PERSONS_A_SLICE = 64;

/** How far the stages are, and how the workbook is read once more. */
interface Stages extends Pick<WriteOptions, 'again'> {
  readonly planning: ((share: number) => void) | undefined;
  readonly writing: ((share: number) => void) | undefined;
}

/** Writes what the evaluation gives; with `again`, `null` where there is nothing to write, and nothing was looked at. */
async function fillFrom(
  host: WorkbookHost,
  evaluation: Evaluation,
  { options = {}, keepUndo, read }: FillSettings,
  { planning, writing, again }: Stages,
): Promise<FillOutcome | null> {
  const { snapshot, scores } = evaluation;
  const { plan, changes } = await runSlices(
    planned(evaluation, memoryOf(snapshot), options, keepUndo === true),
    { ...(read?.signal && { signal: read.signal }), ...(planning && { onProgress: planning }) },
    FIXED_SLICES + scores.persons.length / PERSONS_A_SLICE,
  );
  if (again && changes.length === 0) return null;
  await host.write(changes, {
    ...resting(snapshot, read?.signal),
    ...(writing && { onProgress: writing }),
    ...(again && { again }),
  });
  return { kind: 'filled', evaluation: withoutReplaced(evaluation, plan), plan };
}

/** The plan of a fill, and all that is to be written for it. */
function* planned(
  evaluation: Evaluation,
  memory: Memory,
  options: FillOptions,
  keepUndo: boolean,
): Slices<{ readonly plan: FillPlan; readonly changes: readonly WorkbookChange[] }> {
  const plan = yield* planFillInSlices(evaluation, options);
  yield;
  const record = keepUndo ? yield* undoRecordInSlices(evaluation.snapshot, plan) : null;
  yield;
  const next: Memory = {
    ...withDecisions(memory, options, evaluation),
    undo: plan.changes.length === 0 ? memory.undo : record,
  };
  return { plan, changes: [...plan.changes, ...(yield* memoryChangeInSlices(memory, next))] };
}

/** The change that makes the workbook remember, none where it remembers that already. */
export function memoryChange(before: Memory, after: Memory): WorkbookChange[] {
  return finished(memoryChangeInSlices(before, after));
}

/** The same in slices. */
export function* memoryChangeInSlices(before: Memory, after: Memory): Slices<WorkbookChange[]> {
  const xml = yield* writeMemoryInSlices(after);
  return xml === (yield* writeMemoryInSlices(before)) ? [] : [{ kind: 'setMemory', xml }];
}

/** The evaluation without issues about figures and formulas that the plan replaces. */
function withoutReplaced(evaluation: Evaluation, plan: FillPlan): Evaluation {
  if (!evaluation.issues.some(isOfSummary)) return { ...evaluation };
  const written = new Set(plan.cells.map(({ cell }) => placeName(cell.sheet, cell.row, cell.column)));
  const issues = evaluation.issues.filter((issue) => !isReplaced(issue, plan, written));
  return { ...evaluation, issues, counts: countIssues(issues) };
}

function placeName(sheet: string, row: number, column: number): string {
  return `${sheet}!${cellName(row, column)}`;
}

function isOfSummary({ code }: Pick<Issue, 'code'>): boolean {
  return code === 'summary-stale' || code === 'summary-formula';
}

function isReplaced({ code, cell }: Issue, plan: FillPlan, written: ReadonlySet<string>): boolean {
  if (!cell || !isOfSummary({ code })) return false;
  return written.has(placeName(cell.sheet, rowAfter(plan.changes, cell.sheet, cell.row), cell.column));
}

/** Where a row stands once the changes are made; insertions are planned from the bottom up. */
export function rowAfter(changes: readonly UndoChange[], sheet: string, row: number): number {
  return changes.reduce(
    (at, change) =>
      change.kind === 'insertRows' && change.sheet === sheet && change.row <= row ? at + change.count : at,
    row,
  );
}
