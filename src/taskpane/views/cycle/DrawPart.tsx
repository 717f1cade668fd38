import { useEffect, useState } from 'react';
import { Button, Checkbox, Field, Input, makeStyles } from '@fluentui/react-components';
import type { CycleDesk } from '../../../cycle/desk';
import { cycleWords } from '../../../locales/pages/cycle';
import { RadioChoices } from '../../components/RadioChoices';
import { useWordsOf } from '../../state/context';
import { useCycleDesk } from '../../state/cycleDesk';
import { CyclePart } from './CyclePart';
import { FileChoice } from './FileChoice';
import { chosen, useCycleWork } from './useCycleWork';

const DETAILS = ['list', 'matrix'] as const;

/** A seed that nobody has thought of. */
function freshSeed(): string {
  return [...crypto.getRandomValues(new Uint8Array(8))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}

const useStyles = makeStyles({
  strata: { margin: 0, padding: 0, border: 'none', minWidth: 0 },
});

/** What a draw can be divided by; empty until the desk is there. */
function useStrata(): CycleDesk['strata'] {
  const load = useCycleDesk();
  const [known, setKnown] = useState<CycleDesk['strata']>([]);
  useEffect(() => {
    let isGone = false;
    // Where the desk cannot be loaded, pressing the button says so.
    void load().then(
      ({ strata }) => isGone || setKnown(strata),
      () => undefined,
    );
    return () => void (isGone = true);
  }, [load]);
  return known;
}

/** Draws from a customer list. */
export function DrawPart() {
  const words = useWordsOf(cycleWords).draw;
  const styles = useStyles();
  const { state, run, cancel, choosing } = useCycleWork();
  const [files, setFiles] = useState<readonly File[]>([]);
  const [seed, setSeed] = useState(freshSeed);
  const [detail, setDetail] = useState<(typeof DETAILS)[number]>('list');
  const [last, setLast] = useState<readonly File[]>([]);
  const [strata, setStrata] = useState<readonly string[]>([]);
  const known = useStrata();
  const isReady = files.length > 0 && seed !== '' && state.kind !== 'working';
  const start = () => {
    if (!isReady) return;
    void run(words.saved, async (desk) => {
      const [list] = await chosen(files);
      const [before] = await chosen(last);
      return desk.draw(list!, { seed, detail, strata, last: before ?? null });
    });
  };
  return (
    <CyclePart title={words.title} note={words.note} state={state} onCancel={cancel}>
      <FileChoice label={words.file} accept=".xlsx,.xlsm" onChoose={choosing(setFiles)} />
      <FileChoice label={words.last} accept=".xlsx,.xlsm" onChoose={choosing(setLast)} />
      {known.length > 0 && (
        <fieldset className={styles.strata}>
          <legend>{words.strata}</legend>
          {known.map(({ id, name }) => (
            <Checkbox
              key={id}
              label={name}
              checked={strata.includes(id)}
              onChange={(_, { checked }) =>
                setStrata(checked === true ? [...strata, id] : strata.filter((each) => each !== id))
              }
            />
          ))}
        </fieldset>
      )}
      <Field label={words.seed}>
        <Input value={seed} onChange={(_, { value }) => setSeed(value)} />
      </Field>
      <Field label={words.detail}>
        <RadioChoices
          options={DETAILS.map((each) => ({ value: each, label: words[each] }))}
          value={detail}
          onChange={setDetail}
        />
      </Field>
      <div>
        <Button appearance="primary" disabledFocusable={!isReady} onClick={start}>
          {words.action}
        </Button>
      </div>
    </CyclePart>
  );
}
