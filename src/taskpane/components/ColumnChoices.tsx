import { makeStyles, Select, tokens } from '@fluentui/react-components';
import type { ColumnReading, SheetReading } from '../../app/evaluation';
import { columnTakenFor } from '../../app/sheetChoices';
import { columnName, type Scheme } from '../../model';
import { usePane, useWords } from '../state/context';
import { columnOptions, definitionOf, type ColumnOptions, type Option } from '../state/sheetOptions';
import { CellLink } from './CellLink';
import { DataTable } from './DataTable';

const useStyles = makeStyles({
  header: { overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
  examples: {
    margin: 0,
    paddingInlineStart: 0,
    listStyleType: 'none',
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: '8px',
    color: tokens.colorNeutralForeground2,
    '> li': { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', maxWidth: '150px' },
  },
  select: { minWidth: '112px', maxWidth: '132px' },
});

function Group({ label, options }: { label: string; options: readonly Option[] }) {
  if (options.length === 0) return null;
  return (
    <optgroup label={label}>
      {options.map(({ value, title }) => (
        <option key={value} value={value}>
          {title}
        </option>
      ))}
    </optgroup>
  );
}

interface FieldProps {
  readonly reading: SheetReading;
  readonly column: ColumnReading;
  readonly options: ColumnOptions;
}

function FieldChoice({ reading, column, options }: FieldProps) {
  const styles = useStyles();
  const t = useWords();
  const answer = usePane((state) => state.answer);
  return (
    <Select
      className={styles.select}
      size="small"
      data-question={`column-${column.column}`}
      aria-label={t.sheets.fieldOf(columnName(column.column), column.header)}
      value={column.field ?? ''}
      onChange={(_, { value }) => void answer(columnTakenFor(reading, column, value === '' ? null : value))}
    >
      <option value="">{t.sheets.leaveAlone}</option>
      <Group label={t.sheets.fields} options={options.fields} />
      <Group label={t.sheets.persons} options={options.persons} />
      <Group label={t.sheets.rules} options={options.rules} />
    </Select>
  );
}

/** Header of a column, what a merged one above it says in grey, and the first rows. */
function Glimpse({ column }: { column: ColumnReading }) {
  const styles = useStyles();
  const t = useWords();
  const parents = column.header.split(' / ');
  const leaf = parents.pop();
  return (
    <>
      <div className={styles.header}>
        {leaf} {parents.length > 0 && <span className={styles.quiet}>{parents.join(' / ')}</span>}
      </div>
      {column.preview.length > 0 && (
        <ul role="list" className={styles.examples} aria-label={t.sheets.examples}>
          {column.preview.map((text, at) => (
            <li key={at} title={text}>
              {text === '' ? `(${t.sheets.blank})` : text}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** The columns of a sheet with their first three rows, and what each is taken for, to be corrected by choosing. */
export function ColumnChoices({ reading, scheme }: { reading: SheetReading; scheme: Scheme }) {
  const t = useWords();
  const definition = definitionOf(scheme, reading);
  if (reading.columns.length === 0) return null;
  const options =
    definition && definition.kind !== 'summary' ? columnOptions(scheme, definition, reading.columns) : null;
  const row = reading.headerRows.at(-1) ?? 0;
  return (
    <DataTable
      label={t.sheets.columns}
      columns={[{ title: t.sheets.column }, { title: t.sheets.header }, { title: t.sheets.readAs }]}
      rows={reading.columns.map((column) => ({
        key: String(column.column),
        cells: [
          <CellLink key="cell" short cell={{ sheet: reading.sheet, row, column: column.column }} />,
          <Glimpse key="glimpse" column={column} />,
          options ? (
            <FieldChoice key="field" reading={reading} column={column} options={options} />
          ) : column.field === null ? (
            t.sheets.unused
          ) : (
            column.label
          ),
        ],
      }))}
    />
  );
}
