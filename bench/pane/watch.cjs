/* global window, document, performance, PerformanceObserver, MutationObserver */
/** Runs in every frame before anything else: notes long tasks of the frame itself and each movement of its progress. */
function watch() {
  const tasks = [];
  new PerformanceObserver((list) => {
    for (const { name, startTime, duration } of list.getEntries())
      if (name === 'self') tasks.push({ startTime, duration });
  }).observe({ type: 'longtask', buffered: true });

  const moves = [];
  let last = '';
  const look = () => {
    const bar = document.querySelector('[role=progressbar]');
    const now = bar ? `${bar.getAttribute('aria-valuenow')} ${bar.getAttribute('aria-label')}` : '';
    if (now !== last) moves.push({ at: performance.now(), shown: now });
    last = now;
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true });

  let from = 0;
  window.benchWatch = {
    /** Since the last call: longest task, all long tasks together, longest time in which progress stood still (ms). */
    taken() {
      const now = performance.now();
      const mine = tasks.filter(({ startTime }) => startTime >= from);
      const times = moves.filter(({ at }) => at >= from);
      const still = times
        .slice(1)
        .map(({ at }, index) => (times[index].shown === '' ? 0 : at - times[index].at));
      from = now;
      return {
        longest: Math.max(0, ...mine.map(({ duration }) => duration)),
        long: mine.reduce((sum, { duration }) => sum + duration, 0),
        still: Math.max(0, ...still),
        moves: times.length,
      };
    },
    /** Milliseconds of long tasks so far. */
    busy: () => tasks.reduce((sum, { duration }) => sum + duration, 0),
    /** Presses 取消 and waits until it is gone. */
    cancel: () =>
      new Promise((resolve) => {
        const button = [...document.querySelectorAll('button')].find(
          ({ textContent }) => textContent === '取消',
        );
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
