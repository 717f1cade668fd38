import type { DepartmentScore, PersonScore, Scheme, ScoreBook } from '../../model';
import { normaliseHeader } from '../recognise/normalise';
import { type SummaryLayout, type SummaryRow, tableRows } from './layout';
import { vocabularyOf } from '../recognise/vocabulary';

/** Names are compared without spaces; `张三(兼)` is 张三. */
function plainName(scheme: Scheme, name: string): string {
  let plain = normaliseHeader(name);
  for (const word of scheme.words.concurrent) plain = plain.replace(`(${normaliseHeader(word)})`, '');
  return plain;
}

/** Who stands in which rows of the summaries. */
export interface Standing {
  /** By summary: sheet row → person. Rows of strangers are absent. */
  readonly persons: ReadonlyMap<SummaryLayout, ReadonlyMap<number, PersonScore>>;
  /** By summary: sheet row → department. */
  readonly departments: ReadonlyMap<SummaryLayout, ReadonlyMap<number, DepartmentScore>>;
  /** Persons that no summary has, in the order of the score book. */
  readonly missing: readonly PersonScore[];
}

/** Finds the persons that rows mean. */
class PersonIndex {
  private readonly byName = new Map<string, PersonScore[]>();

  constructor(
    private readonly scheme: Scheme,
    book: ScoreBook,
  ) {
    for (const person of book.persons) {
      const name = plainName(scheme, person.assessee.name);
      this.byName.set(name, [...(this.byName.get(name) ?? []), person]);
    }
  }

  /**
   * The person a row means: same name, and same department and post as far as the row says them. `null` where
   * nobody or more than one fits, for a guess would put a figure beside the wrong name.
   */
  find(row: SummaryRow): PersonScore | null {
    const postText = plainName(this.scheme, row.post);
    const post = postText === '' ? null : vocabularyOf(this.scheme).postOf(postText);
    if (postText !== '' && post === null) return null;
    const fitting = (this.byName.get(plainName(this.scheme, row.name)) ?? []).filter(
      ({ assessee }) =>
        (row.department === '' || sameDepartment(assessee.department, row.department)) &&
        (post === null || assessee.post === post),
    );
    return fitting.length === 1 ? fitting[0]! : null;
  }
}

/** Whether two texts name the same department. */
export function sameDepartment(one: string, other: string): boolean {
  return normaliseHeader(one) === normaliseHeader(other);
}

/** Looks up everybody of the score book in the summaries. */
export function standing(scheme: Scheme, book: ScoreBook, layouts: readonly SummaryLayout[]): Standing {
  const persons = new Map<SummaryLayout, ReadonlyMap<number, PersonScore>>();
  const departments = new Map<SummaryLayout, ReadonlyMap<number, DepartmentScore>>();
  const seen = new Set<PersonScore>();
  const index = new PersonIndex(scheme, book);
  for (const layout of layouts) {
    const found = new Map<number, PersonScore>();
    for (const row of tableRows(layout.persons)) {
      const person = index.find(row);
      if (person) found.set(row.row, person);
    }
    found.forEach((person) => seen.add(person));
    persons.set(layout, found);
    departments.set(layout, departmentRows(book, layout));
  }
  return { persons, departments, missing: book.persons.filter((person) => !seen.has(person)) };
}

function departmentRows(book: ScoreBook, layout: SummaryLayout): Map<number, DepartmentScore> {
  const found = new Map<number, DepartmentScore>();
  const byName = new Map(
    book.departments.map((department) => [normaliseHeader(department.name), department]),
  );
  for (const row of layout.departments ? tableRows(layout.departments) : []) {
    const department = byName.get(normaliseHeader(row.department));
    if (department) found.set(row.row, department);
  }
  return found;
}
