// The table that a benchmark prints: each figure, its floor or peer, the ratio, the goal.
const { keeps } = require('./figures.cjs');

function cells(figure, isShort) {
  if (figure.missing) return [figure.figure, '—', '—', '—', figure.missing];
  if (figure.free) return [figure.figure, figure.ours, figure.beside, figure.ratio.toFixed(2), '—'];
  const sign = figure.atLeast ? '≥' : '≤';
  const limit = isShort && !figure.atLeast ? figure.short : figure.most;
  const goal = `${sign} ${Number(limit.toPrecision(2))}(力求 ${Number(figure.aim.toPrecision(2))})`;
  const verdict = keeps(figure, isShort) ? '✓' : '✗';
  return [figure.figure, figure.ours, figure.beside, figure.ratio.toFixed(2), `${goal} ${verdict}`];
}

/** `isShort`: with the limits of the short form. */
function printTable(figures, isShort = false) {
  console.log('| 项目 | 本程序 | 对照 | 比值 | 目标 |\n| --- | --- | --- | --- | --- |');
  for (const figure of figures) console.log(`| ${cells(figure, isShort).join(' | ')} |`);
}

module.exports = { printTable };
