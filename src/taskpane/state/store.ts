import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Evaluation, FillPlan } from '../../app/evaluation';
import type { SheetAnswer } from '../../app/sheetChoices';
import type { CellRef, RulingValue } from '../../model';
import type { PaneServices, Planned, Preferences, PreferenceStore, Run, SummaryState } from './services';
import {
  submissionActions,
  type SubmissionActions,
  type SubmissionOutcome,
  type SubmissionWork,
  type Undoes,
} from './submission';
import type { SealVerdict } from '../../app/submission';
import { failureOf, isCancelled, type Failure } from './failure';

export type WorkKind =
  'check' | 'plan' | 'fill' | 'undo' | 'rulings' | 'answers' | 'template' | SubmissionWork;

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
        | 'nothingToUndo'
        | 'cancelled'
        | 'rulingsApplied'
        | 'answered'
        | 'forgotten';
    }
  | { readonly kind: 'templateAdded'; readonly sheets: number }
  | { readonly kind: 'filled'; readonly plan: FillPlan | null }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | SubmissionOutcome;

/** Where the reading of a sheet has to be asked about: at the sheet, or at one of its columns (0-based). */
export interface Question {
  readonly sheet: string;
  readonly about: 'sheet' | 'mark' | 'column';
  readonly column: number;
}

/** Which page of the pane is open. */
export type View =
  | { readonly name: 'results' | 'overview' | 'rulings' | 'fixes' | 'snapshot' }
  | { readonly name: 'seal'; readonly seen: SealVerdict }
  | { readonly name: 'sheets'; readonly question?: Question }
  | { readonly name: 'person'; readonly id: string }
  | { readonly name: 'preview'; readonly planned: Planned }
  | { readonly name: 'formulas'; readonly plan: FillPlan }
  | { readonly name: 'undo'; readonly cells: readonly CellRef[] };

export interface PaneState extends SubmissionActions {
  readonly evaluation: Evaluation | null;
  readonly summary: SummaryState;
  readonly work: Work | null;
  readonly outcome: Outcome | null;
  readonly canUndo: boolean;
  /** What an undo would take back. */
  readonly undoes: Undoes;
  readonly view: View;
  /** The half-year that was chosen and is remembered in the workbook; `null` for automatic. */
  readonly period: string | null;
  /** 提交前校验 was pressed, so the verdict is shown. */
  readonly verdict: boolean;
  /** Counts the commands whose result should be brought into sight. */
  readonly attention: number;
  readonly preferences: Preferences;

  readonly open: () => Promise<void>;
  readonly check: () => Promise<void>;
  /** Fills, or shows the preview first where the user wants one. */
  readonly fill: () => Promise<void>;
  readonly preview: () => Promise<void>;
  /** Fills now, whatever the preference says. */
  readonly fillNow: (options?: { overwriteFormulas?: boolean }) => Promise<void>;
  /** Undoes the last fill; where cells were changed since, asks first, unless `evenIfChanged`. */
  readonly undo: (evenIfChanged?: boolean) => Promise<void>;
  readonly cancel: () => void;
  readonly jump: (cell: CellRef) => Promise<void>;
  readonly choosePeriod: (period: string | null) => Promise<void>;
  readonly applyRulings: (change: Readonly<Record<string, RulingValue>>) => Promise<void>;
  /** Adds the sheets of the template, and reads again. */
  readonly addTemplate: () => Promise<void>;
  /** Remembers what a sheet or its columns are, and reads again. */
  readonly answer: (answer: SheetAnswer) => Promise<void>;
  readonly forget: (sheet: string) => Promise<void>;
  readonly show: (view: View) => void;
  readonly closeVerdict: () => void;
  readonly prefer: (preferences: Partial<Preferences>) => void;
}

export type PaneStore = StoreApi<PaneState>;

interface Tools {
  readonly services: PaneServices;
  readonly set: StoreApi<PaneState>['setState'];
  readonly get: StoreApi<PaneState>['getState'];
  /** Runs one long call at a time; a second one is passed over. */
  readonly run: (kind: WorkKind, call: (run: Run) => Promise<Partial<PaneState>>) => Promise<void>;
  readonly cancel: () => void;
}

const CANCELLABLE: readonly WorkKind[] = ['check', 'plan', 'fill', 'template', 'verify'];

function createTools(
  services: PaneServices,
  set: StoreApi<PaneState>['setState'],
  get: StoreApi<PaneState>['getState'],
): Tools {
  let controller: AbortController | null = null;

  const onProgress = (share: number) => {
    const work = get().work;
    if (work && Math.round(share * 100) !== Math.round(work.share * 100)) set({ work: { ...work, share } });
  };

  async function run(kind: WorkKind, call: (run: Run) => Promise<Partial<PaneState>>) {
    if (get().work) return;
    controller = new AbortController();
    set({ work: { kind, share: 0, cancellable: CANCELLABLE.includes(kind) } });
    try {
      const done = await call({ signal: controller.signal, onProgress });
      set({ ...done, canUndo: services.canUndo() });
    } catch (error) {
      set({
        outcome: isCancelled(error) ? { kind: 'cancelled' } : { kind: 'failed', failure: failureOf(error) },
      });
    } finally {
      controller = null;
      set({ work: null });
    }
  }

  return { services, set, get, run, cancel: () => controller?.abort() };
}

function options(state: PaneState) {
  return state.period === null ? {} : { period: state.period };
}

/** A fresh evaluation, and how the summary stands to it. */
async function freshly({ services, get }: Tools, watch: Run): Promise<Partial<PaneState>> {
  const evaluation = await services.check(options(get()), watch);
  return {
    evaluation,
    summary: services.summaryState(evaluation),
    period: services.rememberedPeriod(evaluation),
  };
}

function readingActions(tools: Tools) {
  const { services, set, get, run } = tools;
  const read = (done: (state: PaneState) => Partial<PaneState>) =>
    run('check', async (watch) => ({ ...(await freshly(tools, watch)), ...done(get()) }));
  return {
    open: () => read(() => ({ outcome: { kind: 'read' } })),
    check: () =>
      read((state) => ({
        outcome: { kind: 'checked' },
        verdict: true,
        view: { name: 'results' },
        attention: state.attention + 1,
      })),
    async choosePeriod(period: string | null) {
      if (get().work) return;
      set({ period });
      await run('check', async (watch) => {
        await services.setPeriod(period);
        return { ...(await freshly(tools, watch)), outcome: { kind: 'read' } };
      });
    },
    applyRulings: (change: Readonly<Record<string, RulingValue>>) =>
      run('rulings', async (watch) => {
        await services.setRulings(change);
        return { ...(await freshly(tools, watch)), outcome: { kind: 'rulingsApplied' } };
      }),
    answer: (answer: SheetAnswer) =>
      run('answers', async (watch) => {
        await services.answer(answer);
        return { ...(await freshly(tools, watch)), outcome: { kind: 'answered' } };
      }),
    forget: (sheet: string) =>
      run('answers', async (watch) => {
        await services.forget(sheet);
        return { ...(await freshly(tools, watch)), outcome: { kind: 'forgotten' } };
      }),
  };
}

function writingActions(tools: Tools) {
  const { services, get, run } = tools;
  const fillNow = (extra: { overwriteFormulas?: boolean } = {}) =>
    run('fill', async (watch) => {
      const { evaluation, plan } = await services.fill({ ...options(get()), ...extra }, watch);
      return {
        evaluation,
        summary: plan ? 'current' : get().summary,
        undoes: 'fill',
        outcome: { kind: 'filled', plan },
        verdict: false,
        view: { name: 'results' },
        attention: get().attention + 1,
      };
    });
  const preview = () =>
    run('plan', async (watch) => {
      const planned = await services.plan(options(get()), watch);
      return { evaluation: planned.evaluation, view: { name: 'preview', planned } };
    });
  return {
    fillNow,
    preview,
    addTemplate: () =>
      run('template', async (watch) => {
        const sheets = await services.addTemplate(watch);
        return { ...(await freshly(tools, watch)), outcome: { kind: 'templateAdded', sheets } };
      }),
    fill: () => (get().preferences.previewBeforeFill ? preview() : fillNow()),
    undo: (evenIfChanged = false) =>
      run('undo', async (watch) => {
        const undone = await services.undo({ evenIfChanged }, watch);
        if (undone.kind === 'changed') return { view: { name: 'undo', cells: undone.cells } };
        const fixes = get().undoes === 'fixes';
        const done = fixes ? 'fixesUndone' : 'undone';
        const outcome = { kind: undone.kind === 'undone' ? done : 'nothingToUndo' } as const;
        const view = { name: fixes ? 'fixes' : 'results' } as const;
        return { ...(await freshly(tools, watch)), outcome, view, undoes: 'fill' };
      }),
  };
}

function lookingActions({ services, set, get }: Tools, kept: PreferenceStore) {
  return {
    async jump(cell: CellRef) {
      try {
        await services.select(cell);
      } catch (error) {
        set({ outcome: { kind: 'failed', failure: failureOf(error) } });
      }
    },
    show: (view: View) => set({ view }),
    closeVerdict: () => set({ verdict: false }),
    prefer(change: Partial<Preferences>) {
      const preferences = { ...get().preferences, ...change };
      kept.save(preferences);
      set({ preferences });
    },
  };
}

/** The pane's state over its services. No action rejects: what goes wrong stands in `outcome`. */
export function createPaneStore(services: PaneServices, kept: PreferenceStore): PaneStore {
  return createStore<PaneState>()((set, get) => {
    const tools = createTools(services, set, get);
    return {
      evaluation: null,
      summary: 'none',
      work: null,
      outcome: null,
      canUndo: false,
      undoes: 'fill',
      view: { name: 'results' },
      period: null,
      verdict: false,
      attention: 0,
      preferences: kept.load(),
      ...readingActions(tools),
      ...writingActions(tools),
      ...submissionActions({
        submission: services.submission,
        run: tools.run,
        freshly: (watch) => freshly(tools, watch),
        options: () => options(get()),
        attention: () => get().attention + 1,
      }),
      ...lookingActions(tools, kept),
      cancel: tools.cancel,
    };
  });
}
