// node bench/fill/run.cjs [--rows 1200,25000,300000] [--runs 5]
// `fill` beside its peers alone; the full `npm run bench` shows it too. Exit status 1 where a ratio that must hold does not.
const { buildCli } = require('../../scripts/build.cjs');
const { fillFigures, keeps } = require('../figures.cjs');
const { printTable } = require('../table.cjs');
const { compare } = require('./compare.cjs');

function option(name, standard) {
  const at = process.argv.indexOf(name);
  return at < 0 ? standard : process.argv[at + 1];
}

const runs = Number(option('--runs', '5'));
const cli = buildCli();
const figures = option('--rows', '1200,25000,300000')
  .split(',')
  .flatMap((rows) => fillFigures(compare(Number(rows), runs, cli)));
printTable(figures);
process.exitCode = figures.every((figure) => keeps(figure, false)) ? 0 : 1;
