import type { CellRef } from '../../model';
import { failureOf } from './failure';
import type { Preferences, PreferenceStore } from './services';
import type { View } from './view';
import type { Tools } from './work';

/** Actions that change what is looked at, and what the pane remembers of its user. */
export function lookingActions({ services, set, get }: Tools, kept: PreferenceStore) {
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
