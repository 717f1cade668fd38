import type { ReactNode } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: '8px', marginBottom: '6px' },
  title: {
    scrollMarginTop: '48px',
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
  },
  count: { color: tokens.colorNeutralForeground2 },
  rest: { marginInlineStart: 'auto' },
});

interface Props {
  readonly id?: string;
  readonly title: string;
  readonly count?: string;
  /** Stands at the end of the line. */
  readonly children?: ReactNode;
}

/** The heading of a part of a view, with how many there are. */
export function SectionHeading({ id, title, count, children }: Props) {
  const styles = useStyles();
  return (
    <div className={styles.row}>
      <h2 id={id} className={styles.title} tabIndex={id ? -1 : undefined}>
        {title}
      </h2>
      {count !== undefined && <span className={styles.count}>{count}</span>}
      {children !== undefined && <span className={styles.rest}>{children}</span>}
    </div>
  );
}
