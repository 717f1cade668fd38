import type { CellRef, FindingRow, VisitRow, Who } from '../../model';
import { fieldCell } from '../../model';
import { sameText } from '../../workbook/entry/habits';
import type { WaitingRow } from '../../workbook/entry/plan';
import type { EntryPerson, VisitEntry } from '../../workbook/entry/visitEntry';
import type { Entries } from '../../workbook/read/read';

/** A household of a person that stands in the workbook already. */
export interface Recorded {
  readonly cell: CellRef;
  /** Excel serial of the day, `null` where none could be read. */
  readonly date: number | null;
}

/** What the workbook says already of the visit that is being entered. */
export interface Standing {
  /** The household was visited for this person before. */
  readonly recorded: Recorded | null;
  /** Rows that wait for it: the household and the person stand there, and neither a day nor a fault. */
  readonly waiting: readonly WaitingRow[];
}

type Household = Pick<VisitRow, 'household' | 'licence'>;

/** Whether rows name one household: by licence, where one of them has none by the customer's name. */
export function sameHousehold(one: Household, other: Household): boolean {
  if (one.licence !== '' && other.licence !== '') return sameText(one.licence, other.licence);
  return one.household !== '' && sameText(one.household, other.household);
}

export function isPerson({ department, name, post }: Who, person: EntryPerson): boolean {
  return post === person.post && sameText(name, person.name) && sameText(department, person.department);
}

/** Looks an entry up in what was read. */
export function standingOf({ visits: read, findings }: Entries, entry: VisitEntry): Standing {
  const visits = [...read];
  const waiting: WaitingRow[] = [];
  for (const person of entry.persons) {
    const own = visits.filter((row) => isPerson(row.who, person) && sameHousehold(row, entry));
    const found = findings.filter((row) => isPerson(row.who, person) && sameHousehold(row, entry));
    for (const row of own) {
      if (isWaiting(row) && found.length === 0 && isWhole(row, visits, entry)) {
        waiting.push({ sheet: row.source.sheet, row: row.row });
      } else return { recorded: recordedAt(row), waiting: [] };
    }
    if (own.length === 0 && found.length > 0) return { recorded: recordedAt(found[0]!), waiting: [] };
  }
  return { recorded: null, waiting };
}

/** A row without a fault whose day is still to come: blank, or a word such as 待走访. */
function isWaiting({ kind, source, date, findings }: VisitRow): boolean {
  if (kind === 'card' || !source.columns.has('date') || findings.length > 0) return false;
  return date.serial === null && date.yearless === null;
}

/** The row names nobody whom the entry does not name: its day is everybody's. */
function isWhole(row: VisitRow, visits: readonly VisitRow[], { persons }: VisitEntry): boolean {
  return visits
    .filter((each) => each.source === row.source && each.row === row.row)
    .every(({ who }) => persons.some((person) => isPerson(who, person)));
}

function recordedAt(row: VisitRow | FindingRow): Recorded {
  const field = row.licence === '' ? 'household' : 'licence';
  return { cell: fieldCell(row, field), date: row.date.serial };
}
