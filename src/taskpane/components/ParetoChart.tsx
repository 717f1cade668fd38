import { makeStyles, tokens } from '@fluentui/react-components';
import { formatFigure, formatShare } from '../../locales';
import { overviewWords } from '../../locales/pages/overview';
import { useWords, useWordsOf } from '../state/context';
import type { CostRow } from '../state/costs';
import { DataTable } from './DataTable';
import { Picture } from './Picture';
import { usePictureStyles } from './pictureStyles';

const BAR = 8;

const useStyles = makeStyles({
  bars: { display: 'flex', flexDirection: 'column', gap: '6px', marginBottom: '6px' },
  line: {
    display: 'flex',
    alignItems: 'baseline',
    columnGap: '8px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
  },
  title: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  points: { fontWeight: tokens.fontWeightSemibold, whiteSpace: 'nowrap' },
  share: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase100,
    whiteSpace: 'nowrap',
  },
});

/** The rules that cost most as bars, each with its points and what share of all points it makes with those above. */
export function ParetoChart({ rows }: { rows: readonly CostRow[] }) {
  const styles = useStyles();
  const picture = usePictureStyles();
  const t = useWords();
  const words = useWordsOf(overviewWords);
  const most = rows[0]?.points ?? 1;
  const share = (row: CostRow) => formatShare(row.cumulative, t.language);
  const label = rows
    .map((row) => `${row.rule} ${row.title} ${words.pointsOf(formatFigure(row.points))}`)
    .join(words.separator);
  return (
    <Picture
      label={words.pareto}
      picture={
        <div role="img" aria-label={`${words.pareto}${words.colon}${label}`} className={styles.bars}>
          {rows.map((row) => (
            <div key={row.rule}>
              <div className={styles.line}>
                <span className={styles.title}>
                  {row.rule} {row.title}
                </span>
                <span className={styles.points}>{formatFigure(row.points)}</span>
                <span className={styles.share}>{share(row)}</span>
              </div>
              <svg className={picture.picture} height={BAR}>
                <rect className={picture.track} width="100%" height={BAR} rx={BAR / 2} />
                <rect
                  className={picture.bar}
                  width={`${(row.points / most) * 100}%`}
                  height={BAR}
                  rx={BAR / 2}
                />
              </svg>
            </div>
          ))}
        </div>
      }
    >
      <DataTable
        label={words.pareto}
        columns={[
          { title: words.rule },
          { title: words.points, numeric: true },
          { title: words.cumulative, numeric: true },
          { title: words.times, numeric: true },
          { title: words.people, numeric: true },
        ]}
        rows={rows.map((row) => ({
          key: row.rule,
          cells: [`${row.rule} ${row.title}`, formatFigure(row.points), share(row), row.places, row.persons],
        }))}
      />
    </Picture>
  );
}
