import type { ReactNode } from 'react';
import { makeStyles } from '@fluentui/react-components';
import { overviewWords } from '../../locales/pages/overview';
import { useWordsOf } from '../state/context';

const useStyles = makeStyles({
  figure: { margin: 0 },
  summary: { cursor: 'pointer', minHeight: '24px', padding: '4px 0' },
});

interface Props {
  /** What it shows. */
  readonly label: string;
  readonly picture: ReactNode;
  /** The same figures as a table. */
  readonly children: ReactNode;
}

/** A picture with its figures behind it. */
export function Picture({ label, picture, children }: Props) {
  const styles = useStyles();
  const words = useWordsOf(overviewWords);
  return (
    <figure className={styles.figure} aria-label={label}>
      {picture}
      <figcaption>
        <details>
          <summary className={styles.summary}>{words.table}</summary>
          {children}
        </details>
      </figcaption>
    </figure>
  );
}
