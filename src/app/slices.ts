import type { Slices } from '../model';

/** So long the page is not given back: shorter than what a person notices, with room for a slow machine. */
const BUDGET_MS = 16;

/** How slices are run. */
export interface SliceOptions {
  readonly signal?: AbortSignal;
  /** Lets others run; left out: the next turn of the event loop. */
  readonly pause?: () => Promise<void>;
  /** Gets the share of `expected` slices that are done, 0 to 1, each time others had their turn. */
  readonly onProgress?: (share: number) => void;
}

/** What a read takes of the time until there is a result, as far as a progress bar is concerned; the rest is scoring. */
const READING = 0.6;

/** Progress of a read and of the scoring after it, as one. */
export function inTwoParts(onProgress: (share: number) => void): {
  readonly reading: (share: number) => void;
  readonly scoring: (share: number) => void;
} {
  return {
    reading: (share) => onProgress(share * READING),
    scoring: (share) => onProgress(READING + share * (1 - READING)),
  };
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

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
    onProgress?.(Math.min(1, done / expected));
    since = performance.now();
  }
}
