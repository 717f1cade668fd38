/** Longest time (ms) for which the page may be too busy for what can wait. */
const LONGEST = 2_000;
/** Where the browser does not tell when it is idle: so long (ms) others have the page. */
const BREATH = 50;

/** The next time the page has nothing better to do. */
export function idle(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof window.requestIdleCallback === 'function')
      window.requestIdleCallback(() => resolve(), { timeout: LONGEST });
    else setTimeout(resolve, BREATH);
  });
}
