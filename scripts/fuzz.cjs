// npm run fuzz [-- CASES [SEED]]: what tries random data, at length (2,000 damaged files; a new seed each day).
const { spawnSync } = require('node:child_process');
const path = require('node:path');

const root = path.resolve(__dirname, '..');
const [cases = '2000', seed = String(Math.floor(Date.now() / 86_400_000))] = process.argv.slice(2);
/** Tests that ask `atLength` how much to try. */
const AT_LENGTH = [
  'tests/fuzz',
  'tests/golden/(live|plainRows|whole)',
  'tests/cycle/rollup',
  'src/cycle/draw/draw',
  'src/hosts/file/read/readers',
];
const jest = path.join(root, 'node_modules', 'jest', 'bin', 'jest.js');
const { status } = spawnSync(
  process.execPath,
  [jest, ...AT_LENGTH, '--selectProjects', 'unit', '--runInBand'],
  {
    cwd: root,
    env: { ...process.env, FUZZ_CASES: cases, FUZZ_SEED: seed, AT_LENGTH: 'yes' },
    stdio: 'inherit',
  },
);
process.exitCode = status ?? 1;
