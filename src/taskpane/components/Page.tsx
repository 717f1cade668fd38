import type { ReactNode } from 'react';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { usePane, useWords } from '../state/context';
import { Icon } from './Icon';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: '12px' },
  head: { display: 'flex', alignItems: 'center', gap: '4px', marginInlineStart: '-8px' },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    overflowWrap: 'anywhere',
  },
  intro: { margin: 0, color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly title: string;
  readonly intro?: string;
  /** The page stands behind another and has a way back. */
  readonly back?: boolean;
  readonly children?: ReactNode;
}

/** A page of the pane under its title. */
export function Page({ title, intro, back = false, children }: Props) {
  const styles = useStyles();
  const t = useWords();
  const show = usePane((state) => state.show);
  const tab = usePane((state) => state.tab);
  return (
    <section className={styles.page} aria-label={title}>
      <div className={back ? styles.head : undefined}>
        {back && (
          <Button
            appearance="subtle"
            icon={<Icon name="back" />}
            aria-label={t.actions.back}
            title={t.actions.back}
            onClick={() => show({ name: tab })}
          />
        )}
        <h2 className={styles.title}>{title}</h2>
      </div>
      {intro !== undefined && <p className={styles.intro}>{intro}</p>}
      {children}
    </section>
  );
}
