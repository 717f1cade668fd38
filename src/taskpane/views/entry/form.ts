import type { EntryFault, EntryPerson, EntryTarget, VisitEntry } from '../../../app/entry/desk';
import type { Scheme } from '../../../model';

/** A household rule that can be ticked. */
export interface FaultChoice {
  readonly indicator: string;
  readonly title: string;
  /** Points that one fault costs. */
  readonly points: number;
  readonly post: string;
}

/** What has been filled in so far. */
export interface EntryForm {
  readonly sheet: string;
  /** By slot: a post id in a combined grid, else ''. */
  readonly persons: Readonly<Record<string, EntryPerson | undefined>>;
  readonly household: string;
  readonly licence: string;
  /** As it was typed, blank for none. */
  readonly date: string;
  readonly inspector: string;
  readonly note: string;
  /** Number of faults by rule id; 0 or absent for none. */
  readonly faults: Readonly<Record<string, number>>;
}

/** Whom an entry names: one of the sheet's posts, or in a combined grid one a post. */
export function slotsOf({
  layout,
  posts,
}: EntryTarget): readonly { key: string; posts: readonly string[] }[] {
  return layout === 'combined' ? posts.map((post) => ({ key: post, posts: [post] })) : [{ key: '', posts }];
}

/** A form for a sheet with nothing filled in; `date` as in the form. */
export function blankForm(sheet: string, date: string): EntryForm {
  return { sheet, persons: {}, household: '', licence: '', date, inspector: '', note: '', faults: {} };
}

/** The form for the next household: persons, day and inspector stay. */
export function nextForm(form: EntryForm): EntryForm {
  return { ...form, household: '', licence: '', note: '', faults: {} };
}

/** The persons that are chosen and belong to the sheet. */
export function chosenPersons(form: EntryForm, target: EntryTarget): EntryPerson[] {
  return slotsOf(target).flatMap(({ key, posts }) => {
    const person = form.persons[key];
    return person && posts.includes(person.post) ? [person] : [];
  });
}

/** The rules of the chosen persons that the sheet has room for, in the scheme's order. */
export function faultChoices(
  scheme: Scheme,
  target: EntryTarget,
  persons: readonly EntryPerson[],
): FaultChoice[] {
  return scheme.indicators.flatMap((rule): FaultChoice[] => {
    if (rule.kind !== 'perFinding' || !target.indicators.includes(rule.id)) return [];
    const person = persons.find(({ post }) => rule.posts.includes(post));
    return person ? [{ indicator: rule.id, title: rule.title, points: rule.points, post: person.post }] : [];
  });
}

/** What would be entered; `null` while nobody or no household is chosen. `serial` reads the form's day. */
export function entryOf(
  form: EntryForm,
  target: EntryTarget,
  choices: readonly FaultChoice[],
  serial: (text: string) => number | null,
): VisitEntry | null {
  const persons = chosenPersons(form, target);
  const [household, licence] = [form.household.trim(), form.licence.trim()];
  if (persons.length === 0 || (household === '' && licence === '')) return null;
  const faults = choices.flatMap(({ indicator }): EntryFault[] => {
    const count = form.faults[indicator] ?? 0;
    return count > 0 ? [{ indicator, count }] : [];
  });
  return {
    sheet: target.sheet,
    persons,
    household,
    licence: target.hasLicence ? licence : '',
    date: target.hasDate ? serial(form.date) : null,
    inspector: target.hasInspector ? form.inspector.trim() : '',
    note: target.hasNote ? form.note.trim() : '',
    faults,
  };
}
