import { createRoot } from 'react-dom/client';
import { App } from '../../src/taskpane/App';
import { PaneProvider } from '../../src/taskpane/state/context';
import { createPaneStore } from '../../src/taskpane/state/store';
import { createFakeServices } from './fake';
import { createFakePreferences } from './fakePreferences';
import { citySample } from './samples';

/** `?lang=en` for English, `?theme=dark` as a host would give it. */
const query = new URLSearchParams(location.search);
const services = createFakeServices(citySample);
const store = createPaneStore(services, createFakePreferences());
const theme = query.get('theme');

Object.assign(window, { pane: { services, store } });
createRoot(document.getElementById('root')!).render(
  <PaneProvider
    store={store}
    services={services}
    surroundings={{
      language: query.get('lang') ?? 'zh-CN',
      theme: theme === 'dark' || theme === 'light' ? theme : null,
      version: '0.1.0',
      tooOld: false,
    }}
  >
    <App />
  </PaneProvider>,
);
void store.getState().open();
