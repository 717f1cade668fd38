import { formatFigure, formatShare } from '../../locales';
import { overviewWords } from '../../locales/pages/overview';
import { useWords, useWordsOf } from '../state/context';
import type { CostRow } from '../state/costs';
import { DataTable } from './DataTable';
import { Picture } from './Picture';
import { usePictureStyles } from './pictureStyles';

const ROW = 36;
/** Longer titles are cut in the picture; the table has them whole. */
const LONGEST = 13;

function cut(title: string): string {
  return title.length > LONGEST ? `${title.slice(0, LONGEST - 1)}…` : title;
}

/** The rules that cost most as bars, each with its points and what share of all points it makes with those above. */
export function ParetoChart({ rows }: { rows: readonly CostRow[] }) {
  const styles = usePictureStyles();
  const t = useWords();
  const words = useWordsOf(overviewWords);
  const most = rows[0]?.points ?? 1;
  const share = (row: CostRow) => formatShare(row.cumulative, t.language);
  const label = rows
    .map((row) => `${row.rule} ${row.title} ${words.pointsOf(formatFigure(row.points))}`)
    .join(words.separator);
  return (
    <Picture
      picture={
        <svg
          className={styles.picture}
          height={rows.length * ROW}
          role="img"
          aria-label={`${words.pareto}: ${label}`}
        >
          {rows.map((row, at) => (
            <g key={row.rule} transform={`translate(0 ${at * ROW})`}>
              <text className={styles.text} x="0" y="14">
                {row.rule} {cut(row.title)}
              </text>
              <text className={styles.strong} x="100%" y="14" textAnchor="end">
                {formatFigure(row.points)}
                <tspan className={styles.quiet} dx="6">
                  {share(row)}
                </tspan>
              </text>
              <rect className={styles.track} y="20" width="100%" height="8" rx="4" />
              <rect className={styles.bar} y="20" width={`${(row.points / most) * 100}%`} height="8" rx="4" />
            </g>
          ))}
        </svg>
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
