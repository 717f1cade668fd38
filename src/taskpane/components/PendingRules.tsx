import { type ReactNode, useState } from 'react';
import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import type { Signature } from '../../app/scheme/rulesDesk';
import { fullWidth } from '../../locales/punctuation';
import { rulesWords } from '../../locales/pages/rules';
import { useWordsOf } from '../state/context';
import { today } from '../state/today';

const useStyles = makeStyles({
  box: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    padding: '8px 12px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  title: { fontWeight: tokens.fontWeightSemibold },
  changes: {
    margin: 0,
    paddingInlineStart: '18px',
    overflowWrap: 'anywhere',
    maxHeight: '180px',
    overflowY: 'auto',
  },
  table: { maxHeight: '240px', overflowY: 'auto' },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
});

interface Props {
  readonly version: string;
  /** The differences to what held before, a line each. */
  readonly changes: readonly string[];
  /** How much they move, in words. */
  readonly affected: string;
  /** What they move; nothing where they move nothing. */
  readonly children?: ReactNode;
  readonly busy: boolean;
  readonly onTakeOver: (signature: Signature) => void;
}

/** What a sheet of rules would change, what that moves from what to what, and the question whether to take it over. */
export function PendingRules({ version: given, changes, affected, children, busy, onTakeOver }: Props) {
  const styles = useStyles();
  const words = useWordsOf(rulesWords);
  const [who, setWho] = useState('');
  const [version, setVersion] = useState(given);
  const signed = who.trim() !== '' && version.trim() !== '';
  const title = words.pending(changes.length);
  return (
    <section className={styles.box} aria-label={title}>
      <span className={styles.title}>{title}</span>
      <ul className={styles.changes}>
        {changes.map((change) => (
          <li key={change}>{fullWidth(change)}</li>
        ))}
      </ul>
      <span className={styles.title} aria-live="polite">
        {affected}
      </span>
      {children !== undefined && <div className={styles.table}>{children}</div>}
      <Field label={words.who}>
        <Input value={who} onChange={(_, { value }) => setWho(value)} />
      </Field>
      <Field label={words.version}>
        <Input value={version} onChange={(_, { value }) => setVersion(value)} />
      </Field>
      <p className={styles.quiet}>{words.needsName}</p>
      <div>
        <Button
          appearance="primary"
          disabledFocusable={busy || !signed}
          onClick={() => onTakeOver({ who: who.trim(), version: version.trim(), date: today() })}
        >
          {words.takeOver}
        </Button>
      </div>
    </section>
  );
}
