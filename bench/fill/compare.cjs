// The command line's `fill` as a whole process, beside its peer in the same run: an exceljs script that does the same
// (1,200 and 25,000 rows), the reader library's reading alone (300,000). Medians; ours and theirs take turns.
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { installed, folder: peers } = require('../peers/install.cjs');
const { cityFile } = require('./workbook.cjs');

const root = path.resolve(__dirname, '../..');
const folder = path.join(root, '.cache', 'bench');
const EXCELJS = '4.4.0';

/** What must hold, as a share of the peer; `memory` in MiB where it is no share. */
const GOALS = {
  1200: { peer: 'exceljs', wall: 0.7, aim: 0.7 },
  25000: { peer: 'exceljs', wall: 0.5, aim: 0.25, memoryShare: 0.5 },
  300000: { peer: 'sheetjs', wall: 1.3, aim: 1.1, memory: 2048 },
};

/** exceljs as the benchmark installs it; it is no package of this project. Throws where it cannot be had. */
function exceljs() {
  if (!installed('exceljs', EXCELJS)) throw new Error('exceljs could not be installed');
  return path.join(peers, 'node_modules', 'exceljs');
}

/** Milliseconds on the clock and of the processor, memory in MiB. Throws where the process fails. */
function measure(args, env = {}) {
  const peak = path.join(folder, 'peak.json');
  fs.rmSync(peak, { force: true });
  const begin = process.hrtime.bigint();
  const done = spawnSync(process.execPath, ['--require', path.join(__dirname, 'peak.cjs'), ...args], {
    cwd: root,
    env: { ...process.env, PEAK_FILE: peak, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
    maxBuffer: 2 ** 26,
  });
  const wall = Number(process.hrtime.bigint() - begin) / 1e6;
  if (done.status !== 0) throw new Error(`${args.join(' ')}: ${done.stderr}`);
  return { wall, ...JSON.parse(fs.readFileSync(peak, 'utf8')) };
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const medians = (runs) =>
  Object.fromEntries(['wall', 'cpu', 'memory'].map((key) => [key, median(runs.map((run) => run[key]))]));

/** Medians of both over a workbook of `rows` households. */
function compare(rows, runs, cli) {
  const file = cityFile(rows);
  const out = path.join(folder, 'out.xlsx');
  const goal = GOALS[rows];
  const peer =
    goal.peer === 'exceljs'
      ? [path.join(__dirname, 'exceljs.cjs'), file, out]
      : [path.join(__dirname, 'sheetjs.cjs'), file];
  const env =
    goal.peer === 'exceljs' ? { EXCELJS: exceljs() } : { NODE_OPTIONS: '--max-old-space-size=8192' };
  const ours = [];
  const theirs = [];
  for (let run = 0; run < runs; run++) {
    ours.push(measure([cli, 'fill', file, '--out', out]));
    theirs.push(measure(peer, env));
  }
  return { rows, goal, ours: medians(ours), theirs: medians(theirs) };
}

module.exports = { compare, GOALS };
