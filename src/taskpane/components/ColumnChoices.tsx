import { makeStyles, Select, tokens } from '@fluentui/react-components';
import type { ColumnReading, SheetReading } from '../../app/evaluation';
import { columnTakenFor } from '../../app/sheetChoices';
import { columnName, type Scheme } from '../../model';
import { sheetsWords } from '../../locales/pages/sheets';
import { usePane, useWordsOf } from '../state/context';
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
  const words = useWordsOf(sheetsWords);
  const answer = usePane((state) => state.answer);
  return (
    <Select
      className={styles.select}
      size="small"
      data-question={`column-${column.column}`}
      aria-label={words.fieldOf(columnName(column.column), column.header)}
      value={column.field ?? ''}
      onChange={(_, { value }) => void answer(columnTakenFor(reading, column, value === '' ? null : value))}
    >
      <option value="">{words.leaveAlone}</option>
      <Group label={words.fields} options={options.fields} />
      <Group label={words.persons} options={options.persons} />
      <Group label={words.rules} options={options.rules} />
    </Select>
  );
}

/** Header of a column, what a merged one above it says in grey, and the first rows. */
function Glimpse({ column }: { column: ColumnReading }) {
  const styles = useStyles();
  const words = useWordsOf(sheetsWords);
  const parents = column.header.split(' / ');
  const leaf = parents.pop();
  return (
    <>
      <div className={styles.header}>
        {leaf} {parents.length > 0 && <span className={styles.quiet}>{parents.join(' / ')}</span>}
      </div>
      {column.preview.length > 0 && (
        <ul role="list" className={styles.examples} aria-label={words.examples}>
          {column.preview.map((text, at) => (
            <li key={at} title={text}>
              {text === '' ? `(${words.blank})` : text}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** The columns of a sheet with their first three rows, and what each is taken for, to be corrected by choosing. */
export function ColumnChoices({ reading, scheme }: { reading: SheetReading; scheme: Scheme }) {
  const words = useWordsOf(sheetsWords);
  const definition = definitionOf(scheme, reading);
  if (reading.columns.length === 0) return null;
  const options =
    definition && definition.kind !== 'summary' ? columnOptions(scheme, definition, reading.columns) : null;
  const row = reading.headerRows.at(-1) ?? 0;
  return (
    <DataTable
      label={words.columns}
      columns={[{ title: words.column }, { title: words.header }, { title: words.readAs }]}
      rows={reading.columns.map((column) => ({
        key: String(column.column),
        cells: [
          <CellLink key="cell" short cell={{ sheet: reading.sheet, row, column: column.column }} />,
          <Glimpse key="glimpse" column={column} />,
          options ? (
            <FieldChoice key="field" reading={reading} column={column} options={options} />
          ) : column.field === null ? (
            words.unused
          ) : (
            column.label
          ),
        ],
      }))}
    />
  );
}
