import {
  type CellRef,
  type CellValue,
  type Issue,
  makeIssue,
  type Scheme,
  type ScoreBook,
} from '../../model';
import { cellKey, type SheetSnapshot, type Snapshot, valueAt } from '../snapshot';
import { sameFigure } from './compare';
import { departmentFigures, type Figures, personFigures } from './figures';
import { type SummaryRow, type SummaryTable, tableRows } from './layout';
import { standing } from './people';
import { findSummaries } from './plan';
import { vocabularyOf } from '../recognise/vocabulary';

/** One figure of a summary: what stands there, what it must be. */
interface FigureCell {
  readonly cell: CellRef;
  readonly field: string;
  /** Whose figure it is, for messages. */
  readonly who: string;
  readonly person: string | null;
  readonly department: string | null;
  readonly filled: CellValue;
  readonly computed: CellValue;
  readonly formula: string | null;
  /** A formula without a stored value says nothing yet. */
  readonly calculated: boolean;
}

/** A row of figures. `computed` is `null` in the row of somebody whom the details do not have. */
interface FigureRow {
  readonly figures: readonly FigureCell[];
}

function rowFigures(
  sheet: SheetSnapshot,
  table: SummaryTable,
  row: SummaryRow,
  computed: Figures,
  known: boolean,
): FigureRow {
  const who = row.name === '' ? row.department : row.name;
  const figures = [...computed].flatMap(([field, value]): FigureCell[] => {
    const column = table.columns.get(field);
    if (column === undefined) return [];
    const key = cellKey(row.row, column);
    return [
      {
        cell: { sheet: sheet.name, row: row.row, column },
        field,
        who,
        person: row.name === '' ? null : row.name,
        department: row.name === '' || row.department === '' ? null : row.department,
        filled: valueAt(sheet, row.row, column),
        computed: known ? value : '',
        formula: sheet.formulas.get(key) ?? null,
        calculated: !sheet.uncalculated.has(key),
      },
    ];
  });
  return { figures };
}

/** All figure rows of the workbook's summaries that the details can speak about. */
function figureRows(snapshot: Snapshot, scheme: Scheme, book: ScoreBook) {
  const found = findSummaries(snapshot, scheme);
  if (found.length === 0) return { found, missing: [], rows: [] };
  const layouts = found.map(({ layout }) => layout);
  const where = standing(scheme, book, layouts);
  const rows = found.flatMap(({ sheet, layout }) => {
    const persons = tableRows(layout.persons).flatMap((row): FigureRow[] => {
      const person = where.persons.get(layout)!.get(row.row);
      if (person) return [rowFigures(sheet, layout.persons, row, personFigures(scheme, person), true)];
      const template = book.persons[0];
      const isAssessed = vocabularyOf(scheme).postOf(row.post) !== null;
      if (!template || !isAssessed) return [];
      return [rowFigures(sheet, layout.persons, row, personFigures(scheme, template), false)];
    });
    const table = layout.departments;
    const departments = (table ? tableRows(table) : []).flatMap((row): FigureRow[] => {
      const department = where.departments.get(layout)!.get(row.row);
      return table && department
        ? [rowFigures(sheet, table, row, departmentFigures(scheme, department), true)]
        : [];
    });
    return [...persons, ...departments];
  });
  return { found, missing: where.missing, rows };
}

function isFilled({ filled, calculated }: FigureCell): boolean {
  return calculated && filled !== '';
}

function isStale(scheme: Scheme, figure: FigureCell): boolean {
  return isFilled(figure) && !sameFigure(scheme, figure.filled, figure.computed);
}

/** What is wrong with the figures that the workbook's summaries hold: stale ones, and formulas in their place. */
export function summaryIssues(snapshot: Snapshot, scheme: Scheme, book: ScoreBook): Issue[] {
  const { rows, found } = figureRows(snapshot, scheme, book);
  const figures = rows.flatMap((row) => row.figures);
  const ambiguous = found.flatMap(({ layout }) =>
    [layout.persons, ...(layout.departments ? [layout.departments] : [])].flatMap((table) =>
      ambiguousIssues(scheme, layout.sheet, table),
    ),
  );
  return [...ambiguous, ...figures.flatMap((figure) => figureIssue(scheme, figure))];
}

/** One fault gives one issue: a formula that shows another figure is not also out of date (contract §4). */
function figureIssue(scheme: Scheme, figure: FigureCell): readonly Issue[] {
  if (figure.formula !== null) return [formulaIssue(scheme, figure)];
  return isStale(scheme, figure) ? [staleIssue(scheme, figure)] : [];
}

function titleOf(scheme: Scheme, figure: FigureCell): string {
  return vocabularyOf(scheme).field(figure.field).name;
}

function staleIssue(scheme: Scheme, figure: FigureCell): Issue {
  const { cell, who, person, department, computed } = figure;
  const title = titleOf(scheme, figure);
  const should = shouldBe(computed);
  return makeIssue('summary-stale', {
    cell,
    person,
    department,
    received: String(figure.filled),
    expected: should,
    message: `汇总表中“${who}”的“${title}”是 ${figure.filled},按明细计算应为 ${should}。请重新填写汇总表。`,
  });
}

function shouldBe(computed: CellValue): string {
  return computed === '' ? '空白(没有可以公布的数)' : String(computed);
}

function formulaIssue(scheme: Scheme, figure: FigureCell): Issue {
  const { cell, who, person, department, formula } = figure;
  const title = titleOf(scheme, figure);
  const differs = isStale(scheme, figure)
    ? `(现在显示 ${figure.filled},按明细计算应为 ${shouldBe(figure.computed)})`
    : '';
  return makeIssue('summary-formula', {
    cell,
    person,
    department,
    received: formula,
    expected: figure.computed === '' ? null : String(figure.computed),
    message: `汇总表中“${who}”的“${title}”是公式 ${formula}${differs},填写时保留公式,不写入计算结果。要写入结果,请选择覆盖公式。`,
  });
}

function ambiguousIssues(scheme: Scheme, sheet: string, table: SummaryTable): Issue[] {
  return [...table.ambiguous].map(([field, columns]) => {
    const title = vocabularyOf(scheme).field(field).name;
    return makeIssue('header-ambiguous', {
      cell: { sheet, row: table.headerRows.at(-1)!, column: columns[1]! },
      expected: `只有一列“${title}”`,
      message: `汇总表里有 ${columns.length} 列都像“${title}”,不能确定写入哪一列,这一列没有填写。请改掉多余的表头。`,
    });
  });
}

/** Where the summary of a workbook stands: there is none; not (wholly) filled; as computed; figures differ. */
export type SummaryState = 'none' | 'unfilled' | 'current' | 'stale';

/** The state of the workbook's summaries against the scores; one stale figure makes all stale. */
export function summaryState(snapshot: Snapshot, scheme: Scheme, book: ScoreBook): SummaryState {
  const { found, rows, missing } = figureRows(snapshot, scheme, book);
  if (found.length === 0) return 'none';
  const figures = rows.flatMap((row) => row.figures);
  if (figures.some((figure) => isStale(scheme, figure))) return 'stale';
  const waits = ({ filled, computed, formula }: FigureCell): boolean =>
    filled === '' && computed !== '' && formula === null;
  return missing.length > 0 || figures.some(waits) ? 'unfilled' : 'current';
}
