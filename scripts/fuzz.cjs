// npm run fuzz [-- CASES [SEED]]: the fuzz test of tests/fuzz at length (2,000 cases; a new seed each day).
const { spawnSync } = require('node:child_process');
const path = require('node:path');

const root = path.resolve(__dirname, '..');
const [cases = '2000', seed = String(Math.floor(Date.now() / 86_400_000))] = process.argv.slice(2);
const jest = path.join(root, 'node_modules', 'jest', 'bin', 'jest.js');
const { status } = spawnSync(
  process.execPath,
  [jest, 'tests/fuzz', '--selectProjects', 'unit', '--runInBand'],
  {
    cwd: root,
    env: { ...process.env, FUZZ_CASES: cases, FUZZ_SEED: seed },
    stdio: 'inherit',
  },
);
process.exitCode = status ?? 1;
