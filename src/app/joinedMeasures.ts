import { figureAt, type Measure, type Measures } from '../model';

/** The figures of two rows, or of more that were joined before; the later row wins. */
export class JoinedMeasures implements Measures {
  constructor(
    private readonly earlier: Measures,
    private readonly later: Measures,
  ) {}

  has(field: string): boolean {
    return this.later.has(field) || this.earlier.has(field);
  }

  *[Symbol.iterator](): Iterator<[string, Measure]> {
    yield* new Map([...this.earlier, ...this.later]);
  }

  get(field: string): Measure | undefined {
    return this.later.get(field) ?? this.earlier.get(field);
  }

  valueAt(slot: number): Measure['value'] | undefined {
    return figureAt(this.later, slot) ?? figureAt(this.earlier, slot);
  }
}
