import type { Slices } from '../../model';
import { valueAt } from '../snapshot';
import type { CellWrites } from './cellWrites';
import type { Origin, RowOwner } from './fillPlan';
import type { Figures } from './figures';
import { type Insertions, place, placedRow, type Placement } from './insertions';
import type { FreeRow } from './layout';
import { ColumnReader } from './mergedText';
import { partFor } from './parts';
import { sameDepartment } from './people';
import type { Growth } from './reach';
import { RunningNumbers } from './runningNumbers';
import type { TableTask } from './tableTask';

/** Rows of a summary that are planned in one slice: a row has a dozen figures. */
const PLAN_ROWS = 512;

/** Whether a slice of planned rows ends with this one, 0-based. */
export function endsPlanSlice(index: number): boolean {
  return index % PLAN_ROWS === PLAN_ROWS - 1;
}

/** Gives the missing ones their rows. Call for all tables of a sheet before the first is written. */
export function placeMissing<Item>(task: TableTask<Item>, insertions: Insertions): Placement<Item>[] {
  const free = task.table.runs.reduce((sum, run) => sum + run.free.length, 0);
  return place(
    task.table.isBeside ? task.missing.slice(0, free) : task.missing,
    partFor(task),
    (item, free) => suits(task, item, free),
    insertions,
  );
}

/** Whether a free row is nobody's, or waits for somebody of that department and post. */
function suits<Item>({ subject }: TableTask<Item>, item: Item, { department, post }: FreeRow): boolean {
  const isTheirs = department === '' || sameDepartment(department, subject.department(item));
  return isTheirs && (post === null || post === subject.post(item));
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
    const { run } = placement;
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
      for (const field of texts.keys()) if (isFilled(task, placement.free, field)) values.delete(field);
      put(placement.free, values, owner);
    }
  }
}

/** Whether a prepared row says the field already: it stays as it is written there. */
function isFilled<Item>({ sheet, table }: TableTask<Item>, row: number, field: string): boolean {
  const column = table.columns.get(field);
  return column !== undefined && String(valueAt(sheet, row, column)).trim() !== '';
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
      .filter((placement) => placement.run === run)
      .map((placement) => placedRow(insertions, placement));
    return rows.length > 0 ? [{ run, last: rows.reduce((a, b) => Math.max(a, b)) }] : [];
  });
}
