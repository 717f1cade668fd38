import type { ReactNode } from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  frame: { overflowX: 'auto' },
  table: { width: '100%', borderCollapse: 'collapse', fontSize: tokens.fontSizeBase200 },
  head: {
    textAlign: 'start',
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
    padding: '4px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  cell: {
    padding: '4px',
    verticalAlign: 'top',
    overflowWrap: 'anywhere',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  group: {
    textAlign: 'start',
    fontWeight: tokens.fontWeightSemibold,
    padding: '12px 4px 4px',
    overflowWrap: 'anywhere',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  text: { '@media (max-width: 259px)': { minWidth: '72px' } },
  number: { textAlign: 'end', whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' },
});

interface Props {
  readonly label: string;
  readonly columns: readonly { readonly title: string; readonly numeric?: boolean }[];
  /** Rows that follow one another and have the same group stand together below its title. */
  readonly rows: readonly DataRow[];
}

/** Cells in the order of the columns, under a key for each row. */
export interface DataRow {
  readonly key: string;
  readonly cells: readonly ReactNode[];
  /** Left out: the row belongs to no group. */
  readonly group?: string;
}

/** Rows one after another by their group. */
function groupsOf(rows: readonly DataRow[]): DataRow[][] {
  const groups: DataRow[][] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    if (last && last[0]!.group === row.group) last.push(row);
    else groups.push([row]);
  }
  return groups;
}

/** A small table of data. */
export function DataTable({ label, columns, rows }: Props) {
  const styles = useStyles();
  return (
    <div className={styles.frame}>
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            {columns.map(({ title, numeric }) => (
              <th key={title} scope="col" className={mergeClasses(styles.head, numeric && styles.number)}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        {groupsOf(rows).map((group) => (
          <tbody key={group[0]!.key}>
            {group[0]!.group !== undefined && (
              <tr>
                <th scope="rowgroup" colSpan={columns.length} className={styles.group}>
                  {group[0]!.group}
                </th>
              </tr>
            )}
            {group.map(({ key, cells }) => (
              <tr key={key}>
                {cells.map((cell, index) => (
                  <td
                    key={index}
                    className={mergeClasses(
                      styles.cell,
                      columns[index]?.numeric ? styles.number : styles.text,
                    )}
                  >
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}
