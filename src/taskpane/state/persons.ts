import type { Evaluation } from '../../app/evaluation';
import type { CellRef, PersonScore, Scheme, Slices } from '../../model';
import { cellName, endsSlice, finished, gradeOf } from '../../model';

/** A person's row, ready to be shown; figures are plain numbers as published. */
export interface PersonRow {
  /** Stays the same from one evaluation to the next. */
  readonly id: string;
  /** Index in `evaluation.scores.persons`. */
  readonly index: number;
  readonly name: string;
  readonly department: string;
  readonly post: string;
  readonly postName: string;
  readonly households: number;
  readonly score: number | null;
  readonly rank: number | null;
  readonly qualified: boolean | null;
  /** The grade of the score; `null` without one, or where the scheme has none. */
  readonly grade: string | null;
}

export type SortKey = 'order' | 'name' | 'score' | 'rank';

export interface PersonFilter {
  readonly text: string;
  /** `''` for all. */
  readonly department: string;
  /** Post id, `''` for all. */
  readonly post: string;
  readonly sort: SortKey;
  readonly descending: boolean;
}

export const noPersonFilter: PersonFilter = {
  text: '',
  department: '',
  post: '',
  sort: 'order',
  descending: false,
};

/** What a post is called; the id where the scheme does not know it. */
export function postName(scheme: Scheme, post: string): string {
  return scheme.posts.find((each) => each.id === post)?.name ?? post;
}

export function personId({ assessee }: PersonScore): string {
  return [assessee.department, assessee.name, assessee.post].join('\u001f');
}

/** How many persons they are, each once however many posts of theirs are among them. */
export function personCount(
  rows: readonly { readonly person: string; readonly department: string }[],
): number {
  return new Set(rows.map(({ person, department }) => `${department}\u001f${person}`)).size;
}

/** Persons of one department who are below the line in a post of theirs, each once. */
export function namesBelow(
  rows: readonly { readonly name: string; readonly qualified: boolean | null }[],
): number {
  return new Set(rows.filter(({ qualified }) => qualified === false).map(({ name }) => name)).size;
}

/** A score never changes, nor does its row: an edit makes new ones for those whom it moves. */
const rowsOf = new WeakMap<PersonScore, PersonRow>();

/** The rows of everybody; who is scored as before has the same row as before. */
export function personRows(evaluation: Evaluation): PersonRow[] {
  return finished(personRowsInSlices(evaluation));
}

/** The same in slices; who asks again gets them sooner. */
export function* personRowsInSlices({ scores, scheme }: Evaluation): Slices<PersonRow[]> {
  const rows: PersonRow[] = [];
  for (const [index, person] of scores.persons.entries()) {
    rows.push(rowOf(person, index, scheme));
    if (endsSlice(index)) yield;
  }
  return rows;
}

function rowOf(person: PersonScore, index: number, scheme: Scheme): PersonRow {
  const known = rowsOf.get(person);
  if (known?.index === index) return known;
  const row: PersonRow = {
    id: personId(person),
    index,
    name: person.assessee.name,
    department: person.assessee.department,
    post: person.assessee.post,
    postName: postName(scheme, person.assessee.post),
    households: person.households,
    score: person.score?.valueOf() ?? null,
    rank: person.rank,
    qualified: person.qualified,
    grade: gradeOf(scheme, person.score),
  };
  rowsOf.set(person, row);
  return row;
}

const collator = new Intl.Collator('zh-CN');

/** Figures that are not known come last, whichever way the rest is turned. */
function byFigure(a: number | null, b: number | null, turn: number): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return (a - b) * turn;
}

function comparison({ sort, descending }: PersonFilter): (a: PersonRow, b: PersonRow) => number {
  const turn = descending ? -1 : 1;
  if (sort === 'name') return (a, b) => collator.compare(a.name, b.name) * turn;
  if (sort === 'score') return (a, b) => byFigure(a.score, b.score, turn);
  if (sort === 'rank') return (a, b) => byFigure(a.rank, b.rank, turn);
  return (a, b) => a.index - b.index;
}

/** The rows that match, in the order asked for; equal ones keep the order of the workbook. */
export function arrangePersons(rows: readonly PersonRow[], filter: PersonFilter): PersonRow[] {
  const text = filter.text.trim().toLowerCase();
  const matching = rows.filter(
    (row) =>
      (filter.department === '' || row.department === filter.department) &&
      (filter.post === '' || row.post === filter.post) &&
      (text === '' || row.name.toLowerCase().includes(text)),
  );
  // They come in the order of the workbook.
  return filter.sort === 'order' && !filter.descending ? matching : matching.sort(comparison(filter));
}

/** Each value once, in order of first appearance. */
export function distinct<Value>(values: readonly Value[]): Value[] {
  return [...new Set(values)];
}

/** `明细测评表-客户经理!I7`, as people point to a cell. */
export function placeName(cell: CellRef): string {
  return `${cell.sheet}!${cellName(cell.row, cell.column)}`;
}
