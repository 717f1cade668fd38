// npm run check: every house rule; a broken one does not hide the next.
// Two lanes, since a rule uses one processor; what measures time comes last and alone.
const { spawn } = require('node:child_process');
const path = require('node:path');
const { ensurePackages, root } = require('./packages.cjs');

const bin = (name, file) => path.join(root, 'node_modules', name, file);
const lanes = [
  [
    ['lint', bin('eslint', 'bin/eslint.js'), ['.', '--max-warnings', '0']],
    [
      'rooms',
      bin('dependency-cruiser', 'bin/dependency-cruise.mjs'),
      ['src', 'emulator', 'tests', '--config', '.dependency-cruiser.cjs'],
    ],
    ['format', bin('prettier', 'bin/prettier.cjs'), ['--check', '--log-level', 'warn', '.']],
  ],
  [
    ['build', bin('webpack', 'bin/webpack.js'), ['--mode', 'production']],
    ['size', bin('size-limit', 'bin.js'), []],
    ['types', bin('typescript', 'bin/tsc'), ['--noEmit']],
    ['unused', bin('knip', 'bin/knip.js'), []],
    ['licences', path.join(root, 'scripts/licences.cjs'), ['--check']],
    // Built here: `npm test` after it finds the page, and would build it with one processor idle.
    ['demo page', '-e', [`require(${JSON.stringify(path.join(root, 'scripts/build.cjs'))}).buildPage()`]],
    // Built here, so that what is measured at the end, alone, need not wait for it.
    ['benchmark', path.join(root, 'bench', 'run.cjs'), ['--build']],
  ],
];
const alone = [['speed', path.join(root, 'bench', 'run.cjs'), ['--short']]];

/** Runs one rule; what it prints comes in one piece, so that two lanes do not mix. Resolves to its name if broken. */
function run([name, program, args]) {
  const start = Date.now();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [program, ...args], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const output = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => output.push(chunk));
    child.on('close', (status) => {
      process.stdout.write(Buffer.concat(output));
      console.log(`${status === 0 ? '✓' : '✗'} ${name} (${((Date.now() - start) / 1000).toFixed(1)} s)`);
      resolve(status === 0 ? [] : [name]);
    });
  });
}

async function runLane(steps) {
  const broken = [];
  for (const step of steps) broken.push(...(await run(step)));
  return broken;
}

async function main() {
  ensurePackages();
  const broken = [...(await Promise.all(lanes.map(runLane))).flat(), ...(await runLane(alone))];
  console.log(broken.length === 0 ? 'check: all rules kept' : `check: broken: ${broken.join(', ')}`);
  process.exitCode = broken.length === 0 ? 0 : 1;
}

void main();
