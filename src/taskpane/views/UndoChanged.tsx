import { Button, makeStyles } from '@fluentui/react-components';
import type { View } from '../state/view';
import { undoChangedWords } from '../../locales/pages/undoChanged';
import { CellLink } from '../components/CellLink';
import { Page } from '../components/Page';
import { usePane, useWords, useWordsOf } from '../state/context';
import { placeName } from '../state/persons';

/** More cells than this say no more. */
const MOST = 50;

const useStyles = makeStyles({
  cells: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

/** Cells were changed after what is to be undone: the question whether undoing may lose that. */
export default function UndoChanged({ work, cells }: View<'undo'>) {
  const styles = useStyles();
  const t = useWords();
  const words = useWordsOf(undoChangedWords);
  const busy = usePane((state) => state.work !== null);
  const show = usePane((state) => state.show);
  const undo = usePane((state) => state.undo);
  return (
    <Page back title={words.title(t.undone[work])} intro={words.explain(t.undone[work], cells.length)}>
      <div className={styles.cells}>
        {cells.slice(0, MOST).map((cell) => (
          <CellLink key={placeName(cell)} cell={cell} />
        ))}
      </div>
      {cells.length > MOST && <div>{t.person.cells(cells.length - MOST)}</div>}
      <div className={styles.buttons}>
        <Button appearance="primary" onClick={() => show({ name: 'results' })}>
          {words.keep}
        </Button>
        <Button disabledFocusable={busy} onClick={() => void undo(true)}>
          {words.anyway}
        </Button>
      </div>
    </Page>
  );
}
