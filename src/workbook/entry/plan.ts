import type { CellRef, CellValue } from '../../model';
import type { UndoChange, WorkbookChange } from '../host';
import type { SheetLayout } from '../recognise/layout';
import type { Recognition } from '../recognise/recognise';
import type { Snapshot } from '../snapshot';
import { Insertions } from '../summary/insertions';
import { reachingFormulas } from '../summary/reachingFormulas';
import { applied } from './applied';
import { gridRow } from './grid';
import { findingRows, visitRow } from './list';
import { type SheetPlan, SheetWork } from './sheetWork';
import { EntryError, type VisitEntry } from './visitEntry';

/** A row of the sheet that waits for the visit (it was drawn, or prepared by hand); rows are 0-based. */
export interface WaitingRow {
  readonly sheet: string;
  readonly row: number;
}

/** What entering a visit would write; nothing is written yet. */
export interface EntryPlan {
  readonly changes: readonly UndoChange[];
  readonly cells: readonly {
    readonly cell: CellRef;
    readonly before: CellValue;
    readonly after: CellValue;
    /** Formula that is written in place of `after`. */
    readonly formula: string | null;
  }[];
  /** Number formats that are replaced. */
  readonly formats: readonly (CellRef & { readonly format: string })[];
  /** The rows that say the visit, as they stand afterwards. */
  readonly rows: readonly WaitingRow[];
  /** The workbook as it will read. */
  readonly after: Snapshot;
}

/**
 * Plans an entry into its sheet, in the layout and with the marks of that sheet. `waiting` are rows that stand there
 * for this visit already. Throws EntryError where the sheet cannot hold it.
 */
export function planVisit(
  snapshot: Snapshot,
  recognition: Recognition,
  entry: VisitEntry,
  waiting: readonly WaitingRow[] = [],
): EntryPlan {
  const layout = recognition.layouts.find(({ sheet }) => sheet.name === entry.sheet);
  const [person] = entry.persons;
  if (!layout || !person) throw new EntryError('要登记到哪张表、登记给谁,还没有选定。请先选定。');
  const isList = layout.definition.kind === 'findings';
  const plans = isList
    ? listPlans(snapshot, recognition, layout, entry, waiting)
    : [gridPlan(new SheetWork(snapshot, recognition, layout), entry, waiting)];
  return composed(snapshot, plans);
}

function gridPlan(work: SheetWork, entry: VisitEntry, waiting: readonly WaitingRow[]): SheetPlan {
  const departments = new Set(entry.persons.map(({ department }) => department));
  if (departments.size > 1) {
    throw new EntryError(
      `同一行里的人要属于同一个${work.recognition.vocabulary.field('department').name},现在是${[...departments].join('、')}。请分开登记。`,
    );
  }
  const values = gridRow(work, entry);
  const prepared = waiting.find(({ sheet }) => sheet === entry.sheet);
  return prepared ? work.into(prepared.row, values) : work.below(entry.persons[0]!.department, [values]);
}

function listPlans(
  snapshot: Snapshot,
  recognition: Recognition,
  layout: SheetLayout,
  entry: VisitEntry,
  waiting: readonly WaitingRow[],
): SheetPlan[] {
  const { department } = entry.persons[0]!;
  const lists = recognition.layouts.filter(({ definition }) => definition.kind === 'visits');
  const works = lists.map((each) => new SheetWork(snapshot, recognition, each));
  const isOwn = ({ rows }: SheetWork): boolean => rows.data.some((row) => row.department === department);
  const prepared = works.find(({ layout: own }) => waiting.some(({ sheet }) => sheet === own.sheet.name));
  const visits = prepared ?? works.find(isOwn) ?? works[0];
  const findings = new SheetWork(snapshot, recognition, layout);
  const rows = findingRows(findings, entry, visits === undefined);
  const plans: SheetPlan[] = [];
  if (visits) {
    const row = waiting.find(({ sheet }) => sheet === visits.layout.sheet.name)?.row;
    const values = visitRow(visits, entry);
    plans.push(row === undefined ? visits.below(department, [values]) : visits.into(row, values));
  }
  if (rows.length > 0) plans.push(findings.below(department, rows));
  return plans;
}

function composed(snapshot: Snapshot, plans: readonly SheetPlan[]): EntryPlan {
  return {
    changes: plans.flatMap((plan) => changesOf(snapshot, plan)),
    cells: plans.flatMap(({ sheet, cells }) =>
      cells.map(({ row, column, before, after, formula }) => ({
        cell: { sheet: sheet.name, row, column },
        before,
        after,
        formula,
      })),
    ),
    formats: plans.flatMap(({ sheet, formats }) => formats.map((each) => ({ sheet: sheet.name, ...each }))),
    rows: plans.flatMap(({ sheet, rows }) => rows.map((row) => ({ sheet: sheet.name, row }))),
    after: applied(snapshot, plans),
  };
}

/** Rows first, then the formulas that must reach over them, values, formats, and the formulas of the new rows. */
function changesOf(snapshot: Snapshot, { sheet, place, rows, cells, formats }: SheetPlan): UndoChange[] {
  const name = sheet.name;
  const insertions = new Insertions();
  const changes: UndoChange[] = [];
  if (place.insertion) {
    insertions.add(place.insertion);
    changes.push({ kind: 'insertRows', sheet: name, ...place.insertion });
  }
  changes.push(...reaching(snapshot, name, insertions, place, rows));
  const values = cells.filter(({ formula }) => formula === null);
  if (values.length > 0) {
    const own = values.map(({ row, column, after }) => ({ row, column, value: after }));
    changes.push({ kind: 'setCells', sheet: name, cells: own });
  }
  if (formats.length > 0) changes.push({ kind: 'setNumberFormats', sheet: name, cells: formats });
  const formulas = cells.flatMap(({ row, column, formula }) =>
    formula === null ? [] : [{ row, column, formula }],
  );
  if (formulas.length > 0) changes.push({ kind: 'setFormulas', sheet: name, cells: formulas });
  return changes;
}

/** Formulas over the rows of data, on whatever sheet, take in the rows below them. */
function reaching(
  snapshot: Snapshot,
  name: string,
  insertions: Insertions,
  { run }: SheetPlan['place'],
  rows: readonly number[],
): WorkbookChange[] {
  if (run === null) return [];
  const last = rows.reduce((most, row) => Math.max(most, row), run.last);
  const extent = { first: run.first, rows: [{ row: run.first }, { row: run.last }], free: [], end: last + 1 };
  return reachingFormulas(snapshot, [{ name, insertions, growths: [{ run: extent, last }] }]);
}
