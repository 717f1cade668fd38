// HyperFormula beside the engine; it is installed by the benchmark.
const { spawnSync } = require('node:child_process');
const path = require('node:path');
const { folder, installed } = require('./install.cjs');

const VERSION = '3.5.0';

/** Milliseconds over `rows` households with the staff's formulas as SUMIFS, or why there are none. */
function hyperformula(rows) {
  if (!installed('hyperformula', VERSION)) return { rows, missing: 'hyperformula 装不上,没有对照' };
  const script = path.join(__dirname, 'hyperformula-run.cjs');
  const { status, stdout } = spawnSync(process.execPath, [script, folder, String(rows)], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 2],
  });
  return status === 0 ? { rows, ms: Number(stdout) } : { rows, missing: 'hyperformula 没有算完' };
}

module.exports = { hyperformula };
