import {
  type DepartmentScore,
  endsSlice,
  finished,
  type Period,
  type PersonScore,
  type Scheme,
  type ScoreBook,
  type Slices,
} from '../../model';
import type { WorkbookChange } from '../host';
import type { SheetSnapshot, Snapshot } from '../snapshot';
import { addedDepartments } from './addedDepartments';
import { CellWrites } from './cellWrites';
import type { FillPlan, PlannedCell } from './fillPlan';
import { homesOf, type NewPart } from './homes';
import { Insertions } from './insertions';
import type { SummaryLayout } from './layout';
import { newSummaryInSlices } from './newSummary';
import { inOrder, type SummaryOrder } from './order';
import { noticeFor, placeNotice, writeNotice } from './notice';
import { standingInSlices } from './people';
import type { GrownSheet } from './reach';
import { reachingFormulas } from './reachingFormulas';
import { findSummaryInSlices } from './recognise';
import { summariesOf } from './statedPeriod';
import { growthsOf, placeMissing, writeTable } from './tableFill';
import { departmentSubject, personSubject, type TableTask } from './tableTask';

/** What the caller decides about a fill. */
export interface PlanOptions {
  /** Replaces formulas that stand where a figure goes; left out: they stay and are listed. */
  readonly overwriteFormulas?: boolean;
  /** `2008H1`: summaries of others are left as they are, and the title of a new sheet names it. */
  readonly period?: Period | null;
  /** Departments that are filled, by name; the rows of others stay as they are. Left out: all. */
  readonly departments?: readonly string[];
  /** Each department has a summary of its own; left out: one for all, or as the workbook keeps them. */
  readonly perDepartment?: boolean;
  /** How new rows are listed; rows that stand already are never moved. */
  readonly order?: SummaryOrder;
}

/** A summary as it was found. */
export interface FoundSummary {
  readonly sheet: SheetSnapshot;
  readonly layout: SummaryLayout;
}

/**
 * The summaries of a workbook in the order of its sheets, each with what was read of it. With a period, without those of
 * other periods that stand beside its own (`summariesOf`).
 */
export function findSummaries(
  snapshot: Snapshot,
  scheme: Scheme,
  period: Period | null = null,
): FoundSummary[] {
  return finished(findSummariesInSlices(snapshot, scheme, period));
}

/** The same in slices. */
export function* findSummariesInSlices(
  snapshot: Snapshot,
  scheme: Scheme,
  period: Period | null = null,
): Slices<FoundSummary[]> {
  const found: FoundSummary[] = [];
  for (const sheet of snapshot.sheets) {
    const layout = yield* findSummaryInSlices(sheet, scheme);
    if (layout) found.push({ sheet, layout });
  }
  return summariesOf(found, scheme, period);
}

/**
 * Plans the fill of the workbook's summaries, or of new ones where none stands. Everybody is filled where they
 * stand; `homesOf` says where those go who have no row. Pure: a second plan over the result changes nothing.
 */
export function planSummary(
  snapshot: Snapshot,
  scheme: Scheme,
  book: ScoreBook,
  options: PlanOptions = {},
): FillPlan {
  return finished(planSummaryInSlices(snapshot, scheme, book, options));
}

/** The same in slices, so that a page stays alive. */
export function* planSummaryInSlices(
  snapshot: Snapshot,
  scheme: Scheme,
  book: ScoreBook,
  options: PlanOptions = {},
): Slices<FillPlan> {
  const found = yield* findSummariesInSlices(snapshot, scheme, options.period ?? null);
  const layouts = found.map(({ layout }) => layout);
  const where = yield* standingInSlices(scheme, book, layouts);
  const wanted = wantedOf(book, options.departments);
  const homes = homesOf(book, wanted.persons, where, {
    layouts,
    perDepartment: options.perDepartment === true,
  });
  const departments = addedDepartments(wanted.departments, layouts, where, homes);
  const listed = (persons: readonly PersonScore[]): readonly PersonScore[] =>
    options.order ? inOrder(scheme, book, persons, options.order) : persons;
  yield;
  const plans: SheetPlan[] = [];
  for (const { sheet, layout } of found) {
    const persons: TableTask<PersonScore> = {
      sheet,
      table: layout.persons,
      subject: personSubject(scheme),
      standing: where.persons.get(layout)!,
      missing: listed(homes.added.get(layout) ?? []),
    };
    const block = layout.departments && {
      sheet,
      table: layout.departments,
      subject: departmentSubject(scheme),
      standing: where.departments.get(layout)!,
      missing: departments.get(layout) ?? [],
    };
    plans.push(yield* fillSheet(scheme, { layout, persons, departments: block, wanted }, options));
  }
  const made = yield* madeSheets(snapshot, scheme, book, homes.made, { ...options, wanted });
  return {
    changes: [
      ...plans.flatMap(({ inserted }) => inserted),
      ...reachingFormulas(
        snapshot,
        plans.map(({ grown }) => grown),
      ),
      ...[...plans, ...made].flatMap((plan) => plan.changes),
    ],
    summarySheet: layouts[0]?.sheet ?? made[0]!.name,
    made: made.map(({ name }) => name),
    cells: [...plans, ...made].flatMap((plan) => plan.cells),
    formulas: plans.flatMap((plan) => plan.formulas),
    insertedRows: plans.reduce((sum, plan) => sum + plan.insertedRows, 0),
  };
}

/** Whom a fill is about. */
interface Wanted {
  readonly persons: readonly PersonScore[];
  readonly departments: readonly DepartmentScore[];
}

function wantedOf(book: ScoreBook, names: readonly string[] | undefined): Wanted {
  if (!names) return book;
  const chosen = new Set(names);
  return {
    persons: book.persons.filter(({ assessee }) => chosen.has(assessee.department)),
    departments: book.departments.filter(({ name }) => chosen.has(name)),
  };
}

/** A summary to be made, and its cells. */
interface MadeSheet extends Pick<FillPlan, 'changes' | 'cells'> {
  readonly name: string;
}

/** The summaries to be made, each as its own change. */
function* madeSheets(
  snapshot: Snapshot,
  scheme: Scheme,
  book: ScoreBook,
  parts: readonly NewPart[],
  options: PlanOptions & { readonly wanted: Wanted },
): Slices<MadeSheet[]> {
  const taken = snapshot.sheets.map(({ name }) => name);
  const made: MadeSheet[] = [];
  for (const { department, persons } of parts) {
    const listed = inOrder(scheme, book, persons, options.order ?? 'department');
    const { sheet, originAt } = yield* newSummaryInSlices(scheme, {
      persons: listed,
      departments: options.wanted.departments.filter(
        ({ name }) => department === null || name === department,
      ),
      department,
      taken,
      period: options.period ?? null,
    });
    taken.push(sheet.name);
    const cells: PlannedCell[] = [];
    for (const [index, { row, column, value }] of sheet.cells.entries()) {
      if (endsSlice(index)) yield;
      if (value === '') continue;
      const cell = { sheet: sheet.name, row, column };
      cells.push({ cell, before: '', after: value, ...originAt(row, column) });
    }
    made.push({ name: sheet.name, changes: [{ kind: 'addSheet', sheet }], cells });
  }
  return made;
}

/** One sheet with its tables. */
interface SheetTask {
  readonly layout: SummaryLayout;
  readonly persons: TableTask<PersonScore>;
  readonly departments: TableTask<DepartmentScore> | null;
  readonly wanted: Wanted;
}

/** What is done to one sheet; its rows come in before formulas are rewritten, and cells are filled after that. */
interface SheetPlan extends Pick<FillPlan, 'changes' | 'cells' | 'formulas' | 'insertedRows'> {
  readonly inserted: readonly WorkbookChange[];
  readonly grown: GrownSheet;
}

function* fillSheet(scheme: Scheme, task: SheetTask, options: PlanOptions): Slices<SheetPlan> {
  const { layout, persons, departments, wanted } = task;
  const sheet = persons.sheet;
  const insertions = new Insertions();
  const placed = placeMissing(persons, insertions);
  const notice = noticeFor(scheme, [...persons.standing.values(), ...persons.missing]);
  const noticePlace = placeNotice(sheet, layout, notice, insertions);
  const placedDepartments = departments ? placeMissing(departments, insertions) : [];
  const writes = new CellWrites(sheet, insertions, options.overwriteFormulas === true);
  yield* writeTable(only(persons, wanted.persons), placed, insertions, writes);
  if (departments)
    yield* writeTable(only(departments, wanted.departments), placedDepartments, insertions, writes);
  if (noticePlace) writeNotice(sheet, noticePlace, notice, insertions, writes);
  const growths = [
    ...growthsOf(persons, placed, insertions),
    ...(departments ? growthsOf(departments, placedDepartments, insertions) : []),
  ];
  const inserted = insertions
    .inOrder()
    .map((insertion): WorkbookChange => ({ kind: 'insertRows', sheet: sheet.name, ...insertion }));
  return {
    inserted,
    grown: { name: sheet.name, insertions, growths },
    changes: writes.changes(),
    cells: writes.cells,
    formulas: writes.formulas,
    insertedRows: insertions.count,
  };
}

/** The task without the rows of those whom the fill is not about. */
function only<Item>(task: TableTask<Item>, wanted: readonly Item[]): TableTask<Item> {
  const chosen = new Set(wanted);
  return { ...task, standing: new Map([...task.standing].filter(([, item]) => chosen.has(item))) };
}
