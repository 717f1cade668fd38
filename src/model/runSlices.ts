import type { Slices } from './slices';

/** So long the page is not given back: shorter than what a person notices, with room for a slow machine. */
const BUDGET_MS = 16;

/** How slices are run. */
export interface SliceOptions {
  readonly signal?: AbortSignal;
  /** Lets others run; left out: the next turn of the event loop. */
  readonly pause?: () => Promise<void>;
  /** Gets the share that is done, 0 to 1, each time others had their turn. */
  readonly onProgress?: (share: number) => void;
}

/** The next turn of the event loop: whatever waits for the page has it first. */
export const nextTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/**
 * Runs slices, giving the event loop its turn between them. Rejects with the signal's reason once it is aborted.
 * `expected` is about how many there are, for progress.
 */
export async function runSlices<Result>(
  work: Slices<Result>,
  { signal, pause = nextTurn, onProgress }: SliceOptions = {},
  expected = Infinity,
): Promise<Result> {
  let since = performance.now();
  for (let done = 1; ; done += 1) {
    const step = work.next();
    if (step.done) return step.value;
    if (performance.now() - since < BUDGET_MS) continue;
    await pause();
    signal?.throwIfAborted();
    onProgress?.(shareOf(done, expected));
    since = performance.now();
  }
}

/** How many slices there are is a guess: the share slows down towards its end instead of standing still at it. */
function shareOf(done: number, expected: number): number {
  const guess = done / expected;
  return guess <= 0.5 ? guess : 1 - 0.25 / guess;
}
