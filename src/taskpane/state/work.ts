import type { StoreApi } from 'zustand/vanilla';
import { runSlices } from '../../model';
import { failureOf, isCancelled, type Unread } from './failure';
import type { Outcome, PaneState, WorkKind } from './paneState';
import { personRowsInSlices } from './persons';
import type { PaneServices, Run } from './services';

/** What actions are made of. */
export interface Tools {
  readonly services: PaneServices;
  readonly set: StoreApi<PaneState>['setState'];
  readonly get: StoreApi<PaneState>['getState'];
  /** Runs one long call at a time; a second one is passed over. */
  readonly run: (kind: WorkKind, call: (run: Run) => Promise<Partial<PaneState>>) => Promise<void>;
  readonly cancel: () => void;
}

const CANCELLABLE: readonly WorkKind[] = [
  'check',
  'plan',
  'fill',
  'template',
  'example',
  'mark',
  'report',
  'verify',
];

/** The store's tools; one long call runs at a time. */
export function createTools(
  services: PaneServices,
  set: StoreApi<PaneState>['setState'],
  get: StoreApi<PaneState>['getState'],
): Tools {
  let controller: AbortController | null = null;

  const onProgress = (share: number) => {
    const work = get().work;
    // A second reading in one piece of work begins anew; the bar does not go back for it.
    if (work && share > work.share && Math.round(share * 100) !== Math.round(work.share * 100))
      set({ work: { ...work, share } });
  };

  async function run(kind: WorkKind, call: (run: Run) => Promise<Partial<PaneState>>) {
    if (get().work) return;
    controller = new AbortController();
    set({ work: { kind, share: 0, cancellable: CANCELLABLE.includes(kind) } });
    try {
      const done = await call({ signal: controller.signal, onProgress });
      set({ ...done, undoes: services.undoable() });
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

/** The options that every evaluation goes by. */
export function options(state: PaneState) {
  return state.period === null ? {} : { period: state.period };
}

/** The parts of the pane's state that a fresh reading gives. */
type Fresh = Pick<PaneState, 'evaluation' | 'summary' | 'period'>;

/** A fresh evaluation, and how the summary stands to it. */
export async function freshly({ services, get }: Tools, watch: Run): Promise<Fresh> {
  const evaluation = await services.check(options(get()), watch);
  await runSlices(personRowsInSlices(evaluation), { signal: watch.signal });
  return {
    evaluation,
    summary: services.summaryState(evaluation),
    period: services.rememberedPeriod(evaluation),
  };
}

/**
 * A fresh evaluation after something was written. Where it cannot be read, what was done stays done, and is said: whoever
 * takes it for undone does it twice.
 */
export async function freshlyAfter<Done extends Outcome>(
  tools: Tools,
  watch: Run,
  done: Done,
): Promise<Partial<Fresh> & { readonly outcome: Done | Unread<Done> }> {
  try {
    return { ...(await freshly(tools, watch)), outcome: done };
  } catch (error) {
    const failure = isCancelled(error) ? null : failureOf(error);
    return { outcome: { kind: 'unread', done, failure } };
  }
}
