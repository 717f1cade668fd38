import type { Preferences } from '../../src/taskpane/state/services';

/** Preferences that are forgotten at the end of the test. */
export function createFakePreferences(initial: Preferences = { previewBeforeFill: false, live: true }) {
  let kept = initial;
  return {
    load: () => kept,
    save: (preferences: Preferences) => {
      kept = preferences;
    },
  };
}
