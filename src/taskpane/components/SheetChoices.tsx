import { useId } from 'react';
import { Button, makeStyles, Select, tokens } from '@fluentui/react-components';
import type { SheetReading } from '../../app/evaluation';
import { deductionsAre, markMeans, takenFor } from '../../app/sheetChoices';
import type { Scheme } from '../../model';
import { usePane, useWords } from '../state/context';
import { definitionOf, definitionOptions, hasDeductions, type Option } from '../state/sheetOptions';

const useStyles = makeStyles({
  choice: { display: 'flex', flexDirection: 'column', gap: '2px' },
  label: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  note: { margin: 0, color: tokens.colorNeutralForeground2 },
  chosen: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '8px',
    color: tokens.colorNeutralForeground2,
  },
});

/** Value of the option that leaves a sheet alone, or a question open. */
const NONE = '';
/** Value that stands until somebody has chosen among the candidates. */
const OPEN = '?';

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly Option[];
  /** What no choice is called. */
  readonly none: string;
  readonly question: string;
  readonly onChoose: (value: string) => void;
}

function Choice({ label, value, options, none, question, onChoose }: ChoiceProps) {
  const styles = useStyles();
  const id = useId();
  return (
    <div className={styles.choice}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <Select
        id={id}
        size="small"
        data-question={question}
        value={value}
        onChange={(_, data) => onChoose(data.value)}
      >
        <option value={NONE}>{none}</option>
        {options.map(({ value: each, title }) => (
          <option key={each} value={each}>
            {title}
          </option>
        ))}
      </Select>
    </div>
  );
}

function DeductionChoices({ reading }: { reading: SheetReading }) {
  const t = useWords();
  const answer = usePane((state) => state.answer);
  const options = <Key extends string>(titles: Readonly<Record<Key, string>>, keys: readonly Key[]) =>
    keys.map((value) => ({ value, title: titles[value] }));
  const marks = options(t.sheets.marks, ['nothing', 'one']);
  const kinds = options(t.sheets.deductionKinds, ['points', 'count']);
  return (
    <>
      <Choice
        label={t.sheets.mark}
        question="mark"
        none={t.sheets.markOpen}
        value={reading.answer?.mark ?? NONE}
        options={marks}
        onChoose={(value) => {
          const mark = marks.find((each) => each.value === value)?.value;
          void answer(markMeans(reading, mark ?? null));
        }}
      />
      <Choice
        label={t.sheets.deductions}
        question="deductions"
        none={t.sheets.deductionsByHeader}
        value={reading.answer?.deductions ?? NONE}
        options={kinds}
        onChoose={(value) => {
          const kind = kinds.find((each) => each.value === value)?.value;
          void answer(deductionsAre(reading, kind ?? null));
        }}
      />
    </>
  );
}

/** What can be said of a sheet as a whole: what it is, what its marks and figures mean. */
export function SheetChoices({ reading, scheme }: { reading: SheetReading; scheme: Scheme }) {
  const styles = useStyles();
  const t = useWords();
  const answer = usePane((state) => state.answer);
  const forget = usePane((state) => state.forget);
  const definition = definitionOf(scheme, reading);
  const open = reading.candidates.length > 0;
  if (reading.headerRows.length === 0) return <p className={styles.note}>{t.sheets.noHeader}</p>;
  if (definition?.kind === 'summary') return <p className={styles.note}>{t.sheets.isSummary}</p>;
  return (
    <>
      <Choice
        label={t.sheets.definition}
        question="sheet"
        none={t.sheets.leaveAlone}
        value={open ? OPEN : (reading.definition ?? NONE)}
        options={[...(open ? [{ value: OPEN, title: t.sheets.open }] : []), ...definitionOptions(scheme)]}
        onChoose={(value) => {
          if (value !== OPEN) void answer(takenFor(reading, value === NONE ? null : value));
        }}
      />
      {definition && hasDeductions(definition) && <DeductionChoices reading={reading} />}
      {reading.answer && (
        <div className={styles.chosen}>
          <span>{t.sheets.chosenHere}</span>
          <Button
            size="small"
            aria-label={t.sheets.forgetOf(reading.sheet)}
            onClick={() => void forget(reading.sheet)}
          >
            {t.sheets.forget}
          </Button>
        </div>
      )}
    </>
  );
}
