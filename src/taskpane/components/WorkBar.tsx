import { Button, makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import { usePane, useWords } from '../state/context';

const useStyles = makeStyles({
  bar: { display: 'flex', alignItems: 'center', gap: '12px' },
  progress: { flexGrow: 1 },
  label: { fontVariantNumeric: 'tabular-nums', color: tokens.colorNeutralForeground2 },
});

/** How far the work is, and 取消; the status beside it says what is being done. Nothing while the pane is idle. */
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
        <ProgressBar
          aria-label={t.work[work.kind]}
          thickness="large"
          {...(percent > 0 ? { value: work.share } : {})}
        />
      </div>
      {percent > 0 && <span className={styles.label}>{t.work.percent(percent)}</span>}
      {work.cancellable && <Button onClick={cancel}>{t.actions.cancel}</Button>}
    </div>
  );
}
