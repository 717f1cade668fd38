import type { ResultTable } from '../../app/tables/outcome';
import { formatFigure } from '../../locales';
import { tableWords } from '../../locales/pages/table';
import type { CellValue } from '../../model';
import { useWordsOf } from '../state/context';
import { DataTable } from './DataTable';
import { SectionHeading } from './SectionHeading';

/** So many rows are shown; a pane is no place for thousands. */
const MOST = 200;

function shown(value: CellValue): string {
  return typeof value === 'number' ? formatFigure(value) : String(value);
}

/** The tables of results as they are written, each under its title. */
export function ResultTables({ tables }: { tables: readonly ResultTable[] }) {
  const words = useWordsOf(tableWords);
  return tables.map(({ names, headers, rows }, at) => {
    const id = `result-${at}-title`;
    const numeric = headers.map((_, column) => rows.some((row) => typeof row[column] === 'number'));
    return (
      <section key={names.name} aria-labelledby={id}>
        <SectionHeading id={id} title={names.name} count={String(rows.length)} />
        <DataTable
          label={names.title}
          columns={headers.map((title, column) => ({ title, numeric: numeric[column] === true }))}
          rows={rows.slice(0, MOST).map((row, index) => ({
            key: String(index),
            cells: headers.map((_, column) => shown(row[column] ?? '')),
          }))}
        />
        {rows.length > MOST && <p>{words.more(rows.length, MOST)}</p>}
      </section>
    );
  });
}
