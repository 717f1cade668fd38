import type { PendingTableRules } from '../../src/app/schemesDesk';
import type { TableOutcome } from '../../src/app/tables/outcome';
import type { PendingRules } from '../../src/app/scheme/rulesDesk';
import type { CellEdit } from '../../src/app/live/follower';
import type { Evaluation } from '../../src/app/evaluation';
import type { CellRef } from '../../src/model';
import { createNowhereServices } from '../../src/taskpane/nowhere';
import type { PaneServices, UndoableWork } from '../../src/taskpane/state/services';
import { createFakeCorrections } from './fakeCorrections';
import { createFakeRules, createFakeSchemes } from './fakeRules';
import { createFakeSubmission, type FakeSubmission } from './fakeSubmission';
import { sampleLines, samplePlan } from './samplePlan';

/** What a test may look into and change. */
export interface FakePane extends PaneServices {
  readonly calls: string[];
  /** The evaluations that were got ready to be followed, and what ends that. */
  readonly prepared: { readonly evaluation: Evaluation; readonly signal: AbortSignal }[];
  evaluation: Evaluation;
  undoes: UndoableWork | null;
  period: string | null;
  /** Cells that somebody has changed since the fill. */
  changedSince: readonly CellRef[];
  /** Tells of an edit in the workbook, as the host would. */
  edit: (edit: CellEdit) => void;
  /** Set to make the next long call wait until it is called. */
  hold: { readonly release: () => void } | null;
  /** Names cannot be replaced without harm. */
  namesStay: boolean;
  holdNext(): void;
  failWith: Error | null;
  /** What the sheet of rules would change; `null` for nothing. */
  pendingRules: PendingRules | null;
  /** What a scheme over a table finds. */
  tableOutcome: TableOutcome | null;
  /** What the sheet of rules of such a scheme would change. */
  pendingTableRules: PendingTableRules | null;
  /** Repairs and seal as a test wants them. */
  readonly handIn: FakeSubmission;
}

class AbortError extends Error {
  override name = 'AbortError';
}

/** The pane's services over one evaluation in memory; long calls can be held and fail on demand. */
export function createFakeServices(evaluation: Evaluation): FakePane {
  let gate: Promise<void> | null = null;
  const long = async (signal: AbortSignal) => {
    if (gate) {
      const stopped = new Promise<never>((_, reject) => {
        signal.addEventListener('abort', () => reject(new AbortError('stopped')));
      });
      await Promise.race([gate, stopped]);
      gate = null;
    }
    if (fake.failWith) throw fake.failWith;
  };
  const submission = createFakeSubmission(() => fake);
  const fake: FakePane = {
    submission: submission.services,
    handIn: submission.set,
    calls: [],
    prepared: [],
    evaluation,
    undoes: null,
    period: null,
    changedSince: [],
    hold: null,
    namesStay: false,
    failWith: null,
    pendingRules: null,
    entry: createNowhereServices().entry,
    corrections: createFakeCorrections(() => fake),
    rules: createFakeRules(() => fake),
    schemes: createFakeSchemes(() => fake),
    tableOutcome: null,
    pendingTableRules: null,
    holdNext() {
      gate = new Promise<void>((resolve) => {
        fake.hold = { release: resolve };
      });
    },
    async check(options, run) {
      fake.calls.push(`check ${JSON.stringify(options)}`);
      run.onProgress(0.42);
      await long(run.signal);
      return fake.evaluation;
    },
    async plan(options, run) {
      fake.calls.push(`plan ${JSON.stringify(options)}`);
      await long(run.signal);
      return { evaluation: fake.evaluation, plan: samplePlan(fake.evaluation) };
    },
    async fill(options, run) {
      fake.calls.push(`fill ${JSON.stringify(options)}`);
      run.onProgress(0.42);
      await long(run.signal);
      fake.undoes = 'fill';
      return { evaluation: fake.evaluation, plan: samplePlan(fake.evaluation) };
    },
    async undo({ evenIfChanged }) {
      fake.calls.push(evenIfChanged ? 'undo anyway' : 'undo');
      if (fake.changedSince.length > 0 && !evenIfChanged)
        return { kind: 'changed', cells: fake.changedSince };
      fake.undoes = null;
      return { kind: 'undone' };
    },
    planOf: samplePlan,
    follower: {
      async watch(onEdit) {
        fake.edit = onEdit;
        return async () => undefined;
      },
      async follow(before, edits, _options, run) {
        fake.calls.push(`follow ${JSON.stringify(edits)}`);
        await long(run.signal);
        const how = before === fake.evaluation ? 'same' : edits.every(({ area }) => area) ? 'rows' : 'whole';
        return { evaluation: fake.evaluation, how };
      },
      async prepare(evaluation, _pause, signal) {
        fake.prepared.push({ evaluation, signal });
      },
      missed: () => void fake.calls.push('missed'),
    },
    edit: () => undefined,
    undoable: () => fake.undoes,
    async select(cell) {
      fake.calls.push(`select ${cell.sheet} ${cell.row} ${cell.column}`);
    },
    summaryState: () => 'stale',
    explain: sampleLines,
    rememberedPeriod: () => fake.period,
    async setPeriod(period) {
      fake.period = period;
      fake.calls.push(`setPeriod ${period}`);
    },
    async setRulings(change) {
      fake.calls.push(`setRulings ${JSON.stringify(change)}`);
      fake.evaluation = { ...fake.evaluation, rulings: { ...fake.evaluation.rulings, ...change } };
    },
    snapshotToSave(_evaluation, options) {
      fake.calls.push(`snapshot ${options.replaceNames ? 'without' : 'with'} names`);
      return fake.namesStay && options.replaceNames ? null : '{}';
    },
    async addTemplate() {
      fake.calls.push('addTemplate');
      return 17;
    },
    async addExample() {
      fake.calls.push('addExample');
      return 10;
    },
    async answer(answer) {
      fake.calls.push(`answer ${JSON.stringify(answer)}`);
    },
    async forget(sheet) {
      fake.calls.push(`forget ${sheet}`);
    },
    previewRulings: (current) => ({
      persons: current.scores.persons.slice(0, 3).map((person) => ({
        person: person.assessee.name,
        department: person.assessee.department,
        post: person.assessee.post,
        score: { from: person.score?.valueOf() ?? null, to: (person.score?.valueOf() ?? 0) + 1 },
        deduction: { from: 0, to: 0 },
        qualified: { from: person.qualified, to: person.qualified },
      })),
      departments: [],
    }),
  };
  return fake;
}
