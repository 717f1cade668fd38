import { bookWith, SUMMARY } from './book';
import { course, HOSTS, type Seen } from './course';

const names = [
  ['全部得分', `${SUMMARY}!$K$4:$K$22`],
  ['合计户数', `'${SUMMARY}'!$E$23`],
  ['首位', `${SUMMARY}!$C$4`],
  ['整列', `${SUMMARY}!$K:$K`],
  ['各部', `${SUMMARY}!$A$26:$C$28`],
  ['一部分', `${SUMMARY}!$K$10:$K$22`],
  ['连表头', `${SUMMARY}!$A$3:$P$22`],
  ['算出来的', `SUM(${SUMMARY}!$K$4:$K$22)`],
]
  .map(([name, formula]) => `<definedName name="${name}">${formula}</definedName>`)
  .join('');

/** Formulas of the roster's sheet, in its row 30. */
const formulas = [
  `SUM(${SUMMARY}!K4:K22)`,
  `'${SUMMARY}'!E23`,
  `${SUMMARY}!$C$22&amp;"!A1"`,
  `SUM(${SUMMARY}!K4:K9)`,
  `AVERAGE(全部得分)`,
  `INDEX(${SUMMARY}!A:P,5,3)`,
];

const rosterRow = `<row r="30">${formulas
  .map((formula, at) => `<c r="${'ABCDEF'[at]}30"><f>${formula}</f><v>0</v></c>`)
  .join('')}</row>`;

/** Without the name of the sheet, which hosts quote or not. */
function plain(formula: string | null): string {
  return (formula ?? '').replaceAll(`'${SUMMARY}'!`, '').replaceAll(`${SUMMARY}!`, '').slice(1);
}

function look({ book }: Seen) {
  return [
    ...book.names.map(({ formula }) => plain(formula)),
    ...formulas.map((_, column) => plain(book.sheets[0]!.cell(29, column).formula)),
  ];
}

/**
 * All scores as names over all rows and a formula have them, the total, and the last of those who stood there: what ends
 * with that one is about some of the persons, or computed in a name, and goes on meaning the same.
 */
function expected(total: number, all: number, last: number): string[] {
  const own = [
    `$K$4:$K$${all}`,
    `$E$${total}`,
    '$C$4',
    '$K:$K',
    `$A$${total + 3}:$C$${total + 5}`,
    `$K$10:$K$${last}`,
    `$A$3:$P$${all}`,
    `SUM($K$4:$K$${last})`,
  ];
  const others = ['SUM(K4:K9)', 'AVERAGE(全部得分)', 'INDEX(A:P,5,3)'];
  return [...own, `SUM(K4:K${all})`, `E${total}`, `$C$${last}&"!A1"`, ...others];
}

describe.each(HOSTS)('in %s', (_name, open) => {
  test('names and formulas of other sheets go on meaning the same; those over all persons take in the new ones', async () => {
    const stages = await course(open, bookWith({ names, rosterRow }), look);
    expect(stages.before).toEqual(expected(23, 22, 22));
    expect(stages.filled).toEqual(expected(25, 24, 22));
    expect(stages.cut).toEqual(expected(24, 23, 21));
    expect(stages.again).toEqual(expected(25, 24, 21));
    for (const stage of [stages.undone, stages.marked, stages.unmarked]) expect(stage).toEqual(stages.cut);
  });
});
