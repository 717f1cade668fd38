// What the process of one frame has had its main thread do, from a trace of the browser.

/** Categories of the trace that are wanted. */
const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'toplevel', '__metadata'];

const isTask = ({ name, ph }) =>
  ph === 'X' && (name === 'RunTask' || name === 'ThreadControllerImpl::RunTask');

/** The id of the process of the frame whose address holds `part`. */
function processOf(events, part) {
  const frames = events.flatMap(({ name, args }) =>
    name === 'TracingStartedInBrowser'
      ? args.data.frames
      : name === 'FrameCommittedInBrowser'
        ? [args.data]
        : [],
  );
  const found = frames.find(({ url }) => url.includes(part))?.processId;
  if (found === undefined) throw new Error(`the trace knows no frame of ${part}`);
  return found;
}

/** Tasks that lie in none of the others. */
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

/** Milliseconds by the clock and of the processor of all tasks of the main thread of that frame's process, and the longest. */
function ownWork(buffer, part) {
  const events = JSON.parse(buffer.toString()).traceEvents;
  const id = processOf(events, part);
  const main = events.find(
    ({ name, args, pid }) => pid === id && name === 'thread_name' && args.name === 'CrRendererMain',
  );
  const tasks = outermost(
    events.filter((event) => isTask(event) && event.pid === id && event.tid === main.tid),
  );
  return {
    wall: tasks.reduce((sum, { dur }) => sum + dur, 0) / 1000,
    cpu: tasks.reduce((sum, { tdur = 0 }) => sum + tdur, 0) / 1000,
    longest: tasks.reduce((most, { dur }) => Math.max(most, dur), 0) / 1000,
  };
}

module.exports = { CATEGORIES, ownWork };
