// Is what was built younger than what it was built from? Goes by file times: a few milliseconds for this project.
const fs = require('node:fs');
const path = require('node:path');

/** True where `output` exists and nothing under `sources` (files or folders, absolute) has changed since. */
function isFresh(output, sources) {
  const built = fs.statSync(output, { throwIfNoEntry: false })?.mtimeMs;
  return built !== undefined && sources.every((source) => newest(source) <= built);
}

/** Time of the youngest change in a file or folder; a folder's own time tells of files that were removed. */
function newest(file) {
  const stat = fs.statSync(file, { throwIfNoEntry: false });
  if (!stat) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  let time = stat.mtimeMs;
  for (const entry of fs.readdirSync(file, { withFileTypes: true })) {
    if (/\.test\.tsx?$/.test(entry.name)) continue;
    time = Math.max(time, newest(path.join(file, entry.name)));
  }
  return time;
}

module.exports = { isFresh };
