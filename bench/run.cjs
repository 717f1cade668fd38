// npm run bench [-- --short | --build]: one table with each figure, its floor or peer, the ratio and the goal; or no more
// than the build of what is measured.
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { isFresh } = require('../scripts/freshness.cjs');
const { ensurePackages, root } = require('../scripts/packages.cjs');
const { buildCli } = require('../scripts/build.cjs');
const {
  engineFigures,
  fillFigures,
  firstViewFigure,
  keeps,
  largeReadFigure,
  paneFigures,
  peerFigure,
  wireFigures,
} = require('./figures.cjs');
const { compare } = require('./fill/compare.cjs');
const { printTable } = require('./table.cjs');
const { hyperformula } = require('./peers/hyperformula.cjs');
const { libreoffice } = require('./peers/libreoffice.cjs');
const { firstView, wire } = require('./wire.cjs');

const isShort = process.argv.includes('--short');
const bundle = path.join(root, 'dist', 'bench', 'engine.js');

function build() {
  if (isFresh(bundle, [path.join(root, 'src'), path.join(root, 'bench')])) return;
  const webpack = path.join(root, 'node_modules', 'webpack', 'bin', 'webpack.js');
  const config = path.join(root, 'bench', 'webpack.config.cjs');
  const { status } = spawnSync(process.execPath, [webpack, '--mode', 'production', '--config', config], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) process.exit(1);
  fs.utimesSync(bundle, new Date(), new Date());
}

/** Medians of the engine, one process a size, so that no size inherits the other's heap. */
function measure(rows) {
  const { status, stdout } = spawnSync(
    process.execPath,
    ['--expose-gc', bundle, String(rows), ...(isShort ? ['--short'] : [])],
    {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 2],
    },
  );
  if (status !== 0) process.exit(1);
  return JSON.parse(stdout);
}

/**
 * The engine and a peer in turn, and of the turns the one with the median ratio: a machine that is shared has quick and slow
 * minutes, in which both take up to twice as long.
 */
function inTurn(name, peer, { rows, turns }, goals) {
  const figures = [];
  for (let turn = 0; turn < turns; turn++) {
    figures.push(peerFigure(name, peer(rows), measure(rows).again, goals));
    if (figures[0].missing) return figures[0];
  }
  const known = figures.filter(({ missing }) => !missing).sort((one, other) => one.ratio - other.ratio);
  return known[Math.floor(known.length / 2)];
}

/** The pane in a browser; what is missing where there is none, or the run did not come to its end. */
function measurePane(rows) {
  const script = path.join(root, 'bench', 'pane', 'run.cjs');
  const { status, stdout } = spawnSync(process.execPath, [script, String(rows)], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 2],
  });
  return status === 0 ? JSON.parse(stdout.trim().split('\n').at(-1)) : { missing: '浏览器里没有量成' };
}

ensurePackages();
build();
if (process.argv.includes('--build')) process.exit(0);
/** Rows, and how often `fill` and its peer take turns. */
const FILLS = [
  [1_200, 5],
  [25_000, 5],
  [300_000, 3],
];
/** The short form looks for a mistake that makes everything slow, not for milliseconds. */
const sizes = (isShort ? [25_000] : [25_000, 300_000]).map(measure);
const figures = engineFigures(sizes);
if (!isShort) {
  figures.push(
    inTurn('HyperFormula(SUMIFS)', hyperformula, { rows: 1_200, turns: 3 }, { most: 100, aim: 300 }),
    inTurn('LibreOffice 重算', libreoffice, { rows: 1_200, turns: 5 }, { most: 10, aim: 30 }),
    inTurn('LibreOffice 重算', libreoffice, { rows: 25_000, turns: 3 }, { most: 250, aim: 800 }),
  );
  const panes = sizes.map(({ rows }) => measurePane(rows));
  panes.forEach((pane, at) => figures.push(...paneFigures(pane, sizes[at])));
  figures.push(largeReadFigure(panes[0], panes.at(-1), sizes.at(-1)));
  figures.push(...wireFigures(wire()), firstViewFigure(firstView()));
  const cli = buildCli();
  for (const [rows, runs] of FILLS) figures.push(...fillFigures(compare(rows, runs, cli)));
}
printTable(figures, isShort);
process.exitCode = figures.every((figure) => keeps(figure, isShort)) ? 0 : 1;
