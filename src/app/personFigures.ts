import type { FigureStore, FigureTable, Measure, MeasureRow, Measures } from '../model';

/** The rows of figures of one section. */
interface SectionRows {
  readonly id: string;
  /** By person; at most one of each. */
  readonly rows: (MeasureRow | undefined)[];
  readonly tables: Set<FigureTable>;
}

/**
 * Whose the rows of figures are: one of each section for a person. Where sections share a field, the one that came up later
 * wins.
 */
export class FiguresByPerson implements FigureStore {
  /** In the order in which they came up. */
  private readonly sections: SectionRows[] = [];
  private last: SectionRows | null = null;

  /** `people`: one more than the largest number of a person. */
  constructor(private readonly people: number) {}

  /** Adds a row; where the person has one of its section already, that one is returned and stays. */
  add(row: MeasureRow, person: number): MeasureRow | null {
    const { rows, tables } = this.sectionOf(row.section);
    const before = rows[person];
    if (before !== undefined) return before;
    rows[person] = row;
    tables.add(row.figures);
    return null;
  }

  private sectionOf(id: string): SectionRows {
    if (this.last !== null && this.last.id === id) return this.last;
    let section = this.sections.find((each) => each.id === id);
    if (!section) {
      section = { id, rows: new Array<MeasureRow | undefined>(this.people), tables: new Set() };
      this.sections.push(section);
    }
    return (this.last = section);
  }

  /** Whether somebody has a row of a section. */
  has(section: string, person: number): boolean {
    return this.sections.find(({ id }) => id === section)?.rows[person] !== undefined;
  }

  of(person: number): Measures {
    return new PersonFigures(this, person);
  }

  /** All rows of somebody, the one that wins first. */
  rowsOf(person: number): readonly MeasureRow[] {
    return this.sections.flatMap(({ rows }) => rows[person] ?? []).reverse();
  }

  valueAt(person: number, slot: number): Measure['value'] | undefined {
    let found: Measure['value'] | undefined;
    for (const { rows } of this.sections) {
      const row = rows[person];
      const position = row === undefined ? -1 : row.figures.positionOf(slot);
      if (position >= 0) found = row!.figures.at(position, row!.place) ?? found;
    }
    return found;
  }

  copy(slot: number, numbers: Int32Array, upper: Float64Array, lower: Float64Array): void {
    upper.fill(NaN);
    lower.fill(0);
    for (const { rows, tables } of this.sections)
      if ([...tables].some((table) => table.partsOf(slot) !== null))
        copyOf(rows, slot, numbers, upper, lower);
  }
}

function copyOf(
  rows: readonly (MeasureRow | undefined)[],
  slot: number,
  numbers: Int32Array,
  upper: Float64Array,
  lower: Float64Array,
): void {
  let table: FigureTable | null = null;
  let parts: ReturnType<FigureTable['partsOf']> = null;
  for (let at = 0; at < numbers.length; at++) {
    const row = rows[numbers[at]!];
    if (row === undefined) continue;
    if (row.figures !== table) parts = (table = row.figures).partsOf(slot);
    const below = parts === null ? 0 : parts.lower[row.place]!;
    if (below === 0) continue;
    upper[at] = below > 0 ? parts!.upper[row.place]! : NaN;
    lower[at] = below > 0 ? below : NaN;
  }
}

/** The figures of one person. */
class PersonFigures implements Measures {
  constructor(
    readonly store: FiguresByPerson,
    readonly number: number,
  ) {}

  has(field: string): boolean {
    return this.get(field) !== undefined;
  }

  get(field: string): Measure | undefined {
    for (const { measures } of this.store.rowsOf(this.number)) {
      const own = measures.get(field);
      if (own) return own;
    }
    return undefined;
  }

  *[Symbol.iterator](): Iterator<[string, Measure]> {
    const rows = [...this.store.rowsOf(this.number)].reverse();
    yield* new Map(rows.flatMap(({ measures }) => [...measures]));
  }

  valueAt(slot: number): Measure['value'] | undefined {
    return this.store.valueAt(this.number, slot);
  }
}
