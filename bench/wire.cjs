// What goes over the wire: round trips and bytes as the tests of them count, and the size of the first view's script. They
// are the same on every machine.
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { gzipSync } = require('node:zlib');
const { buildPane } = require('../scripts/build.cjs');
const { root } = require('../scripts/packages.cjs');

const bin = (...parts) => path.join(root, 'node_modules', ...parts);

/** One line a test: `{ name, trips }` or `{ name, bytes, json }`; `null` where the tests did not pass. */
function wire() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'service-score-wire-'));
  const report = path.join(folder, 'wire.jsonl');
  const words = ['--selectProjects', 'unit', '--testPathPatterns', 'tests/contract/roundTrips'];
  const { status } = spawnSync(process.execPath, [bin('jest', 'bin', 'jest.js'), ...words], {
    cwd: root,
    stdio: ['ignore', 'ignore', 2],
    env: { ...process.env, WIRE_REPORT: report },
  });
  const lines = status === 0 ? fs.readFileSync(report, 'utf8').trim().split('\n') : null;
  fs.rmSync(folder, { recursive: true });
  return lines && lines.map((line) => JSON.parse(line));
}

/** Most bytes of the first view's script, as `npm run size` holds it: `.size-limit.json`. */
function limitOfFirstView() {
  const [{ limit }] = JSON.parse(fs.readFileSync(path.join(root, '.size-limit.json'), 'utf8'));
  return parseFloat(limit) * 1_000;
}

/** Bytes of the first view's script, packed by gzip, and how many it may have. The pane is built where it is not. */
function firstView() {
  const folder = buildPane();
  const scripts = fs.readdirSync(folder).filter((name) => /^taskpane.*\.js$/.test(name));
  const packed = scripts.map(
    (name) => gzipSync(fs.readFileSync(path.join(folder, name)), { level: 9 }).length,
  );
  return { size: packed.reduce((sum, bytes) => sum + bytes, 0), sizeLimit: limitOfFirstView() };
}

module.exports = { firstView, wire };
