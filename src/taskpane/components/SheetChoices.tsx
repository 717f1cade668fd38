import { useId } from 'react';
import { Button, makeStyles, Select, tokens } from '@fluentui/react-components';
import type { SheetReading } from '../../app/evaluation';
import { deductionsAre, markMeans, takenFor } from '../../app/sheetChoices';
import type { Scheme } from '../../model';
import { sheetsWords } from '../../locales/pages/sheets';
import { usePane, useWordsOf } from '../state/context';
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
  const words = useWordsOf(sheetsWords);
  const answer = usePane((state) => state.answer);
  const options = <Key extends string>(titles: Readonly<Record<Key, string>>, keys: readonly Key[]) =>
    keys.map((value) => ({ value, title: titles[value] }));
  const marks = options(words.marks, ['nothing', 'one']);
  const kinds = options(words.deductionKinds, ['points', 'count']);
  return (
    <>
      <Choice
        label={words.mark}
        question="mark"
        none={words.markOpen}
        value={reading.answer?.mark ?? NONE}
        options={marks}
        onChoose={(value) => {
          const mark = marks.find((each) => each.value === value)?.value;
          void answer(markMeans(reading, mark ?? null));
        }}
      />
      <Choice
        label={words.deductions}
        question="deductions"
        none={words.deductionsByHeader}
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
  const words = useWordsOf(sheetsWords);
  const answer = usePane((state) => state.answer);
  const forget = usePane((state) => state.forget);
  const definition = definitionOf(scheme, reading);
  const open = reading.candidates.length > 0;
  if (reading.headerRows.length === 0) return <p className={styles.note}>{words.noHeader}</p>;
  if (definition?.kind === 'summary') return <p className={styles.note}>{words.isSummary}</p>;
  return (
    <>
      <Choice
        label={words.definition}
        question="sheet"
        none={words.leaveAlone}
        value={open ? OPEN : (reading.definition ?? NONE)}
        options={[...(open ? [{ value: OPEN, title: words.open }] : []), ...definitionOptions(scheme)]}
        onChoose={(value) => {
          if (value !== OPEN) void answer(takenFor(reading, value === NONE ? null : value));
        }}
      />
      {definition && hasDeductions(definition) && <DeductionChoices reading={reading} />}
      {reading.answer && (
        <div className={styles.chosen}>
          <span>{words.chosenHere}</span>
          <Button
            size="small"
            aria-label={words.forgetOf(reading.sheet)}
            onClick={() => void forget(reading.sheet)}
          >
            {words.forget}
          </Button>
        </div>
      )}
    </>
  );
}
