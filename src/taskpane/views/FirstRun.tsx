import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { isEmptyWorkbook } from '../../app/emptyWorkbook';
import type { Issue } from '../../model';
import { firstRunWords } from '../../locales/pages/firstRun';
import { usePane, useWordsOf } from '../state/context';
import { useTableOffer } from '../state/useTableOffer';

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    padding: '12px',
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase400 },
  text: { margin: 0, overflowWrap: 'anywhere' },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

/** What to do in a workbook that has nothing to score: add the template, or see what was made of the sheets. */
export default function FirstRun({ missing }: { missing: Issue }) {
  const styles = useStyles();
  const words = useWordsOf(firstRunWords);
  const busy = usePane((state) => state.work !== null);
  const addTemplate = usePane((state) => state.addTemplate);
  const addExample = usePane((state) => state.addExample);
  const show = usePane((state) => state.show);
  const table = useTableOffer();
  const empty = usePane(({ evaluation }) => evaluation !== null && isEmptyWorkbook(evaluation.snapshot));
  // Where headers were recognised the issue names their sheet.
  const blank = missing.sheet !== null;
  return (
    <section className={styles.card} aria-labelledby="first-run-title">
      <h2 id="first-run-title" className={styles.title}>
        {words.title}
      </h2>
      {table ? (
        <>
          <p className={styles.text}>{words.table(table.title)}</p>
          <div className={styles.buttons}>
            <Button appearance="primary" onClick={() => show({ name: 'table', id: table.id })}>
              {words.results}
            </Button>
          </div>
        </>
      ) : (
        <p className={styles.text}>{blank ? words.blank : words.empty}</p>
      )}
      <div className={styles.buttons}>
        {!blank && (
          <Button disabledFocusable={busy} onClick={() => void addTemplate()}>
            {words.create}
          </Button>
        )}
        {empty && (
          <Button disabledFocusable={busy} onClick={() => void addExample()}>
            {words.example}
          </Button>
        )}
        {!blank && <Button onClick={() => show({ name: 'schemes' })}>{words.others}</Button>}
        <Button appearance="subtle" onClick={() => show({ name: 'sheets' })}>
          {words.look}
        </Button>
        <Button appearance="subtle" onClick={() => show({ name: 'guide' })}>
          {words.guide}
        </Button>
      </div>
      {!blank && <p className={styles.quiet}>{words.created}</p>}
      {empty && <p className={styles.quiet}>{words.tried}</p>}
    </section>
  );
}
