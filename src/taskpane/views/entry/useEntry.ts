import { useRef, useState, type FormEvent } from 'react';
import type { EntryChoices } from '../../../app/entry/desk';
import type { Scheme } from '../../../model';
import { usePane, useServices } from '../../state/context';
import { today } from '../../state/today';
import { blankForm, chosenPersons, type EntryForm, entryOf, faultChoices, nextForm } from './form';
import { usePreview } from './usePreview';

/** The form as it is filled in, what it comes to, and what can be done with it. */
export type EntryWork = ReturnType<typeof useEntry>;

/** Keeps the form; after a visit is entered the next household of the same person comes. */
export function useEntry(choices: EntryChoices, scheme: Scheme) {
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
  return {
    form,
    target,
    persons,
    faults,
    state,
    household,
    errors,
    isAccepted,
    isDay,
    isReady,
    change: (some: Partial<EntryForm>) => setForm((before) => ({ ...before, ...some })),
    accept: (all: boolean) => setAccepted(all ? errors : []),
    clear: () => setForm(blankForm(target.sheet, form.date)),
    async submit(event: FormEvent) {
      event.preventDefault();
      if (!isReady || !(await enter(entry, errors))) return;
      setForm(nextForm);
      setAccepted([]);
      household.current?.focus();
    },
  };
}
