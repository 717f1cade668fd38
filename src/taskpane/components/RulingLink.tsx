import { Link, makeStyles, tokens } from '@fluentui/react-components';
import type { Issue } from '../../model';
import { usePane, useWords } from '../state/context';
import { rulingsOf } from '../state/rulings';

const useStyles = makeStyles({ link: { fontSize: tokens.fontSizeBase200, minHeight: '24px' } });

/** The way to the ruling that is to be confirmed: to the first, where the question has several. */
export function RulingLink({ issue }: { issue: Issue }) {
  const styles = useStyles();
  const t = useWords();
  const show = usePane((state) => state.show);
  const ruling = usePane(({ evaluation }) => evaluation && rulingsOf(issue, evaluation)[0]?.key);
  if (!ruling) return null;
  return (
    <Link as="button" inline className={styles.link} onClick={() => show({ name: 'rulings', ruling })}>
      {t.issues.ruling}
    </Link>
  );
}
