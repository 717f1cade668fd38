import type { CellRef, Measure, Measures } from '../../model';

/** One column of figures, shared by all of them. */
export interface FigureColumn {
  readonly sheet: string;
  readonly column: number;
  readonly field: string;
}

/** A figure in a row; where it stands is told when somebody asks. */
export class RowMeasure implements Measure {
  constructor(
    private readonly at: FigureColumn,
    private readonly row: number,
    readonly value: Measure['value'],
  ) {}

  get field(): string {
    return this.at.field;
  }

  get cell(): CellRef {
    return { sheet: this.at.sheet, row: this.row, column: this.at.column };
  }
}

/** The figures of a row by field id, without a map of its own for each row. */
export class RowMeasures implements Measures {
  readonly size: number;

  constructor(
    /** Field id → position; one for all rows of a sheet. */
    private readonly positions: ReadonlyMap<string, number>,
    /** By position; `null` where the cell is blank or could not be read. */
    private readonly figures: readonly (RowMeasure | null)[],
  ) {
    let filled = 0;
    for (const figure of figures) if (figure !== null) filled += 1;
    this.size = filled;
  }

  has(field: string): boolean {
    return this.get(field) !== undefined;
  }

  *[Symbol.iterator](): Iterator<[string, Measure]> {
    for (const figure of this.figures) if (figure !== null) yield [figure.field, figure];
  }

  get(field: string): Measure | undefined {
    const position = this.positions.get(field);
    return position === undefined ? undefined : (this.figures[position] ?? undefined);
  }
}
