import {
  type Assessee,
  type DepartmentScore,
  finished,
  isPlainText,
  type PersonScore,
  type Scheme,
  type ScoreBook,
  type Slices,
} from '../../model';
import { normaliseHeader } from '../recognise/normalise';
import { type SummaryLayout, type SummaryRow, tableRows } from './layout';
import { vocabularyOf } from '../recognise/vocabulary';

/** Names are compared without spaces; `张三(兼)` is 张三. */
function plainName(scheme: Scheme, name: string): string {
  // Without a bracket there is no remark.
  if (isPlainText(name)) return name;
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

/** Finds the persons that rows mean, by their place in the score book. */
class PersonIndex {
  private readonly byName = new Map<string, number[]>();

  constructor(
    private readonly scheme: Scheme,
    private readonly people: readonly Assessee[],
  ) {
    people.forEach((assessee, place) => {
      const name = plainName(scheme, assessee.name);
      const known = this.byName.get(name);
      if (known) known.push(place);
      else this.byName.set(name, [place]);
    });
  }

  /**
   * The person a row means: same name, and same department and post as far as the row says them. `null` where
   * nobody or more than one fits, for a guess would put a figure beside the wrong name.
   */
  find(row: SummaryRow): number | null {
    const postText = plainName(this.scheme, row.post);
    const post = postText === '' ? null : vocabularyOf(this.scheme).postOf(postText);
    if (postText !== '' && post === null) return null;
    const fitting = (this.byName.get(plainName(this.scheme, row.name)) ?? []).filter((place) => {
      const assessee = this.people[place]!;
      return (
        (row.department === '' || sameDepartment(assessee.department, row.department)) &&
        (post === null || assessee.post === post)
      );
    });
    return fitting.length === 1 ? fitting[0]! : null;
  }
}

/** Whether two texts name the same department. */
export function sameDepartment(one: string, other: string): boolean {
  return normaliseHeader(one) === normaliseHeader(other);
}

/** Who stands where, by places in a score book: it holds for every book of the same people. */
interface Places {
  readonly people: readonly Assessee[];
  readonly departments: readonly string[];
  readonly byLayout: ReadonlyMap<SummaryLayout, LayoutPlaces>;
  /** Places of those whom no summary has. */
  readonly missing: readonly number[];
}

/** Each a sheet row and a place in the score book. */
interface LayoutPlaces {
  readonly persons: readonly (readonly [row: number, place: number])[];
  readonly departments: readonly (readonly [row: number, place: number])[];
}

/** By the first summary of a workbook. While figures are typed in, the same people stand in the same rows. */
const known = new WeakMap<SummaryLayout, Places>();

/** Looks up everybody of the score book in the summaries. */
export function standing(scheme: Scheme, book: ScoreBook, layouts: readonly SummaryLayout[]): Standing {
  return finished(standingInSlices(scheme, book, layouts));
}

/** The same in slices. */
export function* standingInSlices(
  scheme: Scheme,
  book: ScoreBook,
  layouts: readonly SummaryLayout[],
): Slices<Standing> {
  if (layouts.length === 0) return { persons: new Map(), departments: new Map(), missing: book.persons };
  const places = yield* placesOf(scheme, book, layouts);
  yield;
  const persons = new Map<SummaryLayout, ReadonlyMap<number, PersonScore>>();
  const departments = new Map<SummaryLayout, ReadonlyMap<number, DepartmentScore>>();
  for (const layout of layouts) {
    const own = places.byLayout.get(layout)!;
    persons.set(layout, new Map(own.persons.map(([row, place]) => [row, book.persons[place]!])));
    departments.set(layout, new Map(own.departments.map(([row, place]) => [row, book.departments[place]!])));
  }
  return { persons, departments, missing: places.missing.map((place) => book.persons[place]!) };
}

/** Rows that are looked up in one slice. */
const ROWS = 2_048;

function* placesOf(scheme: Scheme, book: ScoreBook, layouts: readonly SummaryLayout[]): Slices<Places> {
  const [first] = layouts;
  const last = first && known.get(first);
  if (last && holdsFor(last, book, layouts)) return last;
  const people = book.persons.map(({ assessee }) => assessee);
  const index = new PersonIndex(scheme, people);
  yield;
  const seen = new Set<number>();
  const byLayout = new Map<SummaryLayout, LayoutPlaces>();
  for (const layout of layouts) {
    const persons: [number, number][] = [];
    for (const row of tableRows(layout.persons)) {
      if (row.row % ROWS === 0) yield;
      const place = index.find(row);
      if (place === null) continue;
      persons.push([row.row, place]);
      seen.add(place);
    }
    byLayout.set(layout, { persons, departments: departmentRows(book, layout) });
  }
  const missing = people.flatMap((_, place) => (seen.has(place) ? [] : [place]));
  const places = { people, departments: book.departments.map(({ name }) => name), byLayout, missing };
  if (first) known.set(first, places);
  return places;
}

function holdsFor(
  { people, departments, byLayout }: Places,
  book: ScoreBook,
  layouts: readonly SummaryLayout[],
) {
  return (
    byLayout.size === layouts.length &&
    layouts.every((layout) => byLayout.has(layout)) &&
    people.length === book.persons.length &&
    departments.length === book.departments.length &&
    book.persons.every(({ assessee }, place) => isSamePerson(assessee, people[place]!)) &&
    book.departments.every(({ name }, place) => name === departments[place])
  );
}

function isSamePerson(one: Assessee, other: Assessee): boolean {
  return (
    one === other ||
    (one.name === other.name && one.department === other.department && one.post === other.post)
  );
}

function departmentRows(book: ScoreBook, layout: SummaryLayout): [number, number][] {
  const byName = new Map(book.departments.map(({ name }, place) => [normaliseHeader(name), place]));
  return (layout.departments ? tableRows(layout.departments) : []).flatMap((row): [number, number][] => {
    const place = byName.get(normaliseHeader(row.department));
    return place === undefined ? [] : [[row.row, place]];
  });
}
