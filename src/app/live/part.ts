import type { Directory } from '../../checks/persons';
import { type Assessment, type CellRef, finished, type Issue } from '../../model';
import type { Entries } from '../../workbook/read/read';
import { assess } from '../assess';
import { Attempts } from '../attempts';
import type { Evaluation } from '../evaluation';
import { type NamedDepartments, withPersons } from '../whose';
import type { KnownRows } from './known';

/** Some persons checked by themselves. */
export interface CheckedPart {
  readonly assessments: readonly Assessment[];
  readonly withheld: ReadonlySet<string>;
  readonly issues: readonly Issue[];
}

/** Who is looked at, in which workbook. */
export interface Few {
  readonly evaluation: Evaluation;
  readonly entries: Entries;
  readonly directory: Directory;
  readonly departments: NamedDepartments;
  readonly ids: readonly number[];
}

/** Checks some persons by their own rows and those that belong to nobody; `null` where a check broke down. */
export function checkPart(few: Few, known: KnownRows, read: readonly Issue[]): CheckedPart | null {
  const { evaluation, directory, ids } = few;
  const attempts = new Attempts();
  const entries = entriesOf(few, known);
  const part = { directory, ids, hasVisitList: known.hasVisitList };
  const { scheme, rulings, period } = evaluation;
  const assessed = finished(assess(scheme, entries, rulings, period, attempts, part));
  if (attempts.failed.length > 0) return null;
  const found = [...read, ...assessed.desk.issues];
  // Other persons may stand in a row too: whom an issue is about hangs on all whom its row names.
  const visits = found.flatMap(({ cell }) => (cell ? known.visits.rows.placesOf(cell.sheet, cell.row) : []));
  const places = [...new Set(visits)].sort((one, other) => one - other);
  const naming = { ...entries, visits: known.visits.rows.some(places) };
  return {
    assessments: assessed.assessments,
    withheld: assessed.desk.withheld,
    issues: withPersons(found, () => few.departments, naming),
  };
}

function entriesOf({ entries, directory, ids }: Few, known: KnownRows): Entries {
  const roster = ids.flatMap((id) => directory.entries[id]!.row ?? []);
  return {
    ...entries,
    roster: [...roster, ...known.unreadable],
    visits: known.visits.of(ids),
    findings: known.findings.of(ids),
    measures: known.measures.of(ids),
    register: known.register.of(ids),
  };
}

/** Whether the row of a cell feeds nobody but these persons. */
export function feedsOnly({ sheet, row }: CellRef, ids: ReadonlySet<number>, known: KnownRows): boolean {
  return known.visits.rows.placesOf(sheet, row).every((position) => {
    const owner = known.visits.ownerOf(position);
    return owner === null || ids.has(owner);
  });
}

/** Whether two assessments of a person say the same, but for what stands in the rows themselves. */
export function isLike(one: Assessment, other: Assessment): boolean {
  return (
    one.visits.length === other.visits.length &&
    one.register.length === other.register.length &&
    one.unresolved === other.unresolved &&
    isSameSet(one.missing, other.missing) &&
    isSameSet(one.blocked, other.blocked)
  );
}

/** Whether two sets hold the same. */
export function isSameSet<Item>(one: ReadonlySet<Item>, other: ReadonlySet<Item>): boolean {
  return one.size === other.size && [...one].every((item) => other.has(item));
}
