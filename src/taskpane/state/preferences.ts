import type { Preferences, PreferenceStore } from './services';

const KEY = 'service-score.preferences';
const defaults: Preferences = { previewBeforeFill: false, live: true };

function parse(text: string | null): Preferences {
  const value: unknown = text === null ? null : JSON.parse(text);
  if (typeof value !== 'object' || value === null) return defaults;
  const kept = { ...defaults, ...value };
  return { previewBeforeFill: kept.previewBeforeFill === true, live: kept.live !== false };
}

/**
 * Preferences in the browser's own store. Where it is denied or holds rubbish, the defaults hold for the session;
 * reaching for the store may throw already, so it is asked for each time.
 */
export function createLocalPreferences(storage: () => Pick<Storage, 'getItem' | 'setItem'>): PreferenceStore {
  let current: Preferences | null = null;
  return {
    load() {
      if (current) return current;
      try {
        current = parse(storage().getItem(KEY));
      } catch {
        current = defaults;
      }
      return current;
    },
    save(preferences) {
      current = preferences;
      try {
        storage().setItem(KEY, JSON.stringify(preferences));
      } catch {
        // Denied or full: it holds until the pane is closed.
      }
    },
  };
}
