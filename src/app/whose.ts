import type { Assessment, Issue, Row, VisitRows, Who } from '../model';
import type { Entries } from '../workbook/read/read';

/**
 * Issues with the person whom their row names, where it names one alone, and with the department where that name
 * stands in several. What the row does not tell stays open: such an issue is one of all that are called so.
 */
export function withPersons(
  issues: readonly Issue[],
  departmentsOf: (names: ReadonlySet<string>) => NamedDepartments,
  entries: NamingRows,
): readonly Issue[] {
  const named = namesOf(issues, entries);
  const departments = departmentsOf(allNames(issues, named));
  return issues.map((issue) => {
    const { cell } = issue;
    const here = cell === null ? undefined : named.get(cell.sheet)?.get(cell.row);
    if (!here || here.length === 0) return issue;
    const known = here.filter(({ name }) => departments.has(name));
    const person = issue.person ?? (here.length === 1 ? (known[0]?.name ?? null) : null);
    const own = departments.get(person ?? '');
    if (person === null || own === undefined || own.size < 2) return { ...issue, person };
    const row = known.find(({ name, department }) => name === person && own.has(department));
    return { ...issue, person, department: issue.department ?? row?.department ?? null };
  });
}

/** Name → the departments in which somebody is called so. */
export type NamedDepartments = ReadonlyMap<string, ReadonlySet<string>>;

function allNames(issues: readonly Issue[], named: NamedRows): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { person } of issues) if (person !== null) names.add(person);
  for (const rows of named.values())
    for (const here of rows.values()) for (const { name } of here) names.add(name);
  return names;
}

/** The departments of everybody's namesakes; with `names`, of these alone. */
export function departmentsByName(
  persons: readonly Assessment[],
  names: ReadonlySet<string> | null = null,
): NamedDepartments {
  const departments = new Map<string, Set<string>>();
  // Most names are one person's: those of one department share its set.
  const alone = new Map<string, Set<string>>();
  for (let at = 0; at < persons.length; at++) {
    const { name, department } = persons[at]!.assessee;
    if (names !== null && !names.has(name)) continue;
    const before = departments.get(name);
    if (before?.has(department)) continue;
    departments.set(name, before ? new Set([...before, department]) : aloneIn(department, alone));
  }
  return departments;
}

function aloneIn(department: string, alone: Map<string, Set<string>>): Set<string> {
  let own = alone.get(department);
  if (!own) alone.set(department, (own = new Set([department])));
  return own;
}

/** Rows that say whom they name. */
export type NamingRows = Pick<Entries, 'roster' | 'visits' | 'findings' | 'measures' | 'register'>;

/** Tab → row with issues → whom it names, each once. */
type NamedRows = ReadonlyMap<string, ReadonlyMap<number, readonly Who[]>>;

function namesOf(issues: readonly Issue[], entries: NamingRows): NamedRows {
  const named = new Map<string, Map<number, Who[]>>();
  for (const { cell } of issues) {
    if (cell === null) continue;
    const rows = named.get(cell.sheet) ?? new Map<number, Who[]>();
    named.set(cell.sheet, rows);
    if (!rows.has(cell.row)) rows.set(cell.row, []);
  }
  const { roster, visits, findings, measures, register } = entries;
  nameRows(roster ?? [], named);
  nameVisits(visits, named);
  for (const rows of [findings, measures, register]) nameRows(rows, named);
  return named;
}

function nameRows(rows: readonly Row[], named: ReadonlyMap<string, ReadonlyMap<number, Who[]>>): void {
  let source: unknown = null;
  let wanted: ReadonlyMap<number, Who[]> | undefined;
  for (let at = 0; at < rows.length; at++) {
    const each = rows[at]!;
    if (each.source !== source) {
      source = each.source;
      wanted = named.get(each.source.sheet);
    }
    if (!wanted) continue;
    const here = wanted.get(each.row);
    if (here) addOnce(here, each.who);
  }
}

/** Of very many visits those with issues are looked up, since rows of a tab stand in their order. */
function nameVisits(visits: VisitRows, named: ReadonlyMap<string, ReadonlyMap<number, Who[]>>): void {
  for (const [sheet, wanted] of named)
    for (const [row, here] of wanted)
      for (const at of visits.placesOf(sheet, row)) addOnce(here, visits.whoAt(at));
}

/** A function of its own: closures in a loop over all rows cost more than the loop. */
function addOnce(named: Who[], who: Who): void {
  if (!named.some(({ name, department }) => name === who.name && department === who.department))
    named.push(who);
}
