import { Link, makeStyles, tokens } from '@fluentui/react-components';
import type { Issue } from '../../model';
import { usePane, useWords } from '../state/context';
import { questionOf } from '../state/issues';

const useStyles = makeStyles({ link: { fontSize: tokens.fontSizeBase200, minHeight: '24px' } });

/** Where the reading of a sheet is in doubt: the way to the question. */
export function QuestionLink({ issue }: { issue: Issue }) {
  const styles = useStyles();
  const t = useWords();
  const show = usePane((state) => state.show);
  const evaluation = usePane((state) => state.evaluation);
  const question = evaluation && questionOf(issue, evaluation);
  if (!question) return null;
  return (
    <Link as="button" inline className={styles.link} onClick={() => show({ name: 'sheets', question })}>
      {t.issues.question}
    </Link>
  );
}
