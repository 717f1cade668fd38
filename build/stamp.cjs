/** Notes beside the folder of a build what it was made with, so that others can tell whether they may use it. */
const { rmSync, writeFileSync } = require('node:fs');

/** Where the note of a folder lies. */
const stampOf = (folder) => `${folder}.built.json`;

/** @param {object} settings whatever else went into the build than the sources; a failed build leaves no note. */
function stamp(settings) {
  return {
    apply(compiler) {
      const place = stampOf(compiler.options.output.path);
      compiler.hooks.beforeRun.tap('stamp', () => rmSync(place, { force: true }));
      compiler.hooks.done.tap('stamp', (stats) => {
        if (!stats.hasErrors()) writeFileSync(place, JSON.stringify(settings));
      });
    },
  };
}

module.exports = { stamp, stampOf };
