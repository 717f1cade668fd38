import { createStore } from 'zustand/vanilla';
import { lookingActions } from './looking';
import type { PaneState, PaneStore } from './paneState';
import { readingActions } from './reading';
import type { PaneServices, PreferenceStore } from './services';
import { rulesActions } from './rulesActions';
import { submissionActions } from './submission';
import { TABS } from './view';
import { createTools, freshlyAfter, options } from './work';
import { writingActions } from './writing';

/** The pane's state over its services. No action rejects: what goes wrong stands in `outcome`. */
export function createPaneStore(services: PaneServices, kept: PreferenceStore): PaneStore {
  const store = createStore<PaneState>()((set, get) => {
    const tools = createTools(services, set, get);
    return {
      evaluation: null,
      summary: 'none',
      work: null,
      outcome: null,
      undoes: null,
      view: { name: 'results' },
      tab: 'results',
      period: null,
      verdict: false,
      attention: 0,
      preferences: kept.load(),
      following: null,
      ...readingActions(tools),
      ...writingActions(tools),
      ...submissionActions({
        submission: services.submission,
        run: tools.run,
        freshlyAfter: (watch, done) => freshlyAfter(tools, watch, done),
        options: () => options(get()),
        attention: () => get().attention + 1,
      }),
      ...rulesActions(tools, services.rules),
      ...lookingActions(tools, kept),
      cancel: tools.cancel,
    };
  });
  // Whoever opens a tab, the pages that are opened from there lead back to it.
  store.subscribe(({ view, tab }) => {
    const opened = TABS.find((each) => each === view.name) ?? tab;
    if (opened !== tab) store.setState({ tab: opened });
  });
  return store;
}
