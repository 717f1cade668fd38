import type { CellEdit, Followed } from '../../app/live/follower';
import { isCancelled } from './failure';
import { idle } from './idle';
import type { PaneState, PaneStore } from './paneState';
import type { PaneServices } from './services';
import { options } from './work';

/** Milliseconds without another edit after which the figures are refreshed. */
const REST = 250;
/** Milliseconds after which a refresh that still runs is shown as one. */
const PATIENCE = 500;
/** More edits than this are not kept one by one: all is read afresh then. */
const MOST_EDITS = 500;

const EVERYTHING: CellEdit = { sheet: null, area: null };

/**
 * Follows what is typed into the workbook: after a short rest the figures on screen are those of the sheets. It is for
 * the eyes; whatever is written rests on a full read of its own, which has to find what was followed to. It gives way
 * to any work of the pane, and takes up afterwards what that has not read. The promised function ends it.
 */
export async function followEdits(store: PaneStore, services: PaneServices): Promise<() => Promise<void>> {
  const following = new Following(store, services);
  const leave = store.subscribe((now, before) => following.paneChanged(now, before));
  const unwatch = await services.follower.watch((edit) => following.edited(edit));
  following.prepare();
  return async () => {
    leave();
    following.stop();
    await unwatch();
  };
}

class Following {
  private edits: CellEdit[] = [];
  /** How many of the edits were there when the work began that is running: whatever it reads, it reads them too. */
  private beforeWork = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: AbortController | null = null;
  private preparing: AbortController | null = null;

  constructor(
    private readonly store: PaneStore,
    private readonly services: PaneServices,
  ) {}

  edited(edit: CellEdit): void {
    this.edits = this.edits.length < MOST_EDITS ? [...this.edits, edit] : [EVERYTHING];
    if (this.store.getState().preferences.live) this.rest();
    else if (!edit.own) this.store.setState({ following: 'waiting' });
  }

  stop(): void {
    clearTimeout(this.timer);
    this.running?.abort();
    this.preparing?.abort();
  }

  /** What the first edit needs is got ready while nobody waits for it. */
  prepare(): void {
    this.preparing?.abort();
    const { evaluation, work, preferences } = this.store.getState();
    if (!evaluation || work || !preferences.live) return;
    this.preparing = new AbortController();
    void this.services.follower.prepare(evaluation, idle, this.preparing.signal);
  }

  paneChanged(now: PaneState, before: PaneState): void {
    const started = now.work !== null && !before.work;
    if (started) {
      this.beforeWork = this.edits.length;
      if (this.edits.length > 0 || this.running) this.services.follower.missed();
      this.running?.abort();
    }
    if (now.evaluation !== before.evaluation && now.work) {
      this.edits = this.edits.slice(this.beforeWork);
      this.beforeWork = 0;
      this.store.setState({ following: null });
    }
    const free = !now.work && before.work !== null;
    const turnedOn = now.preferences.live && !before.preferences.live;
    if ((free || turnedOn) && this.edits.length > 0 && now.preferences.live) this.rest();
    if (free || started || turnedOn || now.evaluation !== before.evaluation) this.prepare();
  }

  private rest(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.refresh(), REST);
  }

  private async refresh(): Promise<void> {
    const { evaluation, work, preferences } = this.store.getState();
    // While it works or refreshes, whoever ends comes back here.
    if (!evaluation || work || this.running || !preferences.live || this.edits.length === 0) return;
    const controller = (this.running = new AbortController());
    const taken = this.edits;
    this.edits = [];
    // What this product did itself was said where it was done.
    const quiet = taken.every(({ own }) => own);
    const waits = () => this.store.setState({ following: 'waiting' });
    const slow = quiet ? undefined : setTimeout(waits, PATIENCE);
    try {
      const run = { signal: controller.signal, onProgress: () => undefined };
      const asked = options(this.store.getState());
      const next = await this.services.follower.follow(evaluation, taken, asked, run);
      if (controller.signal.aborted) this.edits = [...taken, ...this.edits];
      else if (this.store.getState().evaluation === evaluation) this.show(next, quiet);
    } catch (error) {
      // Without these the next refresh would show figures that hold only some of the edits.
      this.edits = [...taken, ...this.edits];
      if (!isCancelled(error)) this.store.setState({ following: 'failed' });
    } finally {
      clearTimeout(slow);
      this.running = null;
    }
    if (this.store.getState().following !== 'failed' && this.edits.length > 0) this.rest();
  }

  private show({ evaluation, how }: Followed, quiet: boolean): void {
    const { view, following } = this.store.getState();
    if (how === 'same') {
      this.store.setState({ following: following === 'waiting' ? null : following });
      return;
    }
    this.store.setState({
      evaluation,
      summary: this.services.summaryState(evaluation),
      following: quiet ? null : how,
      ...(view.name === 'preview' && { view: { ...view, planned: this.planned(evaluation, view.options) } }),
    });
  }

  private planned(
    evaluation: PaneState['evaluation'] & object,
    asked: Parameters<PaneServices['planOf']>[1] = {},
  ) {
    return { evaluation, plan: this.services.planOf(evaluation, asked) };
  }
}
