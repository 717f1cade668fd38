import {
  type DepartmentScore,
  finished,
  type Issue,
  type PersonScore,
  type Scheme,
  type ScoreBook,
  type Slices,
} from '../../model';
import { vocabularyOf } from '../recognise/vocabulary';
import type { SheetSnapshot } from '../snapshot';
import { type FigureCell, figureCells, isStale } from './figureCells';
import { figureIssue } from './figureIssues';
import { departmentFigures, type Figures, personFigures } from './figures';
import { type SummaryLayout, type SummaryRow, type SummaryTable, tableRows } from './layout';
import { ColumnReader } from './mergedText';
import type { Standing } from './people';

/** What a row of a summary comes to beside the scores. */
export interface RowLook {
  readonly issues: readonly Issue[];
  /** A figure is another one than was computed. */
  readonly isStale: boolean;
  /** A figure is computed, and nothing stands there. */
  readonly waits: boolean;
  /** What a fill that keeps formulas would do to the row: nothing, fill blank cells, or put another value in one. */
  readonly fill: 'nothing' | 'blanks' | 'replaces';
}

/** A summary as it was found. */
interface Found {
  readonly sheet: SheetSnapshot;
  readonly layout: SummaryLayout;
}

/** The looks of a table's rows, each good for as long as the same score belongs there. */
type Kept = Map<number, { readonly score: object; readonly look: RowLook }>;

/** A table is read once from a sheet that never changes: a look hangs on the score alone. */
const kept = new WeakMap<SummaryTable, Kept>();

/** Looks at all rows of the summaries that the details can speak about; again only at those whose score is another. */
export function rowLooks(
  scheme: Scheme,
  book: ScoreBook,
  found: readonly Found[],
  where: Standing,
): RowLook[] {
  return finished(rowLooksInSlices(scheme, book, found, where));
}

/** Rows that are looked at in one slice: a row has a dozen figures. */
const ROWS = 512;

/** The same in slices. */
export function* rowLooksInSlices(
  scheme: Scheme,
  book: ScoreBook,
  found: readonly Found[],
  where: Standing,
): Slices<RowLook[]> {
  const looks: RowLook[] = [];
  const template = book.persons[0];
  for (const { sheet, layout } of found) {
    const persons = new TableLooks(scheme, sheet, layout.persons);
    const standing = where.persons.get(layout)!;
    for (const row of tableRows(layout.persons)) {
      if (row.row % ROWS === 0) yield;
      const person = standing.get(row.row);
      if (person) looks.push(persons.at(row, person, true, personOf));
      else if (template && vocabularyOf(scheme).postOf(row.post) !== null)
        looks.push(persons.at(row, template, false, personOf));
    }
    if (!layout.departments) continue;
    const departments = new TableLooks(scheme, sheet, layout.departments);
    const named = where.departments.get(layout)!;
    for (const row of tableRows(layout.departments)) {
      if (row.row % ROWS === 0) yield;
      const department = named.get(row.row);
      if (department) looks.push(departments.at(row, department, true, departmentOf));
    }
  }
  return looks;
}

const personOf = (scheme: Scheme, person: PersonScore): Figures => personFigures(scheme, person);
const departmentOf = (scheme: Scheme, department: DepartmentScore): Figures =>
  departmentFigures(scheme, department);

class TableLooks {
  private readonly kept: Kept;
  private readonly readers = new Map<number, ColumnReader>();

  constructor(
    private readonly scheme: Scheme,
    private readonly sheet: SheetSnapshot,
    private readonly table: SummaryTable,
  ) {
    const own = kept.get(table) ?? new Map<number, never>();
    kept.set(table, own);
    this.kept = own;
  }

  /** `known` is false for a row of a stranger, where `score` only tells which figures there are. */
  at<Score extends object>(
    row: SummaryRow,
    score: Score,
    known: boolean,
    figuresOf: (scheme: Scheme, score: Score) => Figures,
  ): RowLook {
    const last = this.kept.get(row.row);
    if (last?.score === score) return last.look;
    const look = this.look(row, figuresOf(this.scheme, score), known);
    this.kept.set(row.row, { score, look });
    return look;
  }

  private look(row: SummaryRow, figures: Figures, known: boolean): RowLook {
    const { scheme } = this;
    const cells = figureCells(this.sheet, this.table, row, figures, known);
    const written = known ? cells.filter((cell) => this.isWritten(cell)) : [];
    const replaces = written.some(({ filled }) => filled !== '');
    return {
      issues: cells.flatMap((cell) => figureIssue(scheme, cell)),
      isStale: cells.some((cell) => isStale(scheme, cell)),
      waits: cells.some(
        ({ filled, computed, formula }) => filled === '' && computed !== '' && formula === null,
      ),
      fill: replaces ? 'replaces' : written.length > 0 ? 'blanks' : 'nothing',
    };
  }

  /** What `CellWrites` would write: no formula, no cell that a merged area covers, no value that stands there. */
  private isWritten({ cell, filled, computed, formula }: FigureCell): boolean {
    return formula === null && filled !== computed && !this.readerOf(cell.column).covered(cell.row);
  }

  private readerOf(column: number): ColumnReader {
    const known = this.readers.get(column) ?? new ColumnReader(this.sheet, column);
    this.readers.set(column, known);
    return known;
  }
}
