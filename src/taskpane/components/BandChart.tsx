import { makeStyles, tokens } from '@fluentui/react-components';
import { useWords } from '../state/context';
import type { Band } from '../state/distribution';
import { PointsBar } from './PointsBar';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: '64px 1fr 56px',
    gap: '8px',
    alignItems: 'center',
    padding: '2px 0',
  },
  band: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums', textAlign: 'end' },
  count: { fontVariantNumeric: 'tabular-nums' },
  list: { margin: 0 },
  figure: { margin: 0 },
});

/** How many scores fall into each band; the figures are text, the bars only show them. */
export function BandChart({ bands }: { bands: readonly Band[] }) {
  const styles = useStyles();
  const t = useWords();
  const most = Math.max(1, ...bands.map((band) => band.count));
  return (
    <dl className={styles.list}>
      {bands.map(({ from, to, count }) => (
        <div key={from} className={styles.row}>
          <dt className={styles.band}>{t.overview.band(from, to)}</dt>
          <PointsBar share={count / most} />
          <dd className={styles.figure}>
            <span className={styles.count}>{t.overview.personCount(count)}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
