import { type CellRef, type Measure, type MeasureRow, type RowSource, slotOf, type Who } from '../../model';

/** A figure in a row; made when somebody asks where it stands. */
class RowMeasure implements Measure {
  constructor(
    private readonly sheet: string,
    private readonly row: number,
    private readonly column: number,
    readonly field: string,
    readonly value: Measure['value'],
  ) {}

  get cell(): CellRef {
    return { sheet: this.sheet, row: this.row, column: this.column };
  }
}

type Value = Measure['value'] | undefined;

/** The figures of a sheet, a column a field; its rows read theirs from it. */
export class FigureTable {
  /** Slot of a field → its position among the columns; -1 for a field that the sheet does not have. */
  private readonly positions: readonly number[];
  /** By position, then by the row's place; `undefined` where the cell is blank or could not be read. */
  private readonly values: readonly Value[][];

  constructor(
    readonly source: RowSource,
    readonly section: string,
    readonly columns: readonly { readonly field: string; readonly column: number }[],
    /** Number of rows. */
    rows: number,
  ) {
    const slots = columns.map(({ field }) => slotOf(field));
    const positions = new Array<number>(Math.max(0, ...slots.map((slot) => slot + 1))).fill(-1);
    slots.forEach((slot, position) => (positions[slot] = position));
    this.positions = positions;
    this.values = columns.map(() => new Array<Value>(rows));
  }

  set(position: number, place: number, value: Value): void {
    this.values[position]![place] = value;
  }

  at(position: number, place: number): Value {
    return this.values[position]![place];
  }

  /** -1 for a field that the sheet does not have. */
  positionOf(slot: number): number {
    return slot < this.positions.length ? this.positions[slot]! : -1;
  }
}

/** A row of figures of a person; it is its own figures too, since there are thousands of them. */
export class FigureRow implements MeasureRow {
  constructor(
    private readonly table: FigureTable,
    /** Its place among the rows of the table. */
    private readonly place: number,
    readonly row: number,
    readonly who: Who,
    readonly broken: ReadonlySet<string>,
  ) {}

  get source(): RowSource {
    return this.table.source;
  }

  get section(): string {
    return this.table.section;
  }

  get nameColumn(): null {
    return null;
  }

  get faulty(): boolean {
    return this.broken.size > 0;
  }

  get measures(): this {
    return this;
  }

  get size(): number {
    const { table, place } = this;
    let filled = 0;
    for (let position = 0; position < table.columns.length; position++)
      if (table.at(position, place) !== undefined) filled += 1;
    return filled;
  }

  has(field: string): boolean {
    return this.valueAt(slotOf(field)) !== undefined;
  }

  *[Symbol.iterator](): Iterator<[string, Measure]> {
    for (let position = 0; position < this.table.columns.length; position++) {
      const figure = this.figure(position);
      if (figure) yield [figure.field, figure];
    }
  }

  get(field: string): Measure | undefined {
    return this.figure(this.table.positionOf(slotOf(field)));
  }

  valueAt(slot: number): Value {
    const position = this.table.positionOf(slot);
    return position < 0 ? undefined : this.table.at(position, this.place);
  }

  private figure(position: number): Measure | undefined {
    const { table, place } = this;
    const value = position < 0 ? undefined : table.at(position, place);
    if (value === undefined) return undefined;
    const { field, column } = table.columns[position]!;
    return new RowMeasure(table.source.sheet, this.row, column, field, value);
  }
}
