import type { Measure, Measures } from '../model';

/** The figures of several rows; a later row wins. */
export class JoinedMeasures implements Measures {
  constructor(private readonly rows: readonly Measures[]) {}

  has(field: string): boolean {
    return this.rows.some((row) => row.has(field));
  }

  *[Symbol.iterator](): Iterator<[string, Measure]> {
    yield* new Map(this.rows.flatMap((row) => [...row]));
  }

  get(field: string): Measure | undefined {
    for (let at = this.rows.length - 1; at >= 0; at--) {
      const found = this.rows[at]!.get(field);
      if (found) return found;
    }
    return undefined;
  }
}
