// node hyperformula.cjs FOLDER ROWS: median milliseconds that HyperFormula takes to build and calculate a sheet of
// ROWS households and a summary of the staff's formulas (SUMIFS over the rule columns, it has no AVERAGEIFS).
const { createRequire } = require('node:module');
const { performance } = require('node:perf_hooks');
const path = require('node:path');

const [folder, count] = process.argv.slice(2);
const { HyperFormula } = createRequire(path.join(folder, 'package.json'))('hyperformula');
const rows = Number(count);
const HOUSEHOLDS = 10;
const RULES = 'GHIJKLMNOPQR'.split('');
const ROUNDS = 5;

const details = Array.from({ length: rows }, (_, row) => {
  const person = Math.floor(row / HOUSEHOLDS);
  const points = RULES.map((_, rule) => ((row * 7 + rule * 3) % 17 === 0 ? 1 : null));
  return [row + 1, `部门${Math.floor(person / 12)}`, `人员${person}`, `客户${row}`, '', 39_500, ...points];
});
const summary = Array.from({ length: rows / HOUSEHOLDS }, (_, person) => {
  const line = person + 1;
  const who = `D!$B$1:$B$${rows},A${line},D!$C$1:$C$${rows},B${line}`;
  const sums = RULES.map((column) => `=SUMIFS(D!$${column}$1:$${column}$${rows},${who})`);
  const score = `=MAX(0,20-SUM(D${line}:O${line})/C${line})`;
  return [`部门${Math.floor(person / 12)}`, `人员${person}`, `=COUNTIFS(${who})`, ...sums, score];
});

const times = [];
for (let round = 0; round < ROUNDS; round++) {
  const start = performance.now();
  const sheets = { D: details, S: summary };
  const engine = HyperFormula.buildFromSheets(sheets, { licenseKey: 'gpl-v3' });
  const score = engine.getCellValue({ sheet: engine.getSheetId('S'), row: 0, col: 15 });
  times.push(performance.now() - start);
  if (typeof score !== 'number') throw new Error(`no score: ${JSON.stringify(score)}`);
  engine.destroy();
}
console.log(times.sort((one, other) => one - other)[Math.floor(ROUNDS / 2)]);
