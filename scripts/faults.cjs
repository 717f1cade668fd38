// npm run faults [-- 名称 ...]: at every request of a whole run everything goes wrong that can; prints what is left whole.
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { ensurePackages, root } = require('./packages.cjs');

/** What each operation came to; a run that ended early has fewer. */
function reports(file) {
  if (!fs.existsSync(file)) return [];
  const lines = fs.readFileSync(file, 'utf8').split('\n');
  return lines.filter(Boolean).map((line) => JSON.parse(line));
}

function print(list) {
  const sum = (pick) => list.reduce((total, one) => total + pick(one), 0);
  for (const { operation, requests, injected, whole, broken, told } of list) {
    console.log(`${operation}:请求 ${requests} 次,注入故障 ${injected} 个,工作簿完整 ${whole} 次`);
    for (const each of broken) console.log(`  ✗ ${each}`);
    for (const each of told) console.log(`  ! ${each}`);
  }
  const totals = [sum((one) => one.requests), sum((one) => one.injected), sum((one) => one.whole)];
  console.log(`合计:请求 ${totals[0]} 次,注入故障 ${totals[1]} 个,工作簿完整 ${totals[2]} 次`);
}

/** One process for each operation: every fault gets an Excel of its own, and that much memory is best given back at once. */
function run(operation, file) {
  return passes('tests/faults/faults', { FAULTS_REPORT: file, FAULTS_ONLY: operation });
}

function passes(tests, more) {
  const jest = path.join(root, 'node_modules', 'jest', 'bin', 'jest.js');
  const options = [tests, '--selectProjects', 'unit', '--runInBand', '--silent'];
  const { status } = spawnSync(process.execPath, [jest, ...options], {
    cwd: root,
    env: { ...process.env, FAULTS: 'full', ...more },
    stdio: ['inherit', 'ignore', 'ignore'],
  });
  return status === 0;
}

function names() {
  require('../tests/fixtures/typescript.cjs');
  return require('../tests/faults/operations.ts').OPERATIONS.map(({ name }) => name);
}

ensurePackages();
const wanted = process.argv.slice(2);
const file = path.join(root, '.cache', 'faults.jsonl');
fs.mkdirSync(path.dirname(file), { recursive: true });
fs.rmSync(file, { force: true });
const done = (wanted.length > 0 ? wanted : names()).map((operation) => run(operation, file));
const list = reports(file);
print(list);
// The pane closed after each request; part of the whole run alone.
const isClosedWell = wanted.length > 0 || passes('tests/faults/closed', {});
if (wanted.length === 0) console.log(`窗格中途关闭:${isClosedWell ? '通过' : '没有通过'}`);
const isWhole = list.length === done.length && list.every(({ broken }) => broken.length === 0);
process.exitCode = done.every(Boolean) && isWhole && isClosedWell ? 0 : 1;
