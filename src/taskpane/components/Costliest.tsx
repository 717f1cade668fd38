import { makeStyles, tokens } from '@fluentui/react-components';
import { formatFigure } from '../../locales';
import { useWords } from '../state/context';
import type { CostRow } from '../state/costs';
import { placeName } from '../state/persons';
import { CellLink } from './CellLink';

/** More cells than this are in the explanation below. */
const CELLS = 3;

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: '8px' },
  line: { display: 'flex', alignItems: 'baseline', gap: '8px' },
  title: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  lost: {
    color: tokens.colorStatusDangerForeground1,
    whiteSpace: 'nowrap',
    fontVariantNumeric: 'tabular-nums',
  },
  where: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: '12px',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
});

/** The rules that cost a person most: putting these right would change the result most. */
export function Costliest({ rows, labelledBy }: { rows: readonly CostRow[]; labelledBy: string }) {
  const styles = useStyles();
  const t = useWords();
  return (
    <ol role="list" className={styles.list} aria-labelledby={labelledBy}>
      {rows.map(({ rule, title, points, places, cells }) => (
        <li key={rule} data-rule={rule}>
          <div className={styles.line}>
            <span className={styles.title}>
              {rule} {title}
            </span>
            <span className={styles.lost}>{t.person.lost(formatFigure(points))}</span>
          </div>
          <div className={styles.where}>
            <span>{t.person.places(places)}</span>
            {cells.slice(0, CELLS).map((cell) => (
              <CellLink key={placeName(cell)} cell={cell} short />
            ))}
            {cells.length > CELLS && <span>{t.person.cells(cells.length - CELLS)}</span>}
          </div>
        </li>
      ))}
    </ol>
  );
}
