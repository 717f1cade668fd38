// node bench/collect/run.cjs [--cities 450] [--households 600] [--jobs 2]
// `collect` over that many cities' workbooks (three visited rows a household: 600 are 1,800 rows), made once under
// .cache/bench, without and with --parquet: seconds of the clock and of the processor, and the peak of memory.
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { buildCli } = require('../../scripts/build.cjs');
const { root } = require('../../scripts/packages.cjs');

function option(name, standard) {
  const at = process.argv.indexOf(name);
  return at < 0 ? standard : Number(process.argv[at + 1]);
}

const cities = option('--cities', 450);
const households = option('--households', 600);
const jobs = option('--jobs', 2);
const work = path.join(root, '.cache', 'bench', `collect-${cities}-${households}`);
const peak = path.join(work, 'peak.json');

function must(args, env = {}) {
  const { status, stderr } = spawnSync(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
    maxBuffer: 2 ** 26,
  });
  if (status !== 0) throw new Error(`${args.join(' ')}: ${stderr}`);
}

/** The workbooks, made where they are not there yet. */
function workbooks() {
  const folder = path.join(work, 'workbooks');
  if (fs.existsSync(folder)) return folder;
  const webpack = path.join(root, 'node_modules', 'webpack', 'bin', 'webpack.js');
  must([webpack, '--mode', 'production', '--config', path.join(root, 'bench', 'webpack.config.cjs')]);
  const waiting = `${folder}.tmp`;
  fs.rmSync(waiting, { recursive: true, force: true });
  must([path.join(root, 'dist', 'bench', 'collect-write.js'), waiting, String(cities), String(households)]);
  fs.renameSync(waiting, folder);
  return folder;
}

function measure(what, more) {
  const out = path.join(work, 'out.xlsx');
  const begin = process.hrtime.bigint();
  const args = ['collect', folder, '--out', out, '--units', 'file', '--jobs', String(jobs), ...more];
  must(['--require', path.join(root, 'bench', 'fill', 'peak.cjs'), cli, ...args], { PEAK_FILE: peak });
  const wall = Number(process.hrtime.bigint() - begin) / 1e9;
  const { cpu, memory } = JSON.parse(fs.readFileSync(peak, 'utf8'));
  const size = fs.statSync(out).size / 2 ** 20;
  const figures = [wall, cpu / 1000, memory, size].map((figure) => figure.toFixed(0));
  console.log(`| ${[what, ...figures].join(' | ')} |`);
}

const folder = workbooks();
const cli = buildCli();
console.log(`| ${cities} × ${households * 3} 行,--jobs ${jobs} | 秒 | 处理器秒 | 内存峰值 MiB | 输出 MiB |`);
console.log('| --- | --- | --- | --- | --- |');
measure('collect', []);
measure('collect --parquet', ['--parquet', path.join(work, 'tables')]);
