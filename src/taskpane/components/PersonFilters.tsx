import { Input, makeStyles, Select } from '@fluentui/react-components';
import { useWords } from '../state/context';
import { distinct, type PersonFilter, type PersonRow } from '../state/persons';
import { Icon } from './Icon';
import { type SelectOption, SelectOptions } from './SelectOptions';

const useStyles = makeStyles({
  filters: {
    display: 'grid',
    gridTemplateColumns: '1fr 1fr',
    gap: '6px',
    marginBottom: '8px',
    '@media (max-width: 259px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  search: { gridColumn: '1 / -1' },
  select: { minWidth: 0 },
});

interface Props {
  readonly rows: readonly PersonRow[];
  readonly filter: PersonFilter;
  readonly onChange: (change: Partial<PersonFilter>) => void;
}

interface ChoiceProps {
  readonly label: string;
  readonly all: string;
  readonly value: string;
  readonly options: readonly SelectOption[];
  readonly onChange: (value: string) => void;
}

function Choice({ label, all, value, options, onChange }: ChoiceProps) {
  const styles = useStyles();
  return (
    <Select
      className={styles.select}
      size="small"
      aria-label={label}
      value={value}
      onChange={(_, data) => onChange(data.value)}
    >
      <option value="">{all}</option>
      <SelectOptions options={options} />
    </Select>
  );
}

/** Search by name, filter by department and post. */
export function PersonFilters({ rows, filter, onChange }: Props) {
  const styles = useStyles();
  const t = useWords();
  const departments = distinct(rows.map((row) => row.department));
  const posts = new Map(rows.map((row) => [row.post, row.postName]));
  return (
    <div className={styles.filters}>
      <Input
        className={styles.search}
        size="small"
        type="search"
        aria-label={t.persons.search}
        placeholder={t.persons.search}
        contentBefore={<Icon name="search" />}
        value={filter.text}
        onChange={(_, data) => onChange({ text: data.value })}
      />
      <Choice
        label={t.persons.department}
        all={t.persons.allDepartments}
        value={filter.department}
        options={departments.map((name) => [name, name])}
        onChange={(department) => onChange({ department })}
      />
      <Choice
        label={t.persons.post}
        all={t.persons.allPosts}
        value={filter.post}
        options={[...posts]}
        onChange={(post) => onChange({ post })}
      />
    </div>
  );
}
