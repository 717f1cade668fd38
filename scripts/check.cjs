// npm run check: every house rule, one after the other; a broken one does not hide the next.
const { spawnSync } = require('node:child_process');
const path = require('node:path');
const { ensurePackages, root } = require('./packages.cjs');

const bin = (name, file) => path.join(root, 'node_modules', name, file);
const steps = [
  ['types', bin('typescript', 'bin/tsc'), ['--noEmit']],
  ['lint', bin('eslint', 'bin/eslint.js'), ['.', '--max-warnings', '0']],
  ['format', bin('prettier', 'bin/prettier.cjs'), ['--check', '--log-level', 'warn', '.']],
  [
    'rooms',
    bin('dependency-cruiser', 'bin/dependency-cruise.mjs'),
    ['src', 'emulator', 'tests', '--config', '.dependency-cruiser.cjs'],
  ],
  ['unused', bin('knip', 'bin/knip.js'), []],
  ['licences', path.join(root, 'scripts/licences.cjs'), ['--check']],
  ['build', bin('webpack', 'bin/webpack.js'), ['--mode', 'production']],
  ['size', bin('size-limit', 'bin.js'), []],
  ['speed', path.join(root, 'bench', 'run.cjs'), ['--short']],
];

function run([name, program, args]) {
  const start = Date.now();
  const { status } = spawnSync(process.execPath, [program, ...args], { cwd: root, stdio: 'inherit' });
  console.log(`${status === 0 ? '✓' : '✗'} ${name} (${((Date.now() - start) / 1000).toFixed(1)} s)`);
  return status === 0;
}

ensurePackages();
const broken = steps.filter((step) => !run(step)).map(([name]) => name);
console.log(broken.length === 0 ? 'check: all rules kept' : `check: broken: ${broken.join(', ')}`);
process.exitCode = broken.length === 0 ? 0 : 1;
