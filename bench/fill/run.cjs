// node bench/fill/run.cjs [--rows 1200,25000,300000] [--runs 5]
// The command line's `fill` as a whole process, beside its peer in the same run: an exceljs script that does the same
// (1,200 and 25,000 rows), the reader library's reading alone (300,000). Medians; ours and theirs take turns.
// Ratios decide; milliseconds are those of this machine. Exit status 1 where a ratio that must hold does not.
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { buildCli } = require('../../scripts/build.cjs');
const { write } = require('./workbook.cjs');

const root = path.resolve(__dirname, '../..');
const folder = path.join(root, '.cache', 'bench');
const peers = path.join(folder, 'peers');
const EXCELJS = '4.4.0';

/** What must hold, as a share of the peer; `memory` in MiB where it is no share. */
const GOALS = {
  1200: { peer: 'exceljs', wall: 0.7 },
  25000: { peer: 'exceljs', wall: 0.5, memoryShare: 0.5 },
  300000: { peer: 'sheetjs', wall: 1.3, memory: 2048 },
};

function option(name, standard) {
  const at = process.argv.indexOf(name);
  return at < 0 ? standard : process.argv[at + 1];
}

/** exceljs in a folder of its own; it is no package of this project. */
function exceljs() {
  const at = path.join(peers, 'node_modules', 'exceljs');
  if (!fs.existsSync(at)) {
    fs.mkdirSync(peers, { recursive: true });
    fs.writeFileSync(path.join(peers, 'package.json'), '{ "private": true }\n');
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    const done = spawnSync(npm, ['install', '--no-audit', '--no-fund', `exceljs@${EXCELJS}`], {
      cwd: peers,
      stdio: ['ignore', 2, 2],
    });
    if (done.status !== 0) throw new Error('exceljs could not be installed');
  }
  return at;
}

function workbook(rows) {
  const file = path.join(folder, `city-${rows}.xlsx`);
  fs.mkdirSync(folder, { recursive: true });
  if (!fs.existsSync(file)) write(rows, file);
  return file;
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

function compare(rows, runs, cli) {
  const file = workbook(rows);
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

/** One line a comparison; `holds` where every ratio that must is kept. */
function judge({ rows, goal, ours, theirs }) {
  const ratio = {
    wall: ours.wall / theirs.wall,
    cpu: ours.cpu / theirs.cpu,
    memory: ours.memory / theirs.memory,
  };
  const holds =
    ratio.wall <= goal.wall &&
    (goal.memoryShare === undefined || ratio.memory <= goal.memoryShare) &&
    (goal.memory === undefined || ours.memory < goal.memory);
  return { rows, peer: goal.peer, ours, theirs, ratio, goal, holds };
}

function line({ rows, peer, ours, theirs, ratio, goal, holds }) {
  const figures = (of) =>
    `${Math.round(of.wall)} ms, processor ${Math.round(of.cpu)} ms, ${Math.round(of.memory)} MiB`;
  const must = [
    `wall ≤ ${goal.wall}`,
    goal.memoryShare && `memory ≤ ${goal.memoryShare}`,
    goal.memory && `memory < ${goal.memory} MiB`,
  ]
    .filter(Boolean)
    .join(', ');
  return `fill ${rows} rows: ${figures(ours)} | ${peer}: ${figures(theirs)} | wall ${ratio.wall.toFixed(2)}, processor ${ratio.cpu.toFixed(2)}, memory ${ratio.memory.toFixed(2)} | must: ${must} | ${holds ? 'holds' : 'MISSED'}`;
}

const runs = Number(option('--runs', '5'));
const cli = buildCli();
const results = option('--rows', '1200,25000,300000')
  .split(',')
  .map((rows) => judge(compare(Number(rows), runs, cli)));
results.forEach((result) => console.log(line(result)));
fs.writeFileSync(path.join(folder, 'fill.json'), `${JSON.stringify(results, null, 2)}\n`);
if (results.some(({ holds }) => !holds)) process.exitCode = 1;
