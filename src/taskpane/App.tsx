import { lazy, Suspense, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { FluentProvider, Link, makeStaticStyles, makeStyles, tokens } from '@fluentui/react-components';
import { ErrorBoundary } from './components/ErrorBoundary';
import { Tabs } from './components/Tabs';
import { usePane, useSurroundings, useWords } from './state/context';
import type { View } from './state/store';
import { themeFor } from './theme';
import { Head } from './views/Head';
import { TooOld } from './views/TooOld';
import { Results } from './views/Results';

// What the first view does not need is loaded when it is asked for.
const Person = lazy(() => import('./views/Person'));
const Overview = lazy(() => import('./views/Overview'));
const Sheets = lazy(() => import('./views/Sheets'));
const Rulings = lazy(() => import('./views/Rulings'));
const Preview = lazy(() => import('./views/Preview'));
const UndoChanged = lazy(() => import('./views/UndoChanged'));
const Formulas = lazy(() => import('./views/Formulas'));
const Fixes = lazy(() => import('./views/Fixes'));
const Seal = lazy(() => import('./views/Seal'));
const SaveSnapshot = lazy(() => import('./views/SaveSnapshot'));

const usePageStyles = makeStaticStyles({
  html: { height: '100%' },
  body: { margin: 0, minHeight: '100%' },
  '@media (prefers-reduced-motion: reduce)': {
    '*, *::before, *::after': { animationDuration: '0.01ms', transitionDuration: '0.01ms' },
  },
});

const useStyles = makeStyles({
  pane: {
    minHeight: '100vh',
    display: 'flex',
    flexDirection: 'column',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  tabs: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    paddingInline: '8px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  main: { flexGrow: 1, padding: '12px 16px 24px', minWidth: 0 },
  // Excel shows the title above the pane; it is here for those who listen.
  title: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    margin: '-1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
  footLink: { fontSize: tokens.fontSizeBase200, minHeight: '24px' },
  foot: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: '12px',
    padding: '8px 16px',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase100,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
  },
});

/** The host's theme where it gives one, else what the browser prefers, followed as it changes. */
function useLook(): 'light' | 'dark' {
  const { theme } = useSurroundings();
  const [dark, setDark] = useState(
    () => window.matchMedia?.('(prefers-color-scheme: dark)').matches ?? false,
  );
  useEffect(() => {
    const query = window.matchMedia?.('(prefers-color-scheme: dark)');
    const follow = () => setDark(query.matches);
    query?.addEventListener('change', follow);
    return () => query?.removeEventListener('change', follow);
  }, []);
  return theme ?? (dark ? 'dark' : 'light');
}

function Page({ view }: { view: View }) {
  switch (view.name) {
    case 'results':
      return null;
    case 'person':
      return <Person key={view.id} id={view.id} />;
    case 'overview':
      return <Overview />;
    case 'sheets':
      return <Sheets key={JSON.stringify(view.question)} question={view.question} />;
    case 'rulings':
      return <Rulings />;
    case 'snapshot':
      return <SaveSnapshot />;
    case 'preview':
      return <Preview planned={view.planned} />;
    case 'undo':
      return <UndoChanged cells={view.cells} />;
    case 'formulas':
      return <Formulas plan={view.plan} />;
    case 'fixes':
      return <Fixes />;
    case 'seal':
      return <Seal seen={view.seen} />;
  }
}

/** Room that the tabs take at the top while the page is scrolled, in pixels. */
const TABS_HEIGHT = 36;

const TABS = ['results', 'overview', 'sheets', 'rulings'] as const;

/** A person or a preview was opened from the results, and stands behind them. */
function PaneTabs({ view }: { view: View }) {
  const styles = useStyles();
  const t = useWords();
  const show = usePane((state) => state.show);
  return (
    <nav className={styles.tabs} aria-label={t.tabs.label}>
      <Tabs
        label={t.tabs.label}
        tabs={TABS.map((name) => ({ name, title: t.tabs[name] }))}
        selected={TABS.find((name) => name === view.name) ?? 'results'}
        controls="pane-page"
        onSelect={(name) => show({ name })}
      />
    </nav>
  );
}

/** A new page begins at its top; the results come back where they were left. */
function usePlace(view: View) {
  const main = useRef<HTMLElement>(null);
  const left = useRef(0);
  const before = useRef(view);
  useLayoutEffect(() => {
    if (before.current === view) return;
    const returning = view.name === 'results';
    before.current = view;
    const top = (main.current?.offsetTop ?? 0) - TABS_HEIGHT;
    const wanted = returning ? left.current : Math.min(window.scrollY, Math.max(0, top));
    document.scrollingElement?.scrollTo?.({ top: wanted });
  }, [view]);
  useEffect(() => {
    const remember = () => {
      if (before.current.name === 'results') left.current = window.scrollY;
    };
    window.addEventListener('scroll', remember, { passive: true });
    return () => window.removeEventListener('scroll', remember);
  }, []);
  return main;
}

/** Shows the top of the pane, where the status stands, after a command; the focus stays where it is. */
function useAttention() {
  const attention = usePane((state) => state.attention);
  useEffect(() => {
    if (attention > 0) document.scrollingElement?.scrollTo?.({ top: 0 });
  }, [attention]);
}

/** The way to saving what was read; there must be something. */
function SnapshotLink() {
  const styles = useStyles();
  const t = useWords();
  const hasRead = usePane((state) => state.evaluation !== null);
  const show = usePane((state) => state.show);
  if (!hasRead) return null;
  return (
    <Link as="button" className={styles.footLink} onClick={() => show({ name: 'snapshot' })}>
      {t.snapshot.title}
    </Link>
  );
}

/** The whole pane. */
export function App() {
  usePageStyles();
  const styles = useStyles();
  const t = useWords();
  const { version, tooOld } = useSurroundings();
  const look = useLook();
  const view = usePane((state) => state.view);
  const main = usePlace(view);
  useAttention();
  return (
    <FluentProvider theme={themeFor(look)} lang={t.language}>
      <div className={styles.pane}>
        {!tooOld && (
          <ErrorBoundary view="head">
            <Head />
          </ErrorBoundary>
        )}
        {!tooOld && <PaneTabs view={view} />}
        <main ref={main} id="pane-page" className={styles.main}>
          <h1 className={styles.title}>{t.appName}</h1>
          {tooOld && <TooOld />}
          {/* Stays where it is while another page is open, with its filters and what was typed. */}
          <div hidden={view.name !== 'results'}>
            <Results />
          </div>
          <ErrorBoundary view={view.name}>
            <Suspense fallback={null}>
              <Page view={view} />
            </Suspense>
          </ErrorBoundary>
        </main>
        <footer className={styles.foot}>
          <span>
            {t.appName} · {t.version(version)}
          </span>
          <SnapshotLink />
        </footer>
      </div>
    </FluentProvider>
  );
}
