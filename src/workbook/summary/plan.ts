import type { PersonScore, Scheme, ScoreBook } from '../../model';
import type { WorkbookChange } from '../host';
import type { SheetSnapshot, Snapshot } from '../snapshot';
import { CellWrites } from './cellWrites';
import type { FillPlan } from './fillPlan';
import { Insertions } from './insertions';
import type { SummaryLayout } from './layout';
import { newSummary } from './newSummary';
import { noticeFor, placeNotice, writeNotice } from './notice';
import { standing, type Standing } from './people';
import { reachingFormulas } from './reachingFormulas';
import { findSummary } from './recognise';
import {
  departmentSubject,
  growthsOf,
  personSubject,
  placeMissing,
  type TableTask,
  writeTable,
} from './tableFill';

/** What the caller decides about a fill. */
export interface PlanOptions {
  /** Replaces formulas that stand where a figure goes; left out: they stay and are listed. */
  readonly overwriteFormulas?: boolean;
  /** `2008H1`, for the title of a new sheet. */
  readonly period?: string | null;
}

/** The summaries of a workbook in the order of its sheets, each with what was read of it. */
export function findSummaries(
  snapshot: Snapshot,
  scheme: Scheme,
): { readonly sheet: SheetSnapshot; readonly layout: SummaryLayout }[] {
  return snapshot.sheets.flatMap((sheet) => {
    const layout = findSummary(sheet, scheme);
    return layout ? [{ sheet, layout }] : [];
  });
}

/**
 * Plans the fill of the workbook's summaries, or of a new one where none stands. Everybody is filled where they
 * stand; who stands nowhere is added to the first summary. Pure: a second plan over the result changes nothing.
 */
export function planSummary(
  snapshot: Snapshot,
  scheme: Scheme,
  book: ScoreBook,
  options: PlanOptions = {},
): FillPlan {
  const found = findSummaries(snapshot, scheme);
  if (found.length === 0) return planNew(snapshot, scheme, book, options);
  const layouts = found.map(({ layout }) => layout);
  const where = standing(scheme, book, layouts);
  const missing = missingDepartments(book, layouts, where);
  const plans = found.map(({ sheet, layout }, index) => {
    const persons: TableTask<PersonScore> = {
      sheet,
      table: layout.persons,
      subject: personSubject(scheme),
      standing: where.persons.get(layout)!,
      missing: index === 0 ? where.missing : [],
    };
    const departments = layout.departments && {
      sheet,
      table: layout.departments,
      subject: departmentSubject(scheme),
      standing: where.departments.get(layout)!,
      missing: missing.get(layout) ?? [],
    };
    return fillSheet(snapshot, scheme, { layout, persons, departments }, options);
  });
  return {
    changes: plans.flatMap((plan) => plan.changes),
    summarySheet: layouts[0]!.sheet,
    created: false,
    cells: plans.flatMap((plan) => plan.cells),
    formulas: plans.flatMap((plan) => plan.formulas),
    insertedRows: plans.reduce((sum, plan) => sum + plan.insertedRows, 0),
  };
}

function planNew(snapshot: Snapshot, scheme: Scheme, book: ScoreBook, options: PlanOptions): FillPlan {
  const names = snapshot.sheets.map(({ name }) => name);
  const sheet = newSummary(scheme, book, { taken: names, period: options.period ?? null });
  const filled = sheet.cells.filter(({ value }) => value !== '');
  const cells = filled.map(({ row, column, value }) => ({
    cell: { sheet: sheet.name, row, column },
    before: '',
    after: value,
  }));
  const changes: WorkbookChange[] = [{ kind: 'addSheet', sheet }];
  return { changes, summarySheet: sheet.name, created: true, cells, formulas: [], insertedRows: 0 };
}

/** Departments that no block has go into the first block there is. */
function missingDepartments(book: ScoreBook, layouts: readonly SummaryLayout[], where: Standing) {
  const seen = new Set(layouts.flatMap((layout) => [...where.departments.get(layout)!.values()]));
  const first = layouts.find((layout) => layout.departments !== null);
  const missing = book.departments.filter((department) => !seen.has(department));
  return new Map(first ? [[first, missing]] : []);
}

/** One sheet with its tables. */
interface SheetTask {
  readonly layout: SummaryLayout;
  readonly persons: TableTask<PersonScore>;
  readonly departments: Parameters<typeof writeTable<ScoreBook['departments'][number]>>[0] | null;
}

function fillSheet(
  snapshot: Snapshot,
  scheme: Scheme,
  task: SheetTask,
  options: PlanOptions,
): Pick<FillPlan, 'changes' | 'cells' | 'formulas' | 'insertedRows'> {
  const { layout, persons, departments } = task;
  const sheet = persons.sheet;
  const insertions = new Insertions();
  const placed = placeMissing(persons, insertions);
  const notice = noticeFor(scheme, [...persons.standing.values(), ...persons.missing]);
  const noticePlace = placeNotice(sheet, layout, notice, insertions);
  const placedDepartments = departments ? placeMissing(departments, insertions) : [];
  const writes = new CellWrites(sheet, insertions, options.overwriteFormulas === true);
  writeTable(persons, placed, insertions, writes);
  if (departments) writeTable(departments, placedDepartments, insertions, writes);
  if (noticePlace) writeNotice(sheet, noticePlace, notice, insertions, writes);
  const growths = [
    ...growthsOf(persons, placed, insertions),
    ...(departments ? growthsOf(departments, placedDepartments, insertions) : []),
  ];
  const inserted = insertions
    .inOrder()
    .map((insertion): WorkbookChange => ({ kind: 'insertRows', sheet: sheet.name, ...insertion }));
  const formulas = reachingFormulas(snapshot, { name: sheet.name, insertions, growths });
  return {
    changes: [...inserted, ...formulas, ...writes.changes()],
    cells: writes.cells,
    formulas: writes.formulas,
    insertedRows: insertions.count,
  };
}
