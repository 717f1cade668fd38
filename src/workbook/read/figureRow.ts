import {
  type CellRef,
  type FigureTable,
  type Measure,
  type MeasureRow,
  type RowSource,
  slotOf,
  type Who,
} from '../../model';

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

/** What the rows of figures of a sheet share. */
export interface FigureSheet {
  readonly source: RowSource;
  readonly section: string;
  readonly figures: FigureTable;
  /** Rows of the sheet by place, 0-based. */
  readonly rows: Int32Array;
  /** By place: the fields whose cell holds something unreadable, where there are such. */
  readonly broken: ReadonlyMap<number, ReadonlySet<string>>;
}

const NOTHING_BROKEN: ReadonlySet<string> = new Set();

/** A row of figures of a person; it is its own figures too, since there are thousands of them. */
export class FigureRow implements MeasureRow {
  constructor(
    private readonly sheet: FigureSheet,
    readonly place: number,
    readonly who: Who,
  ) {}

  get row(): number {
    return this.sheet.rows[this.place]!;
  }

  get broken(): ReadonlySet<string> {
    return this.sheet.broken.get(this.place) ?? NOTHING_BROKEN;
  }

  get source(): RowSource {
    return this.sheet.source;
  }

  get section(): string {
    return this.sheet.section;
  }

  get figures(): FigureTable {
    return this.sheet.figures;
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

  has(field: string): boolean {
    return this.valueAt(slotOf(field)) !== undefined;
  }

  *[Symbol.iterator](): Iterator<[string, Measure]> {
    for (let position = 0; position < this.figures.columns.length; position++) {
      const figure = this.figure(position);
      if (figure) yield [figure.field, figure];
    }
  }

  get(field: string): Measure | undefined {
    return this.figure(this.figures.positionOf(slotOf(field)));
  }

  valueAt(slot: number): Measure['value'] | undefined {
    const position = this.figures.positionOf(slot);
    return position < 0 ? undefined : this.figures.at(position, this.place);
  }

  private figure(position: number): Measure | undefined {
    const value = position < 0 ? undefined : this.figures.at(position, this.place);
    if (value === undefined) return undefined;
    const { field, column } = this.figures.columns[position]!;
    return new RowMeasure(this.source.sheet, this.row, column, field, value);
  }
}
