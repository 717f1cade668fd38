// The sheets as staff calculate them today: visited households with their total in a formula, and a summary with the
// mean of each person's totals. Twelve rules, ten households a person, twelve persons a department; about one cell of a
// rule in seventeen holds a point. Both peers calculate these same two formulas a person and one a household.
const HOUSEHOLDS = 10;
const MEMBERS = 12;
const RULES = 'GHIJKLMNOPQR'.split('');

const department = (person) => `部门${Math.floor(person / MEMBERS)}`;

/** Rows of the detail sheet without a header: columns B and C say who, G to R hold the points, S the total. */
function details(rows) {
  return Array.from({ length: rows }, (_, row) => {
    const person = Math.floor(row / HOUSEHOLDS);
    const points = RULES.map((_, rule) => ((row * 7 + rule * 3) % 17 === 0 ? 1 : null));
    const who = [department(person), `人员${person}`];
    return [row + 1, ...who, `客户${row}`, '', 39_500, ...points, `=SUM(G${row + 1}:R${row + 1})`];
  });
}

/** Rows of the summary: department, person, number of households, score; `mean` writes the mean of the totals. */
function summary(rows, mean) {
  return Array.from({ length: rows / HOUSEHOLDS }, (_, person) => {
    const line = person + 1;
    const who = `D!$B$1:$B$${rows},A${line},D!$C$1:$C$${rows},B${line}`;
    const score = `=MAX(0,20-${mean(`D!$S$1:$S$${rows}`, who, `C${line}`)})`;
    return [department(person), `人员${person}`, `=COUNTIFS(${who})`, score];
  });
}

/** 0-based column of the score in the summary. */
const SCORE = 3;

module.exports = { details, summary, SCORE };
