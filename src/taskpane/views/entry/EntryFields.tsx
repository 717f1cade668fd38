import { Button, Checkbox, Field, Input, makeStyles, Select } from '@fluentui/react-components';
import type { EntryChoices } from '../../../app/entry/desk';
import { entryWords } from '../../../locales/pages/entry';
import type { Scheme } from '../../../model';
import { useWordsOf } from '../../state/context';
import { Effect } from './Effect';
import { Faults } from './Faults';
import { slotsOf } from './form';
import { HouseholdFields } from './HouseholdFields';
import { PersonField } from './PersonField';
import { type EntryWork, useEntry } from './useEntry';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '10px', minWidth: 0 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  narrow: { minWidth: 0 },
});

interface Props {
  readonly choices: EntryChoices;
  readonly scheme: Scheme;
}

function postNameIn({ posts }: Scheme): (id: string) => string {
  return (id) => posts.find((post) => post.id === id)?.name ?? id;
}

/** Which sheet, and whose visit. */
function Whose({ choices, scheme, work }: Props & { readonly work: EntryWork }) {
  const styles = useStyles();
  const words = useWordsOf(entryWords);
  const { form, target, persons, change } = work;
  const postName = postNameIn(scheme);
  return (
    <>
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
    </>
  );
}

/** What was found, by the posts whose work was looked at. */
function Found({ scheme, work }: { readonly scheme: Scheme; readonly work: EntryWork }) {
  const words = useWordsOf(entryWords);
  const { form, persons, faults, change } = work;
  const postName = postNameIn(scheme);
  return persons.map(({ post }) => (
    <Faults
      key={post}
      title={persons.length > 1 ? `${words.faults} · ${postName(post)}` : words.faults}
      choices={faults.filter((each) => each.post === post)}
      counts={form.faults}
      onChange={(indicator, count) => change({ faults: { ...form.faults, [indicator]: count } })}
    />
  ));
}

/** The form: whose visit, where, when, what was found; the score beside it grows along. */
export function EntryFields({ choices, scheme }: Props) {
  const styles = useStyles();
  const words = useWordsOf(entryWords);
  const work = useEntry(choices, scheme);
  const { form, target, persons, change } = work;
  return (
    <form className={styles.form} onSubmit={(event) => void work.submit(event)}>
      <Whose choices={choices} scheme={scheme} work={work} />
      <HouseholdFields
        form={form}
        target={target}
        households={choices.households}
        department={persons[0]?.department ?? ''}
        isDay={work.isDay}
        inputRef={work.household}
        onChange={change}
      />
      <Found scheme={scheme} work={work} />
      {target.hasNote && (
        <Field label={words.note}>
          <Input value={form.note} onChange={(_, { value }) => change({ note: value })} />
        </Field>
      )}
      <Effect state={work.state} />
      {work.errors.length > 0 && (
        <Checkbox
          label={words.accept}
          checked={work.isAccepted}
          onChange={(_, { checked }) => work.accept(checked === true)}
        />
      )}
      <div className={styles.buttons}>
        <Button type="submit" appearance="primary" disabledFocusable={!work.isReady}>
          {words.enter}
        </Button>
        <Button onClick={work.clear}>{words.clear}</Button>
      </div>
    </form>
  );
}
