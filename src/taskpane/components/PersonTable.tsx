import { memo } from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { formatFigure } from '../../locales';
import { useWords } from '../state/context';
import type { PersonFilter, PersonRow, SortKey } from '../state/persons';
import { Figure } from './Figure';
import { Icon } from './Icon';

const useStyles = makeStyles({
  // At twice the size the columns of figures keep their place beside each other.
  scroll: { overflowX: 'auto' },
  table: { width: '100%', borderCollapse: 'collapse' },
  head: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  headCell: {
    fontWeight: tokens.fontWeightRegular,
    textAlign: 'start',
    padding: '0 4px',
    whiteSpace: 'nowrap',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  sort: {
    font: 'inherit',
    color: 'inherit',
    backgroundColor: 'transparent',
    border: 'none',
    padding: '4px 0',
    minHeight: '28px',
    cursor: 'pointer',
    display: 'inline-flex',
    alignItems: 'center',
    gap: '2px',
    ':hover': { color: tokens.colorNeutralForeground1 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  row: { cursor: 'pointer', ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover } },
  cell: {
    padding: '5px 4px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    verticalAlign: 'middle',
  },
  // At twice the size the figures are scrolled to; the names stay readable.
  who: { '@media (max-width: 259px)': { minWidth: '96px' } },
  number: { textAlign: 'end', whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' },
  numberHead: { textAlign: 'end' },
  name: {
    font: 'inherit',
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground1,
    backgroundColor: 'transparent',
    border: 'none',
    padding: 0,
    textAlign: 'start',
    cursor: 'pointer',
    overflowWrap: 'anywhere',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  where: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
  score: { fontWeight: tokens.fontWeightSemibold },
  unscored: { color: tokens.colorStatusDangerForeground1 },
  result: { whiteSpace: 'nowrap', textAlign: 'end' },
  fail: { color: tokens.colorStatusDangerForeground1, fontWeight: tokens.fontWeightSemibold },
  pass: { color: tokens.colorStatusSuccessForeground1 },
});

interface RowProps {
  readonly row: PersonRow;
  readonly onOpen: (id: string) => void;
}

const Row = memo(function Row({ row, onOpen }: RowProps) {
  const styles = useStyles();
  const t = useWords();
  return (
    <tr className={styles.row} data-person={row.name} onClick={() => onOpen(row.id)}>
      <td className={mergeClasses(styles.cell, styles.who)}>
        <button type="button" className={styles.name} title={t.persons.open(row.name)}>
          {row.name}
        </button>
        <div className={styles.where}>
          {row.department} · {row.postName}
        </div>
      </td>
      {row.score === null ? (
        <td className={mergeClasses(styles.cell, styles.number, styles.unscored)} colSpan={3}>
          {t.persons.unscored}
        </td>
      ) : (
        <>
          <td className={mergeClasses(styles.cell, styles.number, styles.score)}>
            <Figure value={row.score} />
          </td>
          <td className={mergeClasses(styles.cell, styles.number)}>{formatFigure(row.rank)}</td>
          <td className={mergeClasses(styles.cell, styles.result, row.qualified ? styles.pass : styles.fail)}>
            {row.grade !== null && <div>{row.grade}</div>}
            {row.qualified ? t.persons.qualified : t.persons.notQualified}
          </td>
        </>
      )}
    </tr>
  );
});

interface Props {
  readonly rows: readonly PersonRow[];
  readonly filter: PersonFilter;
  readonly onSort: (sort: SortKey) => void;
  readonly onOpen: (id: string) => void;
  readonly labelledBy: string;
}

/** The persons with score, rank and result, one row each; a head of a column sorts by it. */
export function PersonTable({ rows, filter, onSort, onOpen, labelledBy }: Props) {
  const styles = useStyles();
  const t = useWords();
  const sortable = (sort: SortKey, title: string, numeric = false) => {
    const direction = filter.descending ? 'descending' : 'ascending';
    return (
      <th
        scope="col"
        className={mergeClasses(styles.headCell, numeric && styles.numberHead)}
        aria-sort={filter.sort === sort ? direction : 'none'}
      >
        <button type="button" className={styles.sort} onClick={() => onSort(sort)}>
          {title}
          {filter.sort === sort && <Icon name={filter.descending ? 'down' : 'up'} size={12} />}
        </button>
      </th>
    );
  };
  return (
    <div className={styles.scroll}>
      <table className={styles.table} aria-labelledby={labelledBy}>
        <thead className={styles.head}>
          <tr>
            {sortable('name', t.persons.name)}
            {sortable('score', t.persons.score, true)}
            {sortable('rank', t.persons.rank, true)}
            <th scope="col" className={mergeClasses(styles.headCell, styles.numberHead)}>
              {t.persons.result}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} onOpen={onOpen} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
