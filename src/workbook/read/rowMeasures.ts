import { type CellRef, type Measure, type Measures, slotOf } from '../../model';

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

/** Where the figures of a sheet stand; one for all its rows. */
export class FigureColumns {
  /** Slot of a field → its position among the columns; -1 for a field that the sheet does not have. */
  readonly positions: readonly number[];

  constructor(
    readonly sheet: string,
    readonly columns: readonly { readonly field: string; readonly column: number }[],
  ) {
    const slots = columns.map(({ field }) => slotOf(field));
    const positions = new Array<number>(Math.max(0, ...slots.map((slot) => slot + 1))).fill(-1);
    slots.forEach((slot, position) => (positions[slot] = position));
    this.positions = positions;
  }

  /** -1 for a field that the sheet does not have. */
  positionOf(field: string): number {
    return this.positions[slotOf(field)] ?? -1;
  }
}

/** The figures of a row, without an object of its own for each of them. */
export class RowMeasures implements Measures {
  readonly size: number;

  constructor(
    private readonly at: FigureColumns,
    private readonly row: number,
    /** By position; `undefined` where the cell is blank or could not be read. */
    private readonly values: readonly (Measure['value'] | undefined)[],
  ) {
    let filled = 0;
    for (let position = 0; position < values.length; position++)
      if (values[position] !== undefined) filled += 1;
    this.size = filled;
  }

  has(field: string): boolean {
    return this.valueAt(slotOf(field)) !== undefined;
  }

  *[Symbol.iterator](): Iterator<[string, Measure]> {
    for (let position = 0; position < this.values.length; position++) {
      const figure = this.figure(position);
      if (figure) yield [figure.field, figure];
    }
  }

  get(field: string): Measure | undefined {
    return this.figure(this.at.positionOf(field));
  }

  valueAt(slot: number): Measure['value'] | undefined {
    const { positions } = this.at;
    if (slot >= positions.length) return undefined;
    const position = positions[slot]!;
    return position < 0 ? undefined : this.values[position];
  }

  private figure(position: number): Measure | undefined {
    const value = position < 0 ? undefined : this.values[position];
    if (value === undefined) return undefined;
    const { field, column } = this.at.columns[position]!;
    return new RowMeasure(this.at.sheet, this.row, column, field, value);
  }
}
