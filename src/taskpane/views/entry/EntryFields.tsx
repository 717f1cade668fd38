import { useRef, useState, type FormEvent } from 'react';
import { Button, Checkbox, Field, Input, makeStyles, Select } from '@fluentui/react-components';
import type { EntryChoices } from '../../../app/entry/desk';
import { entryWords } from '../../../locales/pages/entry';
import type { Scheme } from '../../../model';
import { today } from '../../state/today';
import { usePane, useServices, useWordsOf } from '../../state/context';
import { Effect } from './Effect';
import { Faults } from './Faults';
import { blankForm, chosenPersons, type EntryForm, entryOf, faultChoices, nextForm, slotsOf } from './form';
import { HouseholdFields } from './HouseholdFields';
import { PersonField } from './PersonField';
import { usePreview } from './usePreview';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '10px', minWidth: 0 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  narrow: { minWidth: 0 },
});

interface Props {
  readonly choices: EntryChoices;
  readonly scheme: Scheme;
}

/** The form: whose visit, where, when, what was found; the score beside it grows along. */
export function EntryFields({ choices, scheme }: Props) {
  const styles = useStyles();
  const words = useWordsOf(entryWords);
  const { entry: desk } = useServices();
  const busy = usePane((state) => state.work !== null);
  const enter = usePane((state) => state.enter);
  const [form, setForm] = useState<EntryForm>(() => blankForm(choices.targets[0]!.sheet, today()));
  const [accepted, setAccepted] = useState<readonly string[]>([]);
  const household = useRef<HTMLInputElement>(null);
  const target = choices.targets.find(({ sheet }) => sheet === form.sheet) ?? choices.targets[0]!;
  const persons = chosenPersons(form, target);
  const faults = faultChoices(scheme, target, persons);
  const entry = entryOf(form, target, faults, desk.serial);
  const state = usePreview(entry);
  const errors = (state.kind === 'ready' ? state.preview.issues : [])
    .filter(({ severity }) => severity === 'error')
    .map(desk.acceptance);
  const isAccepted = errors.every((each) => accepted.includes(each));
  const isDay = form.date.trim() === '' || desk.serial(form.date) !== null;
  const isReady = entry !== null && isDay && state.kind === 'ready' && isAccepted && !busy;
  const postName = (id: string) => scheme.posts.find((post) => post.id === id)?.name ?? id;
  const change = (some: Partial<EntryForm>) => setForm((before) => ({ ...before, ...some }));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!isReady) return;
    if (!(await enter(entry, errors))) return;
    setForm(nextForm);
    setAccepted([]);
    household.current?.focus();
  };
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      {choices.targets.length > 1 && (
        <Field label={words.sheet}>
          <Select
            className={styles.narrow}
            value={target.sheet}
            onChange={(_, { value }) => change({ sheet: value, faults: {} })}
          >
            {choices.targets.map(({ sheet }) => (
              <option key={sheet}>{sheet}</option>
            ))}
          </Select>
        </Field>
      )}
      {slotsOf(target).map(({ key, posts }) => (
        <PersonField
          key={`${target.sheet} ${key}`}
          label={key === '' ? words.person : postName(key)}
          persons={choices.persons.filter(({ post }) => posts.includes(post))}
          postName={postName}
          chosen={persons.find((person) => form.persons[key] === person)}
          onChoose={(person) => change({ persons: { ...form.persons, [key]: person } })}
        />
      ))}
      <HouseholdFields
        form={form}
        target={target}
        households={choices.households}
        department={persons[0]?.department ?? ''}
        isDay={isDay}
        inputRef={household}
        onChange={change}
      />
      {persons.map(({ post }) => (
        <Faults
          key={post}
          title={persons.length > 1 ? `${words.faults} · ${postName(post)}` : words.faults}
          choices={faults.filter((each) => each.post === post)}
          counts={form.faults}
          onChange={(indicator, count) => change({ faults: { ...form.faults, [indicator]: count } })}
        />
      ))}
      {target.hasNote && (
        <Field label={words.note}>
          <Input value={form.note} onChange={(_, { value }) => change({ note: value })} />
        </Field>
      )}
      <Effect state={state} />
      {errors.length > 0 && (
        <Checkbox
          label={words.accept}
          checked={isAccepted}
          onChange={(_, { checked }) => setAccepted(checked === true ? errors : [])}
        />
      )}
      <div className={styles.buttons}>
        <Button type="submit" appearance="primary" disabledFocusable={!isReady}>
          {words.enter}
        </Button>
        <Button onClick={() => setForm(blankForm(target.sheet, form.date))}>{words.clear}</Button>
      </div>
    </form>
  );
}
