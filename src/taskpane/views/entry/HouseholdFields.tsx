import type { Ref } from 'react';
import { Field, Input, makeStyles } from '@fluentui/react-components';
import type { EntryTarget, KnownHousehold } from '../../../app/entry/desk';
import { matchingHouseholds } from '../../../app/entry/households';
import { entryWords } from '../../../locales/pages/entry';
import { useWordsOf } from '../../state/context';
import type { EntryForm } from './form';
import { Suggest } from './Suggest';

/** As many are listed at once. */
const LISTED = 30;

const useStyles = makeStyles({
  pair: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(130px, 1fr))', gap: '8px' },
  input: { minWidth: 0, '> input': { minWidth: 0 } },
});

interface Props {
  readonly form: EntryForm;
  readonly target: EntryTarget;
  readonly households: readonly KnownHousehold[];
  /** Households of this department are listed first. */
  readonly department: string;
  readonly inputRef: Ref<HTMLInputElement>;
  /** The day can be read, or none is given. */
  readonly isDay: boolean;
  readonly onChange: (some: Partial<EntryForm>) => void;
}

/** Which customer was visited, when, and by whom. */
export function HouseholdFields({ form, target, households, department, isDay, inputRef, onChange }: Props) {
  const styles = useStyles();
  const words = useWordsOf(entryWords);
  const keyOf = ({ household, licence }: KnownHousehold) => `${licence}\n${household}`;
  const matches = matchingHouseholds(households, form.household, department, LISTED);
  const choose = (key: string) => {
    const found = households.find((each) => keyOf(each) === key);
    if (found) onChange({ household: found.household, licence: found.licence });
  };
  return (
    <>
      <Suggest
        label={words.household}
        hint={words.known(households.length)}
        value={form.household}
        suggestions={matches.map((each) => ({
          key: keyOf(each),
          text: each.household || each.licence,
          detail: each.household === '' ? '' : each.licence,
        }))}
        onType={(household) => onChange({ household })}
        onChoose={choose}
        inputRef={inputRef}
      />
      <div className={styles.pair}>
        {target.hasLicence && (
          <Field label={words.licence}>
            <Input
              className={styles.input}
              inputMode="numeric"
              value={form.licence}
              onChange={(_, { value }) => onChange({ licence: value })}
            />
          </Field>
        )}
        {target.hasDate && (
          <Field label={words.date} {...(isDay ? {} : { validationMessage: words.noDate })}>
            <Input
              className={styles.input}
              value={form.date}
              onChange={(_, { value }) => onChange({ date: value })}
            />
          </Field>
        )}
      </div>
      {target.hasInspector && (
        <Field label={words.inspector}>
          <Input value={form.inspector} onChange={(_, { value }) => onChange({ inspector: value })} />
        </Field>
      )}
    </>
  );
}
