import { useState } from 'react';
import { Button, Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import { snapshotWords } from '../../locales/pages/snapshot';
import { Page } from '../components/Page';
import { usePane, useServices, useWordsOf } from '../state/context';

const useStyles = makeStyles({
  text: { margin: 0, overflowWrap: 'anywhere' },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  bad: { margin: 0, color: tokens.colorStatusDangerForeground1, overflowWrap: 'anywhere' },
});

/** Hands a text to the browser as a file of that name. */
function download(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = name;
  link.click();
  // The browser reads the file after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Saves what was read, to be replayed on the command line by whoever looks into a fault. */
export default function SaveSnapshot() {
  const styles = useStyles();
  const words = useWordsOf(snapshotWords);
  const services = useServices();
  const evaluation = usePane((state) => state.evaluation);
  const [replaceNames, setReplaceNames] = useState(true);
  const [outcome, setOutcome] = useState<'saved' | 'refused' | null>(null);
  const save = () => {
    if (!evaluation) return;
    const text = services.snapshotToSave(evaluation, { replaceNames });
    if (text !== null) download(replaceNames ? words.namelessFile : words.file, text);
    setOutcome(text === null ? 'refused' : 'saved');
  };
  return (
    <Page back title={words.title} intro={words.intro}>
      <Checkbox
        label={words.replaceNames}
        checked={replaceNames}
        onChange={(_, data) => {
          setReplaceNames(data.checked === true);
          setOutcome(null);
        }}
      />
      <p className={styles.quiet}>{replaceNames ? words.nameless : words.named}</p>
      <div>
        <Button appearance="primary" disabledFocusable={!evaluation} onClick={save}>
          {words.save}
        </Button>
      </div>
      {outcome === 'saved' && <p className={styles.text}>{words.saved}</p>}
      {outcome === 'refused' && (
        <p role="alert" className={styles.bad}>
          {words.refused}
        </p>
      )}
    </Page>
  );
}
