import { useEffect, useState } from 'react';
import { Button, makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import { usePane, useWords } from '../state/context';

const NARROW = '@media (max-width: 299px)';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    alignItems: 'center',
    gap: '12px',
    [NARROW]: { flexWrap: 'wrap', justifyContent: 'space-between', rowGap: '8px' },
  },
  progress: { flexGrow: 1, [NARROW]: { flexBasis: '100%' } },
  // The bar keeps its length as figures come.
  label: {
    minWidth: '5.5em',
    textAlign: 'end',
    whiteSpace: 'nowrap',
    fontVariantNumeric: 'tabular-nums',
    color: tokens.colorNeutralForeground2,
    [NARROW]: { minWidth: 0 },
  },
});

/** Milliseconds between two looks at the clock. */
const TICK = 200;
/** What is done sooner (ms) needs no clock. */
const SHORT = 400;

/**
 * How long it has taken so far: Excel may need seconds for one answer, in which nobody knows how far it is. A screen reader
 * finds it there (a timer is no live region) and does not say it five times a second; it says what is done, and when it is done.
 */
function Elapsed() {
  const t = useWords();
  const [elapsed, setElapsed] = useState(0);
  useEffect(() => {
    const start = performance.now();
    const timer = setInterval(() => setElapsed(performance.now() - start), TICK);
    return () => clearInterval(timer);
  }, []);
  return elapsed < SHORT ? null : <span role="timer">{t.work.seconds(elapsed / 1000)}</span>;
}

/** How far the work is, how long it takes, and 取消; the status beside it says what is being done. Nothing while the pane is idle. */
export function WorkBar() {
  const styles = useStyles();
  const t = useWords();
  const work = usePane((state) => state.work);
  const cancel = usePane((state) => state.cancel);
  if (!work) return null;
  const percent = Math.round(work.share * 100);
  return (
    <div className={styles.bar} data-work={work.kind}>
      <div className={styles.progress}>
        <ProgressBar
          aria-label={t.work[work.kind]}
          thickness="large"
          {...(percent > 0 ? { value: work.share } : {})}
        />
      </div>
      <span className={styles.label}>
        {percent > 0 && t.work.percent(percent)} <Elapsed />
      </span>
      {work.cancellable && <Button onClick={cancel}>{t.actions.cancel}</Button>}
    </div>
  );
}
