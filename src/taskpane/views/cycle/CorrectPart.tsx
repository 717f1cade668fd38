import { useEffect, useState } from 'react';
import { Button, Field, Input } from '@fluentui/react-components';
import type { Wish } from '../../../cycle/corrections/correct';
import type { Correction } from '../../../cycle/corrections/record';
import { cellOfText, valueOfText } from '../../../cycle/corrections/wish';
import { cycleWords } from '../../../locales/pages/cycle';
import { usePane, useServices, useWordsOf } from '../../state/context';
import { CyclePart } from './CyclePart';
import { useCycleWork } from './useCycleWork';

const BLANK = { cell: '', value: '', by: '', reason: '' };

type Form = typeof BLANK;

/** What the form says, `null` while something of it is missing. */
function wishOf({ cell, value, by, reason }: Form): Wish | null {
  const place = cellOfText(cell.trim());
  if (!place || by.trim() === '' || reason.trim() === '') return null;
  return { cell: place, value: valueOfText(value.trim()), by: by.trim(), reason: reason.trim() };
}

/** Puts one cell right on somebody's word, after showing whose score that moves; it goes into the record. */
export function CorrectPart() {
  const words = useWordsOf(cycleWords).correct;
  const { corrections } = useServices();
  const corrected = usePane((state) => state.corrected);
  const undoes = usePane((state) => state.undoes);
  const isUndone = usePane(
    ({ outcome }) => (outcome?.kind === 'unread' ? outcome.done : outcome)?.kind === 'correctionUndone',
  );
  const busy = usePane((state) => state.work !== null);
  const { state, run, cancel, forget } = useCycleWork();
  const [form, setForm] = useState(BLANK);
  /** What was looked at last; only that can be written. */
  const [seen, setSeen] = useState<Form | null>(null);
  useEffect(() => {
    if (isUndone) forget();
  }, [isUndone, forget]);
  const wish = wishOf(form);
  const isFree = !busy && state.kind !== 'working';
  const said = ({ place, before, after, effects }: Correction): string =>
    [
      words.change(place, shown(before), shown(after)),
      ...(effects.length > 0 ? effects : [words.nobody]),
    ].join('\n');
  const shown = (value: Correction['before']): string => (value === '' ? words.blank : String(value));
  const preview = () => {
    if (!wish || !isFree) return;
    const look: Parameters<typeof run>[1] = async (_, { signal, onProgress }) => {
      const found = await corrections.preview(wish, { signal, onProgress });
      setSeen(form);
      return { bytes: null, text: said(found), isClean: true };
    };
    void run('', look, () => words.looked);
  };
  const correct = () => {
    if (!wish || !isFree || seen !== form) return;
    const write: Parameters<typeof run>[1] = async (_, { signal, onProgress }) => {
      const done = await corrections.correct(wish, { signal, onProgress });
      setSeen(null);
      await corrected();
      return { bytes: null, text: said(done), isClean: true };
    };
    void run('', write, () => words.recorded);
  };
  return (
    <CyclePart title={words.title} note={words.note} state={state} onCancel={cancel}>
      <Fields form={form} onChange={(change) => setForm((old) => ({ ...old, ...change }))} />
      <div>
        <Button disabledFocusable={!isFree || !wish} onClick={preview}>
          {words.preview}
        </Button>{' '}
        <Button appearance="primary" disabledFocusable={!isFree || !wish || seen !== form} onClick={correct}>
          {words.action}
        </Button>
      </div>
      {state.kind === 'made' && undoes === 'correction' && <span>{words.undo}</span>}
    </CyclePart>
  );
}

function Fields({ form, onChange }: { form: Form; onChange: (change: Partial<Form>) => void }) {
  const words = useWordsOf(cycleWords).correct;
  const isBad = form.cell !== '' && cellOfText(form.cell.trim()) === null;
  return (
    <>
      <Field
        label={words.cell}
        {...(isBad ? { validationState: 'error', validationMessage: words.cellWrong } : {})}
      >
        <Input value={form.cell} onChange={(_, { value }) => onChange({ cell: value })} />
      </Field>
      <Field label={words.value}>
        <Input value={form.value} onChange={(_, { value }) => onChange({ value })} />
      </Field>
      <Field label={words.by}>
        <Input value={form.by} onChange={(_, { value }) => onChange({ by: value })} />
      </Field>
      <Field label={words.reason}>
        <Input value={form.reason} onChange={(_, { value }) => onChange({ reason: value })} />
      </Field>
    </>
  );
}
