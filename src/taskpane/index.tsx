import { createRoot } from 'react-dom/client';
import { ribbonHandlers } from '../commands';
import type { Evaluation } from '../app/evaluation';
import type { CycleDesk } from '../cycle/desk';
import { registerCommands, showPane, startOffice, type OfficeStart } from '../hosts/excel/office';
import { App } from './App';
import { keepFocus } from './keptFocus';
import { lookOf } from './look';
import { createNowhereServices } from './nowhere';
import { PaneProvider } from './state/context';
import { CycleDeskContext } from './state/cycleDesk';
import { lazyServices } from './state/lazyServices';
import { createLocalPreferences } from './state/preferences';
import type { PaneServices } from './state/services';
import type { PaneStore } from './state/paneState';
import { createPaneStore } from './state/store';

/** The use cases over the workbook that is open in Excel, with everything that scoring needs. */
async function loadSession(): Promise<PaneServices> {
  const [
    { createExcelHost },
    { createWorkbookSession },
    { createFollower },
    { createCorrections },
    { yinchuan2008 },
  ] = await Promise.all([
    import(/* webpackChunkName: "engine" */ '../hosts/excel'),
    import(/* webpackChunkName: "engine" */ '../app/workbookSession'),
    import(/* webpackChunkName: "engine" */ '../app/live/follower'),
    import(/* webpackChunkName: "engine" */ '../cycle/corrections/desk'),
    import(/* webpackChunkName: "engine" */ '../schemes'),
  ]);
  const host = createExcelHost();
  const session = createWorkbookSession(host, yinchuan2008());
  return {
    ...session,
    follower: createFollower(host, session),
    corrections: createCorrections(host),
  };
}

/** The half-year's work over chosen files; nothing of it is loaded before somebody asks for it. */
async function loadCycleDesk(open: () => Evaluation | null): Promise<CycleDesk> {
  const [
    { createCycleDesk },
    { readMemory, readWorkbook, TableBook, newWorkbook, zipFiles, unzipFiles },
    { schemeById, yinchuan2008 },
  ] = await Promise.all([
    import(/* webpackChunkName: "cycle" */ '../cycle/desk'),
    import(/* webpackChunkName: "cycle" */ '../hosts/file/bytes'),
    import(/* webpackChunkName: "engine" */ '../schemes'),
  ]);
  const files = {
    readWorkbook,
    readMemory,
    newWorkbook,
    longTables: () => new TableBook(),
    zip: zipFiles,
    unzip: unzipFiles,
  };
  return createCycleDesk(files, () => schemeById(open()?.scheme.id ?? '') ?? yinchuan2008());
}

function show(office: OfficeStart): void {
  const inExcel = office.host === 'excel' && office.supported;
  const services = inExcel ? lazyServices(loadSession) : createNowhereServices();
  const store = createPaneStore(
    services,
    createLocalPreferences(() => window.localStorage),
  );
  if (inExcel) {
    const { fill, check, removeMarks } = store.getState();
    registerCommands(ribbonHandlers({ fill, check, removeMarks, showPane }));
  }
  const surroundings = {
    language: office.locale,
    theme: lookOf(office.theme?.bodyBackground ?? null),
    version: APP_VERSION,
    tooOld: office.host === 'excel' && !office.supported,
  };
  createRoot(document.getElementById('root')!).render(
    <CycleDeskContext value={() => loadCycleDesk(() => store.getState().evaluation)}>
      <PaneProvider store={store} services={services} surroundings={surroundings}>
        <App />
      </PaneProvider>
    </CycleDeskContext>,
  );
  keepFocus(document);
  void store.getState().open();
  if (inExcel) void follow(store, services);
}

/** From here on the figures follow what is typed; where Excel does not tell of it, the pane says so. */
async function follow(store: PaneStore, services: PaneServices): Promise<void> {
  try {
    const { followEdits } = await import(/* webpackChunkName: "engine" */ './state/following');
    await followEdits(store, services);
  } catch {
    store.setState({ following: 'failed' });
  }
}

void startOffice().then(show);
