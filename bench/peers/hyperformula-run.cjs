// node hyperformula-run.cjs FOLDER ROWS: median milliseconds that HyperFormula takes to build and calculate a sheet of
// ROWS households and a summary of the staff's formulas (SUMIFS over the totals: it has no AVERAGEIFS).
const { createRequire } = require('node:module');
const { performance } = require('node:perf_hooks');
const path = require('node:path');
const { details, SCORE, summary } = require('./staff.cjs');

const [folder, count] = process.argv.slice(2);
const { HyperFormula } = createRequire(path.join(folder, 'package.json'))('hyperformula');
const rows = Number(count);
// Half a second each, where the engine beside it needs more of its short ones (bench/engine.ts).
const WARM_UPS = Math.max(3, Math.min(60, Math.ceil(200_000 / rows)));
const ROUNDS = 9;

const sheets = {
  D: details(rows),
  S: summary(rows, (totals, who, count) => `SUMIFS(${totals},${who})/${count}`),
};
const times = [];
for (let round = 0; round < WARM_UPS + ROUNDS; round++) {
  const start = performance.now();
  const engine = HyperFormula.buildFromSheets(sheets, { licenseKey: 'gpl-v3' });
  const score = engine.getCellValue({ sheet: engine.getSheetId('S'), row: 0, col: SCORE });
  times.push(performance.now() - start);
  if (typeof score !== 'number') throw new Error(`no score: ${JSON.stringify(score)}`);
  engine.destroy();
}
console.log(times.slice(WARM_UPS).sort((one, other) => one - other)[Math.floor(ROUNDS / 2)]);
