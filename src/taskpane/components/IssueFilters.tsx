import { useState } from 'react';
import { makeStyles, Select, ToggleButton } from '@fluentui/react-components';
import type { Issue, IssueCode, Severity } from '../../model';
import { useWords } from '../state/context';
import type { IssueFilter, IssueOrder } from '../state/issues';
import { distinct } from '../state/persons';
import { Icon } from './Icon';
import { type SelectOption, SelectOptions } from './SelectOptions';
import { SeverityIcon } from './SeverityIcon';

const useStyles = makeStyles({
  chips: { display: 'flex', flexWrap: 'wrap', gap: '6px', marginBottom: '6px' },
  chip: { minWidth: 0, paddingInline: '8px' },
  more: { minWidth: 0, marginInlineStart: 'auto' },
  selects: {
    display: 'grid',
    gridTemplateColumns: '1fr 1fr',
    gap: '6px',
    marginBottom: '6px',
    '@media (max-width: 259px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  select: { minWidth: 0 },
});

interface Props {
  readonly issues: readonly Issue[];
  readonly filter: IssueFilter;
  readonly onChange: (change: Partial<IssueFilter>) => void;
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];
const ORDERS: readonly IssueOrder[] = ['severity', 'sheet', 'person', 'code'];

function Chips({ issues, filter, onChange }: Props) {
  const styles = useStyles();
  const t = useWords();
  return SEVERITIES.map((severity) => {
    const count = issues.filter((issue) => issue.severity === severity).length;
    if (count === 0) return null;
    const hidden = filter.hidden.includes(severity);
    const others = filter.hidden.filter((each) => each !== severity);
    return (
      <ToggleButton
        key={severity}
        className={styles.chip}
        size="small"
        shape="circular"
        icon={<SeverityIcon severity={severity} decorative />}
        checked={!hidden}
        onClick={() => onChange({ hidden: hidden ? others : [...others, severity] })}
      >
        {t.severity[severity]} {count}
      </ToggleButton>
    );
  });
}

interface ChoiceProps {
  readonly label: string;
  readonly all: string;
  readonly value: string | null;
  readonly options: readonly SelectOption[];
  readonly onChange: (value: string | null) => void;
}

function Choice({ label, all, value, options, onChange }: ChoiceProps) {
  const styles = useStyles();
  return (
    <Select
      className={styles.select}
      size="small"
      aria-label={label}
      value={value ?? ''}
      onChange={(_, data) => onChange(data.value === '' ? null : data.value)}
    >
      <option value="">{all}</option>
      <SelectOptions options={options} />
    </Select>
  );
}

function Choices({ issues, filter, onChange }: Props) {
  const styles = useStyles();
  const t = useWords();
  const known = (values: readonly (string | null)[]) =>
    distinct(values.filter((value) => value !== null)).map((value) => [value, value] as const);
  const codes: readonly IssueCode[] = distinct(issues.map((issue) => issue.code));
  return (
    <div className={styles.selects}>
      <Select
        className={styles.select}
        size="small"
        aria-label={t.issues.groupBy}
        value={filter.order}
        onChange={(_, data) =>
          onChange({ order: ORDERS.find((order) => order === data.value) ?? 'severity' })
        }
      >
        {ORDERS.map((order) => (
          <option key={order} value={order}>
            {t.issues.groups[order]}
          </option>
        ))}
      </Select>
      <Choice
        label={t.issues.code}
        all={t.issues.allCodes}
        value={filter.code}
        options={codes.map((code) => [code, t.codes[code]])}
        onChange={(value) => onChange({ code: codes.find((code) => code === value) ?? null })}
      />
      <Choice
        label={t.issues.sheet}
        all={t.issues.allSheets}
        value={filter.sheet}
        options={known(issues.map((issue) => issue.sheet))}
        onChange={(sheet) => onChange({ sheet })}
      />
      <Choice
        label={t.issues.person}
        all={t.issues.allPersons}
        value={filter.person}
        options={known(issues.map((issue) => issue.person))}
        onChange={(person) => onChange({ person })}
      />
    </div>
  );
}

/** Which issues are shown, and in which order. */
export function IssueFilters(props: Props) {
  const styles = useStyles();
  const t = useWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <div className={styles.chips}>
        <Chips {...props} />
        <ToggleButton
          className={styles.more}
          size="small"
          appearance="subtle"
          icon={<Icon name="filter" />}
          checked={open}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {t.issues.filter}
        </ToggleButton>
      </div>
      {open && <Choices {...props} />}
    </>
  );
}
