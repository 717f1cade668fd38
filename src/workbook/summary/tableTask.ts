import type { CellValue, DepartmentScore, PersonScore, Scheme } from '../../model';
import type { SheetSnapshot } from '../snapshot';
import type { RowOwner } from './fillPlan';
import { departmentFigures, type Figures, personFigures } from './figures';
import type { SummaryTable } from './layout';

/** What a table needs to know of those who stand in its rows. */
export interface TableSubject<Item> {
  readonly department: (item: Item) => string;
  /** Id of the post, `null` for a department. */
  readonly post: (item: Item) => string | null;
  readonly owner: (item: Item) => RowOwner;
  readonly figures: (item: Item) => Figures;
  /** What names somebody in a new row, by field id; the field of the department apart. */
  readonly naming: (item: Item) => ReadonlyMap<string, CellValue>;
}

/** Persons in posts, by the fields that name them. */
export function personSubject(scheme: Scheme): TableSubject<PersonScore> {
  return {
    department: ({ assessee }) => assessee.department,
    post: ({ assessee }) => assessee.post,
    owner: ({ assessee: { department, name, post } }) => ({ department, name, post }),
    figures: (person) => personFigures(scheme, person),
    naming: ({ assessee }) =>
      new Map<string, CellValue>([
        ['department', assessee.department],
        ['name', assessee.name],
        ['post', scheme.posts.find(({ id }) => id === assessee.post)?.name ?? assessee.post],
      ]),
  };
}

/** Departments of the block below the persons. */
export function departmentSubject(scheme: Scheme): TableSubject<DepartmentScore> {
  return {
    department: ({ name }) => name,
    post: () => null,
    owner: ({ name }) => ({ department: name, name: null, post: null }),
    figures: (department) => departmentFigures(scheme, department),
    naming: ({ name }) => new Map([['department', name]]),
  };
}

/** One table of a summary while it is filled. */
export interface TableTask<Item> {
  readonly sheet: SheetSnapshot;
  readonly table: SummaryTable;
  readonly subject: TableSubject<Item>;
  /** Sheet row → who stands there. */
  readonly standing: ReadonlyMap<number, Item>;
  readonly missing: readonly Item[];
}
