import type { Evaluation } from '../../../app/evaluation';
import { type CellRef, published } from '../../../model';
import type { DataTables } from '../../../workbook/dataTables';
import { valueAt } from '../../../workbook/snapshot';
import type { CollectionReport } from '../collection';
import { collectableSheets, sheetColumns } from '../columns';
import { ownName, unitOf, type Units } from '../units';
import { DEPARTMENTS, FILES, ISSUES, personsTable, SETTINGS } from './schema';

/** Where a row of the collected workbook came from; blank for what is no row of it. */
interface Source {
  readonly file: string;
  readonly place: string;
}

/** Writes the result of the collected workbook as tables: what `check` of it says, with the file beside each line. */
export function writeResults(
  evaluation: Evaluation,
  report: CollectionReport,
  units: Units | null,
  tables: DataTables,
): void {
  const source = sourcesOf(evaluation);
  writePersons(evaluation, source, units, tables);
  const issue = tables.table(ISSUES);
  for (const { code, severity, clause, cell } of evaluation.issues) {
    const { file, place } = source(cell);
    issue([code, severity, clause, file, place]);
  }
  const line = tables.table(FILES);
  for (const { file, state, rows, period, counts, seal } of report.files) {
    const found = [counts?.error ?? null, counts?.warning ?? null, seal];
    line([unitOf(file, units), file, state, rows, period, ...found]);
  }
  const setting = tables.table(SETTINGS);
  const { scheme, period, rulings } = evaluation;
  for (const [key, value] of Object.entries({
    scheme: scheme.id,
    version: scheme.version,
    period,
    ...rulings,
  })) {
    setting([key, value === null ? null : String(value)]);
  }
}

function writePersons(
  { scheme, scores, period }: Evaluation,
  source: (cell: CellRef) => Source,
  units: Units | null,
  tables: DataTables,
): void {
  const posts = new Map(scheme.posts.map(({ id, name }) => [id, name]));
  const unitByDepartment = new Map<string, string>();
  const person = tables.table(personsTable(scheme));
  for (const each of scores.persons) {
    const { department, name, post, cell } = each.assessee;
    const { file, place } = source(cell);
    const unit = unitOf(file, units);
    unitByDepartment.set(department, unit);
    const points = new Map(
      each.sections.map(({ section, points: reached }) => [section, published(reached)]),
    );
    person([
      unit,
      file,
      place,
      ownName(unit, department),
      name,
      posts.get(post) ?? post,
      period,
      each.households,
      each.status,
      each.missing.join(' '),
      ...scheme.sections.map(({ id }) => points.get(id) ?? null),
      published(each.rawTotal),
      each.rawMaximum,
      published(each.score),
      each.rank,
      each.qualified,
      published(each.deduction),
    ]);
  }
  const department = tables.table(DEPARTMENTS);
  for (const { name, persons, score, rank, qualified, headDeduction } of scores.departments) {
    const unit = unitByDepartment.get(name) ?? '';
    const figures = [persons, published(score), rank, qualified, published(headDeduction)];
    department([unit, ownName(unit, name), period, ...figures]);
  }
}

/** Looks up the source columns of a row of the collected workbook. */
function sourcesOf({ snapshot, scheme }: Evaluation): (cell: CellRef | null) => Source {
  const sheets = new Map(snapshot.sheets.map((sheet) => [sheet.name, sheet]));
  const behind = new Map(
    collectableSheets(scheme).map((definition) => [definition.name, sheetColumns(scheme, definition).length]),
  );
  return (cell) => {
    const sheet = cell && sheets.get(cell.sheet);
    const column = cell && behind.get(cell.sheet);
    if (!cell || !sheet || column === null || column === undefined) return { file: '', place: '' };
    return {
      file: String(valueAt(sheet, cell.row, column)),
      place: String(valueAt(sheet, cell.row, column + 1)),
    };
  };
}
