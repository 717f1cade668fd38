// What others take for the same figures. Peers are installed here, in a folder of their own under .cache: they are no
// packages of this project.
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { root } = require('../scripts/packages.cjs');

const folder = path.join(root, '.cache', 'bench-peers');
const VERSION = '3.5.0';
/** Installing takes a while on a slow line; then the peer is left out and the table says so. */
const PATIENCE_MS = 180_000;

function installed(name, version) {
  if (fs.existsSync(path.join(folder, 'node_modules', name))) return true;
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, 'package.json'), '{ "private": true }');
  const { status } = spawnSync('npm', ['install', '--no-audit', '--no-fund', `${name}@${version}`], {
    cwd: folder,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
    timeout: PATIENCE_MS,
  });
  return status === 0;
}

/** HyperFormula over `rows` households with the staff's formulas as SUMIFS: milliseconds, or why there are none. */
function hyperformula(rows) {
  if (!installed('hyperformula', VERSION)) return { rows, missing: 'hyperformula 装不上,没有对照' };
  const script = path.join(__dirname, 'hyperformula.cjs');
  const { status, stdout } = spawnSync(process.execPath, [script, folder, String(rows)], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 2],
  });
  return status === 0 ? { rows, ms: Number(stdout) } : { rows, missing: 'hyperformula 没有算完' };
}

module.exports = { hyperformula };
