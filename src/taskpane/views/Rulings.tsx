import { makeStyles, tokens } from '@fluentui/react-components';
import { rulingsWords } from '../../locales/pages/rulings';
import { Page } from '../components/Page';
import { RulingCard } from '../components/RulingCard';
import { usePane, useWords, useWordsOf } from '../state/context';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', gap: '4px' },
  empty: { color: tokens.colorNeutralForeground2 },
});

/** Questions that the regulation leaves open, with the answer in force and the others to choose from. */
export default function Rulings({ ruling: asked }: { ruling?: string }) {
  const styles = useStyles();
  const t = useWords();
  const words = useWordsOf(rulingsWords);
  const evaluation = usePane((state) => state.evaluation);
  return (
    <Page title={words.title} intro={words.intro}>
      {evaluation ? (
        <div className={styles.list}>
          {evaluation.scheme.rulings.map((definition) => (
            <RulingCard
              key={definition.key}
              definition={definition}
              evaluation={evaluation}
              isAsked={definition.key === asked}
            />
          ))}
        </div>
      ) : (
        <div className={styles.empty}>{t.recognised.reading}</div>
      )}
    </Page>
  );
}
