import type { Scheme } from '../../model';
import type { EntryFault, EntryPerson, VisitEntry } from '../../workbook/entry/visitEntry';
import { type ClosedSheet, type EntryTarget, entryTargets } from '../../workbook/entry/targets';
import { readDate, serialOf } from '../../workbook/read/values/date';
import type { WorkbookHost } from '../../workbook/host';
import { readEntries } from '../../workbook/read/read';
import type { EvaluateOptions, Evaluation } from '../evaluation';
import type { KnownHousehold } from './households';
import { type EntryPreview, previewEntry } from './preview';
import { acceptance, type EntryOutcome, writeEntry } from './write';

export type { ClosedSheet, EntryFault, EntryPerson, EntryPreview, EntryTarget, KnownHousehold, VisitEntry };

/** What can be chosen from while a visit is entered. */
export interface EntryChoices {
  readonly targets: readonly EntryTarget[];
  readonly closed: readonly ClosedSheet[];
  readonly persons: readonly EntryPerson[];
  readonly households: readonly KnownHousehold[];
}

/** How a call is watched and stopped. */
interface Watch {
  readonly signal: AbortSignal;
  readonly onProgress: (share: number) => void;
}

/** 快速登记 over one open workbook. `entered` is called where a visit was written, which can be undone then. */
export function createEntryDesk(host: WorkbookHost, scheme: Scheme, entered: () => void) {
  return {
    choices: choicesOf,
    acceptance,
    /** Excel serial of a day as people write it, with its year (2008-06-30, 20080630); `null` where it is none. */
    serial: serialOfText,
    preview: (evaluation: Evaluation, entry: VisitEntry, signal: AbortSignal): Promise<EntryPreview> =>
      previewEntry(evaluation, entry, { signal }),
    async enter(
      entry: VisitEntry,
      accepted: readonly string[],
      options: EvaluateOptions,
      run: Watch,
    ): Promise<EntryOutcome> {
      const outcome = await writeEntry(host, scheme, entry, accepted, options, run);
      if (outcome.kind === 'entered') entered();
      return outcome;
    },
  };
}

/** The calls as a pane makes them. */
export type EntryDesk = ReturnType<typeof createEntryDesk>;

function serialOfText(text: string): number | null {
  const day = readDate(text, false);
  return day.kind === 'day' && day.year !== null ? serialOf(day.year, day.month, day.day) : null;
}

/** Sheets, persons and households of an evaluated workbook. */
function choicesOf({ snapshot, recognition, scores }: Evaluation): EntryChoices {
  const persons = scores.persons.map(({ assessee: { department, name, post } }) => ({
    department,
    name,
    post,
  }));
  const { visits, findings } = readEntries(snapshot, recognition);
  const known = new Map<string, { household: string; licence: string; departments: Set<string> }>();
  for (const { household, licence, who } of [...visits, ...findings]) {
    if (household === '' && licence === '') continue;
    const key = `${licence}\n${household}`;
    const there = known.get(key) ?? { household, licence, departments: new Set<string>() };
    there.departments.add(who.department);
    known.set(key, there);
  }
  const households = [...known.values()].map((each) => ({ ...each, departments: [...each.departments] }));
  return { ...entryTargets(recognition), persons, households };
}
