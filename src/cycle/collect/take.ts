import { sealStateOf } from '../intake/sealState';
import type { Evaluation } from '../../app/evaluation';
import { memoryOf } from '../../app/remembered';
import { evaluateWorkbook } from '../../app/scheme/evaluateWorkbook';
import type { CellValue, Row, Scheme, SheetDefinition, VisitRow } from '../../model';
import { cellName } from '../../model';
import { type Entries, readEntries } from '../../workbook/read/read';
import type { Snapshot } from '../../workbook/snapshot';
import { requireSameScheme } from '../scheme';
import { SourceCells } from './cells';
import { sheetColumns } from './columns';
import { measureCells, registerCells, rosterCells } from './figures';
import { lostSheets } from './lostSheets';
import type { CollectedFile, CollectedRow, CollectNote } from './part';
import { cardCells, findingCells, gridCells, visitListCells } from './visits';

/**
 * What one workbook gives to the whole: its rows in the template's columns, cleaned as they were read. What could not
 * be read goes along in a form that cannot be read either. Throws MemoryError and AnswersError where what the
 * workbook remembers cannot be understood, HostError where it goes by another scheme.
 */
export async function takeFile(snapshot: Snapshot, scheme: Scheme, file: string): Promise<CollectedFile> {
  requireSameScheme(snapshot, scheme);
  const memory = memoryOf(snapshot);
  const evaluation = evaluateWorkbook(snapshot, scheme);
  const entries = readEntries(snapshot, evaluation.recognition);
  const draft = new Draft(new SourceCells(scheme, snapshot, entries));
  draft.takeAll(entries);
  lostSheets(evaluation, entries).forEach(({ definition, values, place }) => {
    draft.put(definition, values, place);
  });
  return {
    file,
    period: evaluation.period,
    rulings: memory.rulings,
    sheets: draft.sheets(),
    hasRoster: entries.roster !== null,
    notes: [...ownRules(evaluation, file), ...draft.notes(file), ...readingNotes(evaluation, entries, file)],
    counts: evaluation.counts,
    seal: await sealStateOf(snapshot, scheme),
  };
}

/** Rules of its own do not go along with the rows: whoever collects has to put them into the whole. */
function ownRules({ standing, scheme }: Evaluation, file: string): CollectNote[] {
  if (standing.source === 'shipped') return [];
  const message = `这个文件按本单位的评分标准(版本 ${scheme.version})计分,汇集的工作簿里没有这份标准。请把评分标准表放进汇集的工作簿,再校验。`;
  return [{ severity: 'error', file, place: standing.sheet ?? '', message }];
}

/** The errors of the reading itself; what is wrong with persons is told of the whole, not of a part. */
function readingNotes(evaluation: Evaluation, entries: Entries, file: string): CollectNote[] {
  const missing = evaluation.issues.filter(({ code }) => code === 'sheet-missing');
  return [...missing, ...entries.issues]
    .filter(({ severity }) => severity === 'error')
    .map(({ severity, sheet, cell, message }) => ({
      severity,
      file,
      place: cell ? `${cell.sheet}!${cellName(cell.row, cell.column)}` : (sheet ?? ''),
      message,
    }));
}

/** Rows by sheet of the scheme, while a file is taken. */
class Draft {
  private readonly rows = new Map<string, CollectedRow[]>();
  private readonly columns = new Map<string, readonly string[]>();
  private readonly homeless: string[] = [];

  constructor(private readonly cells: SourceCells) {}

  takeAll({ roster, visits, findings, measures, register }: Entries): void {
    const { cells } = this;
    for (const row of roster ?? []) this.take(this.kind('roster'), row, rosterCells(cells, row));
    for (const visit of visits) this.takeVisit(visit);
    for (const row of findings) this.take(this.kind('findings'), row, findingCells(cells, row));
    for (const row of measures) {
      this.take(cells.layout(row).definition, row, measureCells(cells, row));
    }
    for (const row of register) {
      this.take(cells.layout(row).definition, row, registerCells(cells, row));
    }
  }

  private takeVisit(visit: VisitRow): void {
    const { cells } = this;
    if (visit.kind === 'list') {
      this.take(this.kind('visits'), visit, visitListCells(cells, visit));
      return;
    }
    const home = cells.scheme.sheets.find(({ kind, post }) => kind === 'matrix' && post === visit.who.post);
    if (visit.kind === 'grid' || !home) {
      this.take(home, visit, gridCells(cells, visit));
      return;
    }
    const rules = cells.scheme.indicators
      .filter(({ kind, posts }) => kind === 'perFinding' && posts.includes(home.post ?? ''))
      .map(({ id }) => id);
    this.take(home, visit, cardCells(cells, visit, rules));
  }

  private kind(kind: SheetDefinition['kind']): SheetDefinition | undefined {
    return this.cells.scheme.sheets.find((each) => each.kind === kind);
  }

  private take(home: SheetDefinition | undefined, row: Row, values: ReadonlyMap<string, CellValue>): void {
    const place = this.cells.place(row);
    if (!home || cannotBeAttributed(row)) this.homeless.push(place);
    else this.put(home, values, place);
  }

  put(home: SheetDefinition, values: ReadonlyMap<string, CellValue>, place: string): void {
    const columns =
      this.columns.get(home.id) ?? sheetColumns(this.cells.scheme, home).map((column) => column.id);
    this.columns.set(home.id, columns);
    const rows = this.rows.get(home.id) ?? [];
    rows.push({ values: columns.map((id) => values.get(id) ?? ''), place });
    this.rows.set(home.id, rows);
  }

  sheets() {
    return [...this.rows].map(([definition, rows]) => ({ definition, rows }));
  }

  notes(file: string): CollectNote[] {
    return this.homeless.map((place) => ({
      severity: 'error',
      file,
      place,
      message: '这一行看不出是谁、在哪个岗位,没有收进来。请在原文件里改正后重新汇集。',
    }));
  }
}

/** The sheet does not tell whose its rows are, which is reported once for the sheet. */
function cannotBeAttributed({ source }: Row): boolean {
  return ['department', 'name', 'post'].some((field) => source.unreadable?.has(field) ?? false);
}
