import { type CellValue, isInArea } from '../../model';
import { serialOf } from '../read/values/date';
import { deductionWords } from '../read/values/deduction';
import { compact } from '../read/values/text';
import type { SheetLayout } from '../recognise/layout';
import type { Recognition } from '../recognise/recognise';
import { cellKey, type SheetSnapshot, type Snapshot, valueAt } from '../snapshot';
import { filledDown } from './fillDown';
import { Habits } from './habits';
import { type Place, placeRows } from './place';
import { type TableRows, tableRows } from './tableRows';

/** Format of a date where the cell has none of its own. */
const DATE_FORMAT = 'yyyy-mm-dd';

/** Serial of the first day of the 1904 system in the 1900 system. */
const START_1904 = serialOf(1904, 1, 1);

/** What a row is to say, by 0-based column. */
export interface RowValues {
  /** What was entered. A cell that holds something else is never written over. */
  readonly own: ReadonlyMap<number, CellValue>;
  /** Running numbers and totals: written where the sheet is kept like that, a formula of the staff's goes on. */
  readonly kept: ReadonlyMap<number, CellValue>;
}

/** A cell that is written; rows are those after the insertion. */
export interface PlannedCell {
  readonly row: number;
  readonly column: number;
  readonly before: CellValue;
  readonly after: CellValue;
  /** Formula that is written in place of the value it gives, with its `=`; `null` for a value. */
  readonly formula: string | null;
}

/** What is written into one sheet. */
export interface SheetPlan {
  readonly sheet: SheetSnapshot;
  readonly place: Place;
  /** The rows that were written, after the insertion. */
  readonly rows: readonly number[];
  readonly cells: readonly PlannedCell[];
  readonly formats: readonly { readonly row: number; readonly column: number; readonly format: string }[];
}

/** One sheet while a visit is put into it. */
export class SheetWork {
  readonly rows: TableRows;
  readonly habits: Habits;
  private readonly nothing: ReadonlySet<string>;

  constructor(
    private readonly snapshot: Snapshot,
    readonly recognition: Recognition,
    readonly layout: SheetLayout,
  ) {
    this.rows = tableRows(snapshot, recognition, layout);
    this.habits = new Habits(layout, recognition.vocabulary, this.rows);
    this.nothing = deductionWords(recognition.vocabulary.scheme.words).nothing;
  }

  column(field: string): number | undefined {
    return this.layout.fields.get(field)?.column;
  }

  /** A day as the workbook counts it. */
  serial(date: number): number {
    return this.snapshot.date1904 ? date - START_1904 : date;
  }

  /** Writes into a row that stands there and waits to be filled in. */
  into(row: number, values: RowValues): SheetPlan {
    const place: Place = { free: [row], insertion: null, run: null };
    return this.planOf(place, [row], [values]);
  }

  /** Writes new rows below the data. */
  below(department: string, values: readonly RowValues[]): SheetPlan {
    const suits = (row: number): boolean => values.every(({ own }) => this.suits(row, own));
    const place = placeRows(this.layout, this.rows, { count: values.length, department, suits });
    const { free, insertion } = place;
    const inserted = Array.from({ length: insertion?.count ?? 0 }, (_, index) => insertion!.row + index);
    return this.planOf(place, [...free, ...inserted], values);
  }

  /** A row that is not data may be taken where it is open, or says already what it is to say. */
  private suits(row: number, own: RowValues['own']): boolean {
    for (const [column, value] of own) {
      const anchor = this.anchor(row, column);
      if (this.layout.sheet.formulas.has(cellKey(anchor.row, anchor.column))) return false;
      const there = valueAt(this.layout.sheet, anchor.row, anchor.column);
      const same = compact(String(there)) === compact(String(value));
      const covered = anchor.row !== row || anchor.column !== column;
      if (!same && (covered || !this.isOpen(there))) return false;
    }
    return true;
  }

  private isOpen(value: CellValue): boolean {
    return value === '' || value === 0 || this.nothing.has(compact(String(value)));
  }

  private anchor(row: number, column: number): { row: number; column: number } {
    const area = this.layout.sheet.merges.find((each) => isInArea(each, row, column));
    return area ? { row: area.top, column: area.left } : { row, column };
  }

  private planOf(place: Place, rows: readonly number[], values: readonly RowValues[]): SheetPlan {
    const cells = rows.flatMap((row, at) => this.cellsOf(row, isInserted(place, row), values[at]!, at));
    return { sheet: this.layout.sheet, place, rows, cells, formats: this.formatsOf(place, cells) };
  }

  private cellsOf(row: number, inserted: boolean, { own, kept }: RowValues, at: number): PlannedCell[] {
    const cells: PlannedCell[] = [];
    const before = (column: number): CellValue => (inserted ? '' : valueAt(this.layout.sheet, row, column));
    const isFixed = (column: number): boolean => {
      if (inserted) return false;
      const anchor = this.anchor(row, column);
      const covered = anchor.row !== row || anchor.column !== column;
      return covered || this.layout.sheet.formulas.has(cellKey(row, column));
    };
    for (const [column, value] of own) {
      if (isFixed(column) || before(column) === value) continue;
      cells.push({ row, column, before: before(column), after: value, formula: null });
    }
    for (const [column, value] of kept) {
      if (isFixed(column)) continue;
      const cell = this.keptCell(row, column, value, at, before(column));
      if (cell) cells.push(cell);
    }
    return cells;
  }

  /** A running number that stands in a prepared row stays; a total is what the row comes to. */
  private keptCell(
    row: number,
    column: number,
    value: CellValue,
    at: number,
    before: CellValue,
  ): PlannedCell | null {
    const isNumbering = column === this.column('sequence');
    if (isNumbering ? before !== '' : before === value) return null;
    const formula = this.habits.formula(column);
    if (formula) {
      const text = filledDown(formula.text, row - formula.row);
      return text === null ? null : { row, column, before, after: value, formula: text };
    }
    if (isNumbering) {
      const highest = this.habits.highest(column);
      return highest === null ? null : { row, column, before, after: highest + 1 + at, formula: null };
    }
    return this.habits.fills(column) || before !== ''
      ? { row, column, before, after: value, formula: null }
      : null;
  }

  /** A date that would be shown as a number gets a format. */
  private formatsOf(place: Place, cells: readonly PlannedCell[]): SheetPlan['formats'] {
    const date = this.column('date');
    return cells.flatMap(({ row, column, after }) => {
      if (column !== date || typeof after !== 'number') return [];
      const home = isInserted(place, row) ? place.insertion!.formatOf : row;
      const format = this.layout.sheet.formats.get(cellKey(home, column)) ?? '';
      return /[yd年日]/i.test(format) ? [] : [{ row, column, format: DATE_FORMAT }];
    });
  }
}

function isInserted({ insertion }: Place, row: number): boolean {
  return insertion !== null && row >= insertion.row && row < insertion.row + insertion.count;
}
