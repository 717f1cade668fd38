/**
 * A long computation in slices: it pauses after each, so that whoever runs it can show how far it is, answer the user,
 * or stop. It is the same computation whether it runs in one go or not.
 */
export type Slices<Result> = Generator<void, Result, void>;

/** Rows that are looked at in one slice: a few milliseconds. */
export const SLICE_ROWS = 4_096;

/** Whether a slice of rows ends with this one, 0-based. */
export function endsSlice(index: number): boolean {
  return index % SLICE_ROWS === SLICE_ROWS - 1;
}

/** Runs all slices in one go. */
export function finished<Result>(work: Slices<Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
