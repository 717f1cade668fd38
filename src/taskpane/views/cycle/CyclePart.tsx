import { type ReactNode, useId } from 'react';
import { Button, makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import { cycleWords } from '../../../locales/pages/cycle';
import { fullWidth } from '../../../locales/punctuation';
import { useWordsOf } from '../../state/context';
import type { WorkState } from './useCycleWork';

const useStyles = makeStyles({
  part: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: '8px',
    paddingBlock: '12px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    minWidth: 0,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase400 },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  said: {
    margin: 0,
    maxHeight: '240px',
    overflow: 'auto',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
  },
  good: { margin: 0, color: tokens.colorStatusSuccessForeground1 },
  bad: { margin: 0, color: tokens.colorStatusDangerForeground1, overflowWrap: 'anywhere' },
});

/** One piece of the half-year: what it does, its choices, and what came of it. */
export function CyclePart({
  title,
  note,
  state,
  onCancel,
  children,
}: {
  title: string;
  note: string;
  state: WorkState;
  onCancel: () => void;
  children: ReactNode;
}) {
  const styles = useStyles();
  const id = useId();
  return (
    <section className={styles.part} aria-labelledby={id}>
      <h3 id={id} className={styles.title}>
        {title}
      </h3>
      <p className={styles.quiet}>{note}</p>
      {children}
      <div aria-live="polite">
        <Said state={state} onCancel={onCancel} />
      </div>
    </section>
  );
}

function Said({ state, onCancel }: { state: WorkState; onCancel: () => void }) {
  const styles = useStyles();
  const words = useWordsOf(cycleWords);
  switch (state.kind) {
    case 'idle':
      return null;
    case 'working': {
      const text = words.working(Math.round(state.share * 100));
      return (
        <>
          <p className={styles.quiet}>{text}</p>
          <ProgressBar value={state.share} aria-label={text} />
          <Button onClick={onCancel}>{words.cancel}</Button>
        </>
      );
    }
    case 'cancelled':
      return <p className={styles.quiet}>{words.cancelled}</p>;
    case 'failed':
      return <p className={styles.bad}>{words.failed(fullWidth(state.message))}</p>;
    case 'made': {
      const { bytes, isClean, text } = state.made;
      const head = state.head ?? (isClean ? words.done : bytes ? words.look : words.nothing);
      return (
        <>
          <p className={isClean ? styles.good : styles.bad}>{head}</p>
          {/* Long, so it scrolls; whoever has no mouse reaches it too. */}
          <pre className={styles.said} tabIndex={0} aria-label={head}>
            {fullWidth(text)}
          </pre>
        </>
      );
    }
  }
}
