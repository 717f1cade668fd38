import { Button, makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import { usePane, useWords } from '../state/context';

const useStyles = makeStyles({
  bar: { display: 'flex', alignItems: 'center', gap: '12px' },
  progress: { flexGrow: 1, display: 'flex', flexDirection: 'column', gap: '4px' },
  label: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

/** What is being done, how far it is, and 取消. Nothing while the pane is idle. */
export function WorkBar() {
  const styles = useStyles();
  const t = useWords();
  const work = usePane((state) => state.work);
  const cancel = usePane((state) => state.cancel);
  if (!work) return null;
  const percent = Math.round(work.share * 100);
  return (
    <div className={styles.bar}>
      <div className={styles.progress}>
        <span className={styles.label}>
          {t.work[work.kind]}
          {percent > 0 && ` ${t.work.percent(percent)}`}
        </span>
        <ProgressBar
          aria-label={t.work[work.kind]}
          thickness="large"
          {...(percent > 0 ? { value: work.share } : {})}
        />
      </div>
      {work.cancellable && <Button onClick={cancel}>{t.actions.cancel}</Button>}
    </div>
  );
}
