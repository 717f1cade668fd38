import { makeStyles } from '@fluentui/react-components';
import { ErrorBoundary } from '../components/ErrorBoundary';
import { usePane } from '../state/context';
import { Issues } from './Issues';
import { Persons } from './Persons';
import { Verdict } from './Verdict';

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
  verdict: { gridColumn: '1 / -1' },
  section: { minWidth: 0 },
});

/** The first page: persons and issues, side by side where there is room. After 提交前校验 the issues come first. */
export function Results() {
  const styles = useStyles();
  const evaluation = usePane((state) => state.evaluation);
  const verdict = usePane((state) => state.verdict);
  if (!evaluation) return null;
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
      {verdict && (
        <div className={styles.verdict}>
          <ErrorBoundary view="verdict">
            <Verdict evaluation={evaluation} />
          </ErrorBoundary>
        </div>
      )}
      {verdict ? sections.reverse() : sections}
    </div>
  );
}
