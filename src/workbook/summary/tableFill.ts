import {
  type CellValue,
  type DepartmentScore,
  type PersonScore,
  type Scheme,
  type Slices,
} from '../../model';
import type { SheetSnapshot } from '../snapshot';
import type { CellWrites } from './cellWrites';
import type { Origin, RowOwner } from './fillPlan';
import { departmentFigures, type Figures, personFigures } from './figures';
import { type Insertions, place, placedRow, type Placement } from './insertions';
import type { SummaryRun, SummaryTable } from './layout';
import { ColumnReader } from './mergedText';
import { sameDepartment } from './people';
import type { Growth } from './reach';
import { RunningNumbers } from './runningNumbers';

/** Rows of a summary that are planned in one slice: a row has a dozen figures. */
const PLAN_ROWS = 512;

/** Whether a slice of planned rows ends with this one, 0-based. */
export function endsPlanSlice(index: number): boolean {
  return index % PLAN_ROWS === PLAN_ROWS - 1;
}

/** What a table needs to know of those who stand in its rows. */
export interface TableSubject<Item> {
  readonly department: (item: Item) => string;
  readonly owner: (item: Item) => RowOwner;
  readonly figures: (item: Item) => Figures;
  /** What names somebody in a new row, by field id; the field of the department apart. */
  readonly naming: (item: Item) => ReadonlyMap<string, CellValue>;
}

/** Persons in posts, by the fields that name them. */
export function personSubject(scheme: Scheme): TableSubject<PersonScore> {
  return {
    department: ({ assessee }) => assessee.department,
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

/** The run that a missing person joins: the last that has their department, else the last. */
function runFor(table: SummaryTable, department: string): SummaryRun {
  if (table.runs.length === 1) return table.runs[0]!;
  const own = table.runs.filter((run) => run.rows.some((row) => sameDepartment(row.department, department)));
  return own.at(-1) ?? table.runs.at(-1)!;
}

/** Gives the missing ones their rows. Call for all tables of a sheet before the first is written. */
export function placeMissing<Item>(task: TableTask<Item>, insertions: Insertions): Placement<Item>[] {
  const free = task.table.runs.reduce((sum, run) => sum + run.free.length, 0);
  return place(
    task.table.isBeside ? task.missing.slice(0, free) : task.missing,
    (item) => runFor(task.table, task.subject.department(item)),
    (item, covering) => covering === '' || sameDepartment(covering, task.subject.department(item)),
    insertions,
  );
}

/** Writes the figures of those who stand in the table, then the rows of those who were missing. */
export function* writeTable<Item>(
  task: TableTask<Item>,
  placements: readonly Placement<Item>[],
  insertions: Insertions,
  writes: CellWrites,
): Slices<void> {
  const put = rowWriter(task, writes);
  let planned = 0;
  for (const [row, item] of task.standing) {
    put(row, task.subject.figures(item), task.subject.owner(item));
    if (endsPlanSlice(planned++)) yield;
  }
  const numbers = new RunningNumbers(task.sheet, task.table);
  for (const placement of placements) {
    if (endsPlanSlice(planned++)) yield;
    const run = runFor(task.table, task.subject.department(placement.item));
    const owner = task.subject.owner(placement.item);
    const texts = task.subject.naming(placement.item);
    const values = new Map([...texts, ...task.subject.figures(placement.item)]);
    if (placement.free === null) {
      const row = placedRow(insertions, placement);
      for (const [field, value] of [['sequence', numbers.next(run)] as const, ...values]) {
        const column = task.table.columns.get(field);
        if (column !== undefined) writes.putNew(row, column, value, { owner, field });
      }
    } else {
      if (numbers.at(placement.free) === null) values.set('sequence', numbers.next(run));
      put(placement.free, values, owner);
    }
  }
}

/** Writes values into a row that stands already, beside cells that a merged area covers. */
function rowWriter<Item>(
  task: TableTask<Item>,
  writes: CellWrites,
): (row: number, values: Figures, owner: RowOwner) => void {
  const readers = new Map(
    [...task.table.columns].map(([field, column]) => [field, new ColumnReader(task.sheet, column)]),
  );
  return (row, values, owner) => {
    for (const [field, value] of values) {
      const column = task.table.columns.get(field);
      const origin: Origin = { owner, field };
      if (column !== undefined && !readers.get(field)!.covered(row)) writes.put(row, column, value, origin);
    }
  };
}

/** Runs that got rows beyond the last they had, with their last row after all insertions. */
export function growthsOf<Item>(
  task: TableTask<Item>,
  placements: readonly Placement<Item>[],
  insertions: Insertions,
): Growth[] {
  return task.table.runs.flatMap((run) => {
    const rows = placements
      .filter(({ item }) => runFor(task.table, task.subject.department(item)) === run)
      .map((placement) => placedRow(insertions, placement));
    return rows.length > 0 ? [{ run, last: rows.reduce((a, b) => Math.max(a, b)) }] : [];
  });
}
