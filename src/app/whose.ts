import type { Assessee, Issue, Row, Who } from '../model';
import type { Entries } from '../workbook/read/read';

/**
 * Issues with the person whom their row names, where it names one alone, and with the department where that name
 * stands in several. What the row does not tell stays open: such an issue is one of all that are called so.
 */
export function withPersons(
  issues: readonly Issue[],
  persons: readonly Assessee[],
  entries: Entries,
): readonly Issue[] {
  const departments = new Map<string, Set<string>>();
  for (const { name, department } of persons) {
    departments.set(name, (departments.get(name) ?? new Set()).add(department));
  }
  const named = namesOf(issues, entries);
  return issues.map((issue) => {
    const { cell } = issue;
    const here = cell === null ? undefined : named.get(placeOf(cell.sheet, cell.row));
    if (!here) return issue;
    const known = here.filter(({ name }) => departments.has(name));
    const person = issue.person ?? (here.length === 1 ? (known[0]?.name ?? null) : null);
    const own = departments.get(person ?? '');
    if (person === null || own === undefined || own.size < 2) return { ...issue, person };
    const row = known.find(({ name, department }) => name === person && own.has(department));
    return { ...issue, person, department: issue.department ?? row?.department ?? null };
  });
}

/** Whom the rows with issues name, by place; each once. */
function namesOf(issues: readonly Issue[], entries: Entries): ReadonlyMap<string, readonly Who[]> {
  const wanted = new Set(
    issues.flatMap(({ cell }) => (cell === null ? [] : [placeOf(cell.sheet, cell.row)])),
  );
  const named = new Map<string, Who[]>();
  for (const { source, row, who } of rowsOf(entries)) {
    const place = placeOf(source.sheet, row);
    if (!wanted.has(place)) continue;
    const here = named.get(place) ?? [];
    if (!here.some(({ name, department }) => name === who.name && department === who.department))
      here.push(who);
    named.set(place, here);
  }
  return named;
}

function* rowsOf({ roster, visits, findings, measures, register }: Entries): Iterable<Row> {
  for (const rows of [roster ?? [], visits, findings, measures, register]) yield* rows;
}

function placeOf(sheet: string, row: number): string {
  return `${sheet}\n${row}`;
}
