import { createRoot } from 'react-dom/client';
import { App } from './App';
import { createNowhereServices } from './nowhere';
import { PaneProvider } from './state/context';
import { createLocalPreferences } from './state/preferences';
import { createPaneStore } from './state/store';

const services = createNowhereServices();
const store = createPaneStore(
  services,
  createLocalPreferences(() => window.localStorage),
);
const surroundings = { language: navigator.language, theme: null, version: APP_VERSION };

createRoot(document.getElementById('root')!).render(
  <PaneProvider store={store} services={services} surroundings={surroundings}>
    <App />
  </PaneProvider>,
);
void store.getState().open();
