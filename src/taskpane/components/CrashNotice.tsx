import { useState } from 'react';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useSurroundings, useWords } from '../state/context';
import { faultReport } from '../state/faultReport';
import { copyText } from './copyText';

const useStyles = makeStyles({
  notice: { padding: '16px', display: 'flex', flexDirection: 'column', gap: '8px', alignItems: 'flex-start' },
  title: { fontSize: tokens.fontSizeBase400, margin: 0 },
  text: { margin: 0 },
  report: { width: '100%', minHeight: '120px', fontFamily: tokens.fontFamilyMonospace },
  row: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

interface Props {
  readonly error: unknown;
  readonly view: string;
  readonly onRetry: () => void;
}

/** Stands where a view has crashed: says so, and gives a report that holds nothing a person wrote. */
export function CrashNotice({ error, view, onRetry }: Props) {
  const styles = useStyles();
  const t = useWords();
  const { version, language } = useSurroundings();
  const [copy, setCopy] = useState<'not yet' | 'done' | 'failed'>('not yet');
  const report = faultReport(error, { version, view, language, browser: navigator.userAgent });

  // Where even that fails, the text is shown to be copied by hand.
  const copyReport = async () => setCopy((await copyText(report, document)) ? 'done' : 'failed');

  return (
    <section role="alert" className={styles.notice}>
      <h2 className={styles.title}>{t.crash.title}</h2>
      <p className={styles.text}>{t.crash.explain}</p>
      <div className={styles.row}>
        <Button appearance="primary" onClick={onRetry}>
          {t.actions.retry}
        </Button>
        <Button onClick={() => void copyReport()}>{copy === 'done' ? t.crash.copied : t.crash.copy}</Button>
      </div>
      {copy === 'failed' && (
        <>
          <p className={styles.text}>{t.crash.copyFailed}</p>
          <textarea className={styles.report} readOnly value={report} aria-label={t.crash.copy} />
        </>
      )}
    </section>
  );
}
