/* global window, document, performance, PerformanceObserver, MutationObserver */
/**
 * Runs in every frame before anything else: notes long tasks of the frame itself and each movement of its progress, which
 * are those of the share that is done and those of the clock beside it.
 */
function watch() {
  const tasks = [];
  new PerformanceObserver((list) => {
    for (const { name, startTime, duration } of list.getEntries())
      if (name === 'self') tasks.push({ startTime, duration });
  }).observe({ type: 'longtask', buffered: true });

  const moves = { drawn: [], share: [] };
  const note = (list, shown) => {
    if (shown !== (list.at(-1)?.shown ?? '')) list.push({ at: performance.now(), shown });
  };
  const look = () => {
    const work = document.querySelector('[data-work]');
    const bar = work?.querySelector('[role=progressbar]');
    const share = bar ? `${bar.getAttribute('aria-valuenow')} ${bar.getAttribute('aria-label')}` : '';
    note(moves.share, share);
    note(moves.drawn, bar ? `${share} ${work.textContent}` : '');
  };
  new MutationObserver(look).observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    characterData: true,
  });

  /** The longest time (ms) since `from` in which work was shown and nothing moved. */
  const still = (list, from) => {
    const times = list.filter(({ at }) => at >= from);
    const waits = times
      .slice(1)
      .map(({ at }, index) => (times[index].shown === '' ? 0 : at - times[index].at));
    return Math.max(0, ...waits);
  };

  const buttonOf = (name) =>
    [...document.querySelectorAll('button')].find(({ textContent }) => textContent === name);

  let from = 0;
  window.benchWatch = {
    /**
     * Since the last call (ms): longest task, all long tasks together, longest time in which nothing moved, and in which the
     * share that is done stood still.
     */
    taken() {
      const now = performance.now();
      const mine = tasks.filter(({ startTime }) => startTime >= from);
      const found = {
        longest: Math.max(0, ...mine.map(({ duration }) => duration)),
        long: mine.reduce((sum, { duration }) => sum + duration, 0),
        still: still(moves.drawn, from),
        share: still(moves.share, from),
        moves: moves.share.filter(({ at }) => at >= from).length,
      };
      from = now;
      return found;
    },
    /** Milliseconds of long tasks so far. */
    busy: () => tasks.reduce((sum, { duration }) => sum + duration, 0),
    press: (name) => buttonOf(name).click(),
    /** Presses 取消 and waits until it is gone. */
    cancel: () =>
      new Promise((resolve) => {
        const button = buttonOf('取消');
        const start = performance.now();
        button.click();
        const gone = () => {
          if (document.querySelector('[role=progressbar]')) setTimeout(gone, 5);
          else resolve(performance.now() - start);
        };
        gone();
      }),
  };
}

module.exports = { watch };
