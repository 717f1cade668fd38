import type { Slices } from '../model';

/** So long the page is not given back: shorter than what a person notices, with room for a slow machine. */
const BUDGET_MS = 16;

/** How slices are run. */
export interface SliceOptions {
  readonly signal?: AbortSignal;
  /** Lets others run; left out: the next turn of the event loop. */
  readonly pause?: () => Promise<void>;
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** Runs slices, giving the event loop its turn between them. Rejects with the signal's reason once it is aborted. */
export async function runSlices<Result>(
  work: Slices<Result>,
  { signal, pause = nextTurn }: SliceOptions = {},
): Promise<Result> {
  let since = performance.now();
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    if (performance.now() - since < BUDGET_MS) continue;
    await pause();
    signal?.throwIfAborted();
    since = performance.now();
  }
}
