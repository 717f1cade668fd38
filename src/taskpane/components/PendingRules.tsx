import { useState } from 'react';
import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import type { PendingRules as Pending } from '../../app/scheme/rulesDesk';
import { formatFigure } from '../../locales';
import { rulesWords } from '../../locales/pages/rules';
import type { Post } from '../../model';
import { usePane, useWords, useWordsOf } from '../state/context';
import { today } from '../state/today';
import { DataTable } from './DataTable';

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
  readonly pending: Pending;
  readonly posts: readonly Post[];
}

/** What the sheet of rules would change, whose score from what to what, and the question whether to take it over. */
export function PendingRules({ pending, posts }: Props) {
  const styles = useStyles();
  const words = useWordsOf(rulesWords);
  const t = useWords();
  const busy = usePane((state) => state.work !== null);
  const takeOver = usePane((state) => state.takeRulesOver);
  const [who, setWho] = useState('');
  const [version, setVersion] = useState(pending.version);
  const signed = who.trim() !== '' && version.trim() !== '';
  const shown = (figure: number | null) => (figure === null ? t.persons.unscored : formatFigure(figure));
  const postName = (id: string) => posts.find((post) => post.id === id)?.name ?? id;
  return (
    <section className={styles.box} aria-label={words.pending(pending.changes.length)}>
      <span className={styles.title}>{words.pending(pending.changes.length)}</span>
      <ul className={styles.changes}>
        {pending.changes.map((change) => (
          <li key={change}>{change}</li>
        ))}
      </ul>
      <span className={styles.title} aria-live="polite">
        {pending.effects.length === 0 ? words.noEffect : words.affected(pending.effects.length)}
      </span>
      {pending.effects.length > 0 && (
        <div className={styles.table}>
          <DataTable
            label={words.effects}
            columns={[
              { title: t.persons.name },
              { title: words.from, numeric: true },
              { title: words.to, numeric: true },
            ]}
            rows={pending.effects.map(({ person, post, score }, index) => ({
              key: String(index),
              cells: [`${person} ${postName(post)}`, shown(score.from), shown(score.to)],
            }))}
          />
        </div>
      )}
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
          onClick={() => void takeOver({ who: who.trim(), version: version.trim(), date: today() })}
        >
          {words.takeOver}
        </Button>
      </div>
    </section>
  );
}
