import { Link, makeStyles, tokens } from '@fluentui/react-components';
import type { Issue } from '../../model';
import { usePane, usePaneNow, useWords } from '../state/context';
import { questionOf } from '../state/issues';

const useStyles = makeStyles({ link: { fontSize: tokens.fontSizeBase200, minHeight: '24px' } });

/** Where the reading of a sheet is in doubt: the way to the question. */
export function QuestionLink({ issue }: { issue: Issue }) {
  const styles = useStyles();
  const t = useWords();
  const show = usePane((state) => state.show);
  const now = usePaneNow();
  // A long list has many of these, and few ever show: only those that come or go are drawn again.
  const isOpen = usePane(({ evaluation }) => evaluation !== null && questionOf(issue, evaluation) !== null);
  if (!isOpen) return null;
  const ask = () => {
    const { evaluation } = now();
    const question = evaluation && questionOf(issue, evaluation);
    if (question) show({ name: 'sheets', question });
  };
  return (
    <Link as="button" inline className={styles.link} onClick={ask}>
      {t.issues.question}
    </Link>
  );
}
