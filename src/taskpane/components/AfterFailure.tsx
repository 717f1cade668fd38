import { useState } from 'react';
import { Button, makeStyles } from '@fluentui/react-components';
import { guideWords } from '../../locales/pages/guide';
import { usePane, useSurroundings, useWords, useWordsOf } from '../state/context';
import type { Failure } from '../state/failure';
import { faultReport } from '../state/faultReport';
import { copyText } from './copyText';
import { Icon } from './Icon';

const useStyles = makeStyles({ actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' } });

/** The way out of a failure: what the message means, and the report where nobody could know it. */
export default function AfterFailure({ failure }: { failure: Failure }) {
  const styles = useStyles();
  const t = useWords();
  const words = useWordsOf(guideWords);
  const { version, language } = useSurroundings();
  const view = usePane((state) => state.view.name);
  const show = usePane((state) => state.show);
  const [copied, setCopied] = useState(false);
  const { message, error } = failure;
  const isUnknown =
    message === null || (error instanceof Error && 'code' in error && error.code === 'unknown');
  const copy = async () => {
    const about = { version, view, language, browser: navigator.userAgent };
    setCopied(await copyText(faultReport(error, about), document));
  };
  return (
    <div className={styles.actions}>
      <Button
        size="small"
        icon={<Icon name="question" />}
        onClick={() => show({ name: 'guide', atMessages: true })}
      >
        {words.help}
      </Button>
      {isUnknown && (
        <Button size="small" onClick={() => void copy()}>
          {copied ? t.crash.copied : t.crash.copy}
        </Button>
      )}
    </div>
  );
}
