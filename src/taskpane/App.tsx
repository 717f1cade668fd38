import { Suspense, useEffect, useState } from 'react';
import { FluentProvider, makeStaticStyles, makeStyles, tokens } from '@fluentui/react-components';
import { ErrorBoundary } from './components/ErrorBoundary';
import { usePane, useSurroundings, useWords } from './state/context';
import { usePlace } from './state/place';
import { useWayBack } from './state/wayBack';
import { themeFor } from './theme';
import { Head } from './views/Head';
import { loadAgain, OpenedPage } from './views/pages';
import { PaneTabs } from './views/PaneTabs';
import { TooOld } from './views/TooOld';
import { Results } from './views/Results';

const usePageStyles = makeStaticStyles({
  html: { height: '100%' },
  body: { margin: 0, minHeight: '100%' },
  // A text field is as wide as its place, not as twenty letters: at twice the size there is room for less.
  '.fui-Input__input': { width: '100%' },
  // What is chosen is read whole: it takes a second line where there is no room. 24 px for a small one and 32 px for another,
  // as Fluent has them, come of the size of their letters.
  'select.fui-Select__select': {
    height: 'auto',
    whiteSpace: 'normal',
    overflowWrap: 'anywhere',
    paddingBlock: 'calc(1em - 9px)',
  },
  '@media (prefers-reduced-motion: reduce)': {
    // Above whatever a component says of its own.
    '*, *::before, *::after': {
      animationDuration: '0.01ms !important',
      transitionDuration: '0.01ms !important',
    },
  },
});

/** The narrowest pane at twice the size. */
const SMALLEST = '@media (max-width: 259px)';

const useStyles = makeStyles({
  pane: {
    minHeight: '100vh',
    display: 'flex',
    flexDirection: 'column',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  main: {
    flexGrow: 1,
    padding: '12px 16px 24px',
    minWidth: 0,
    [SMALLEST]: { paddingInline: '8px' },
  },
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

/** Shows the top of the pane, where the status stands, after a command; the focus stays where it is. */
function useAttention() {
  const attention = usePane((state) => state.attention);
  useEffect(() => {
    if (attention > 0) document.scrollingElement?.scrollTo?.({ top: 0 });
  }, [attention]);
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
  useWayBack(view);
  useAttention();
  return (
    <FluentProvider theme={themeFor(look)} lang={t.language}>
      <div className={styles.pane}>
        {!tooOld && (
          <ErrorBoundary view="head">
            <Head />
          </ErrorBoundary>
        )}
        {!tooOld && <PaneTabs />}
        <main ref={main} id="pane-page" className={styles.main}>
          <h1 className={styles.title}>{t.appName}</h1>
          {tooOld && <TooOld />}
          {/* Stays where it is while another page is open, with its filters and what was typed. */}
          <div hidden={view.name !== 'results'}>
            <Results />
          </div>
          <ErrorBoundary view={view.name} onRetry={() => loadAgain(view.name)}>
            <Suspense fallback={null}>
              <OpenedPage view={view} />
            </Suspense>
          </ErrorBoundary>
        </main>
        <footer className={styles.foot}>
          <span>
            {t.appName} · {t.version(version)}
          </span>
        </footer>
      </div>
    </FluentProvider>
  );
}
