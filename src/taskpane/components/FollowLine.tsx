import { makeStyles, tokens } from '@fluentui/react-components';
import { followingWords } from '../../locales/pages/following';
import { usePane, useWordsOf } from '../state/context';
import type { FollowingState } from '../state/paneState';

const useStyles = makeStyles({
  line: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
});

/** What became of the last edits, in a quiet line: nobody is interrupted by it, and the counts above say what matters. */
export default function FollowLine({ following }: { following: FollowingState & string }) {
  const styles = useStyles();
  const words = useWordsOf(followingWords);
  const live = usePane((state) => state.preferences.live);
  const text = following === 'waiting' && !live ? words.off : words[following];
  return <div className={styles.line}>{text}</div>;
}
