// What one frame of a page has cost the main thread, from a trace of the browser: the page and its frames share the thread.

/** Categories of the trace that are wanted. */
const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'toplevel', '__metadata'];

const frameOf = ({ args }) => args?.data?.frame ?? args?.beginData?.frame ?? args?.frame ?? null;
const isTask = ({ name, ph }) =>
  ph === 'X' && (name === 'RunTask' || name === 'ThreadControllerImpl::RunTask');

/** The id of the frame whose address holds `part`. */
function frameId(events, part) {
  const frames = events.flatMap(({ name, args }) =>
    name === 'TracingStartedInBrowser'
      ? args.data.frames
      : name === 'FrameCommittedInBrowser'
        ? [args.data]
        : [],
  );
  return frames.find(({ url }) => url.includes(part))?.frame ?? null;
}

/** Durations of events that lie in none of the others. */
function outermost(events) {
  let end = 0;
  return [...events]
    .sort((one, other) => one.ts - other.ts || other.dur - one.dur)
    .filter(({ ts, dur }) => {
      if (ts < end) return false;
      end = ts + dur;
      return true;
    });
}

/**
 * Milliseconds by the clock and of the processor of all tasks in which the frame ran or was drawn. A task that served other
 * frames too counts with the frame's own events alone.
 */
function ownWork(buffer, part) {
  const events = JSON.parse(buffer.toString()).traceEvents;
  const id = frameId(events, part);
  const mains = events.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain');
  const threads = new Set(mains.map(({ pid, tid }) => `${pid}:${tid}`));
  const timed = events
    .filter(({ ph, pid, tid }) => ph === 'X' && threads.has(`${pid}:${tid}`))
    .sort((one, other) => one.ts - other.ts);
  const total = { wall: 0, cpu: 0, longest: 0 };
  let at = 0;
  for (const task of outermost(timed.filter(isTask))) {
    const inside = [];
    while (at < timed.length && timed[at].ts < task.ts) at += 1;
    for (; at < timed.length && timed[at].ts < task.ts + task.dur; at += 1) inside.push(timed[at]);
    const named = inside.filter((event) => frameOf(event) !== null);
    const own = named.filter((event) => frameOf(event) === id);
    if (own.length === 0) continue;
    const counted = own.length === named.length ? [task] : outermost(own);
    const wall = counted.reduce((sum, { dur }) => sum + dur, 0) / 1000;
    total.wall += wall;
    total.cpu += counted.reduce((sum, { tdur = 0 }) => sum + tdur, 0) / 1000;
    total.longest = Math.max(total.longest, wall);
  }
  if (total.wall === 0) throw new Error('the trace tells of no work of the frame');
  return total;
}

module.exports = { CATEGORIES, ownWork };
