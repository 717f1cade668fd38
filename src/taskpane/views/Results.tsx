import { lazy, Suspense } from 'react';
import { makeStyles } from '@fluentui/react-components';
import { ErrorBoundary } from '../components/ErrorBoundary';
import { usePane } from '../state/context';
import { useTableOffer } from '../state/useTableOffer';
import { Issues } from './Issues';
import { Persons } from './Persons';
import { Verdict } from './Verdict';

const FirstRun = lazy(() => import('./FirstRun'));

const useStyles = makeStyles({
  results: {
    display: 'grid',
    gap: '20px',
    gridTemplateColumns: 'minmax(0, 1fr)',
    '@media (min-width: 720px)': {
      gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
      alignItems: 'start',
    },
  },
  wide: { gridColumn: '1 / -1' },
  section: { minWidth: 0 },
});

/**
 * The first page: persons and issues, side by side where there is room. After 提交前校验 the issues come first. Where a
 * regulation over a table is offered, only the way to its results: the issues are those of another, which has no sheet here.
 */
export function Results() {
  const styles = useStyles();
  const evaluation = usePane((state) => state.evaluation);
  const isTable = useTableOffer() !== null;
  const verdict = usePane((state) => state.verdict) && !isTable;
  if (!evaluation) return null;
  const missing = evaluation.issues.find(({ code }) => code === 'sheet-missing');
  const sections = [
    <div key="persons" className={styles.section}>
      <ErrorBoundary view="persons">
        <Persons evaluation={evaluation} />
      </ErrorBoundary>
    </div>,
    <div key="issues" className={styles.section}>
      <ErrorBoundary view="issues">
        <Issues evaluation={evaluation} />
      </ErrorBoundary>
    </div>,
  ];
  return (
    <div className={styles.results}>
      {missing && (
        <div className={styles.wide}>
          <ErrorBoundary view="first-run">
            <Suspense fallback={null}>
              <FirstRun missing={missing} />
            </Suspense>
          </ErrorBoundary>
        </div>
      )}
      {verdict && (
        <div className={styles.wide}>
          <ErrorBoundary view="verdict">
            <Verdict evaluation={evaluation} />
          </ErrorBoundary>
        </div>
      )}
      {!isTable && (verdict ? sections.reverse() : sections)}
    </div>
  );
}
