import type { CellRef } from '../../model';
import { failureOf } from './failure';
import type { Outcome } from './paneState';
import type { Preferences, PreferenceStore } from './services';
import type { View } from './view';
import type { Tools } from './work';

/** Actions that change what is looked at, and what the pane remembers of its user. */
export function lookingActions({ services, set, get }: Tools, kept: PreferenceStore) {
  /** A jump that failed, and what was said before it: a jump that succeeds takes its word back. */
  let missed: { readonly failed: Outcome; readonly before: Outcome | null } | null = null;
  return {
    async jump(cell: CellRef) {
      const { outcome } = get();
      const before = missed?.failed === outcome ? missed.before : outcome;
      try {
        await services.select(cell);
        if (missed?.failed === get().outcome) set({ outcome: missed.before });
      } catch (error) {
        const failed: Outcome = { kind: 'failed', failure: failureOf(error) };
        missed = { failed, before };
        set({ outcome: failed });
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
