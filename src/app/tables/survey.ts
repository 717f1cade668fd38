import Fraction from 'fraction.js';
import { type CellValue, makeIssue, published, type SurveyScheme, type TableField } from '../../model';
import { groupMeans } from '../../scoring';
import { readNumber } from '../../workbook/read/values/number';
import type { TableRow } from '../../workbook/tables';
import type { Computed } from './outcome';
import type { TableReading } from './reading';

/** An answer: its points, `null` where it is not known, left out where none was given. */
interface Answer {
  readonly person: string;
  readonly aspect: string;
  readonly score: Fraction | null;
}

/** Means a person and an aspect, under the points that the owner has entered for the levels. */
export function survey(reading: TableReading, scheme: SurveyScheme): Computed {
  const levels = levelsInForce(reading, scheme);
  const cards = new Map<string, number>();
  const answers: Answer[] = [];
  let nameless = false;
  for (const row of reading.rows) {
    const person = reading.nameAt(row, scheme.person);
    nameless ||= person === null;
    if (person === null) continue;
    cards.set(person, (cards.get(person) ?? 0) + 1);
    for (const aspect of scheme.aspects) {
      const score = answerAt(reading, scheme, row, aspect, levels);
      if (score !== undefined) answers.push({ person, aspect, score });
    }
  }
  const meanOf = (own: readonly Answer[]): Fraction | null =>
    groupMeans(own, () => [''], nameless || levels === null)[0]?.score ?? null;
  const persons = [...cards].map(([name, count]) => {
    const own = answers.filter(({ person }) => person === name);
    const aspects = scheme.aspects.map(
      (aspect) => [aspect, meanOf(own.filter((each) => each.aspect === aspect))] as const,
    );
    return { name, cards: count, aspects, mean: meanOf(own) };
  });
  const all = scheme.aspects.map((aspect) => meanOf(answers.filter((each) => each.aspect === aspect)));
  const shown = (value: Fraction | null): CellValue => published(value) ?? scheme.words.unknown;
  const titles = scheme.aspects.map((aspect) => `${reading.fieldName(aspect)}${scheme.words.mean}`);
  const rows = persons.map((each): CellValue[] => [
    each.name,
    each.cards,
    ...each.aspects.map(([, value]) => shown(value)),
    shown(each.mean),
  ]);
  const known = persons.filter(({ mean }) => mean !== null).length;
  return {
    tables: [
      {
        names: scheme.result,
        headers: [reading.fieldName(scheme.person), '卡数', ...titles, `各项${scheme.words.mean}`],
        rows,
        keys: 1,
      },
    ],
    data: {
      levels: levels && Object.fromEntries([...levels].map(([word, points]) => [word, published(points)])),
      persons: persons.map(({ name, cards: count, aspects, mean }) => ({
        name,
        cards: count,
        aspects: Object.fromEntries(aspects.map(([aspect, value]) => [aspect, published(value)])),
        score: published(mean),
      })),
      aspects: Object.fromEntries(
        scheme.aspects.map((aspect, index) => [aspect, published(all[index] ?? null)]),
      ),
    },
    known,
    unknown: persons.length - known,
  };
}

/** Points of an answer; `undefined` where none was given, `null` (with an issue) where it cannot be told. */
function answerAt(
  reading: TableReading,
  scheme: SurveyScheme,
  row: TableRow,
  aspect: string,
  levels: ReadonlyMap<string, Fraction> | null,
): Fraction | null | undefined {
  const text = row.text(aspect).replace(/\s/g, '');
  if (scheme.noAnswer.includes(text)) return undefined;
  if (levels === null) return null;
  const points = levels.get(text);
  if (points !== undefined) return points;
  const words = [...levels.keys()].join('、');
  const what = text === '' ? '是空的' : `写的是“${text}”,不是哪一个程度`;
  reading.report(
    row,
    aspect,
    text === '' ? 'missing-input' : 'code-unknown',
    {
      received: text,
      expected: words,
      message: `“${reading.fieldName(aspect)}”${what}。可以写:${words};客户没有填的写“${scheme.noAnswer[0]!}”。`,
    },
    scheme.clause,
  );
  return null;
}

/** The points of the rules, or those of the sheet of levels; where both say something they must say the same. */
function levelsInForce(reading: TableReading, scheme: SurveyScheme): ReadonlyMap<string, Fraction> | null {
  const { levelPoints } = scheme;
  if (!levelPoints) return levelsOf(reading, scheme);
  const own = new Map(
    Object.entries(levelPoints).map(([level, points]) => [level, new Fraction(String(points))]),
  );
  const { points } = scheme.levels;
  const entered = reading.enteredIn(scheme.levels.sheet, levelFields(scheme), 'points');
  if (entered === null) return null;
  if (entered.length === 0) return own;
  const levels = levelsOf(reading, scheme);
  if (levels === null) return null;
  if ([...own].every(([level, value]) => levels.get(level)?.equals(value) === true)) return own;
  reading.report(entered[0]!, 'points', 'scheme-invalid', {
    received: entered[0]!.text('points'),
    expected: '和评分标准表一样',
    message: `这里的${points}和评分标准表不一样。请改成一样的,或把这里的${points}清空。`,
  });
  return null;
}

function levelFields({ levels: { level, points } }: SurveyScheme): readonly TableField[] {
  return [
    { id: 'level', name: level, synonyms: [] },
    { id: 'points', name: points, synonyms: [] },
  ];
}

/** The points of the levels; `null` (with issues at their cells) where the owner has not entered all of them. */
function levelsOf(reading: TableReading, scheme: SurveyScheme): ReadonlyMap<string, Fraction> | null {
  const { sheet, level, suggested } = scheme.levels;
  const { rows } = reading.table(sheet, levelFields(scheme));
  if (rows.length === 0) return null;
  const levels = new Map<string, Fraction>();
  const before = reading.issues.length;
  const refuse = (row: TableRow, field: string, expected: string, message: string): void => {
    const received = row.text(field);
    reading.issues.push(makeIssue('scheme-invalid', { cell: row.cell(field), received, expected, message }));
  };
  for (const row of rows) {
    const word = row.text('level').replace(/\s/g, '');
    const read = readNumber(row.value('points'));
    if (word === '') refuse(row, 'level', level, `第 ${row.row + 1} 行没有写${level}。`);
    else if (levels.has(word)) refuse(row, 'level', '每个程度一行', `“${word}”写了两次。请只留一行。`);
    else if (read.kind === 'blank') {
      refuse(
        row,
        'points',
        '不小于 0 的数',
        `“${word}”的分值是空的。办法没有规定分值,请由本单位填写;填写前不计算。`,
      );
    } else if (read.kind === 'unreadable' || read.sign !== 'none' || read.value < 0) {
      refuse(row, 'points', '不小于 0 的数', `“${word}”的分值写的是“${row.text('points')}”,不是分数。`);
    } else levels.set(word, new Fraction(String(read.value)));
  }
  if (reading.issues.length > before) return null;
  if (levels.size === suggested.length) return levels;
  refuse(
    rows.at(-1)!,
    'level',
    `${suggested.length} 个程度`,
    `满意程度应有 ${suggested.length} 个,现在是 ${levels.size} 个。`,
  );
  return null;
}
