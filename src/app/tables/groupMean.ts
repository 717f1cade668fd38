import type Fraction from 'fraction.js';
import { type CellValue, type GroupMeanScheme, published } from '../../model';
import { groupMeans, halfUp, placesOf } from '../../scoring';
import type { Computed } from './outcome';
import type { TableReading } from './reading';

/** Units against the line, and those who lead them with the mean of the published scores of theirs. */
export function groupMean(reading: TableReading, scheme: GroupMeanScheme): Computed {
  const named = reading.rows.flatMap((row) => {
    const name = reading.nameAt(row, scheme.unit);
    return name === null ? [] : [[name, row] as const];
  });
  const nameless = reading.rows.length - named.length;
  const units = [...reading.unique(named, scheme.unit)].map(([name, row]) => {
    const own = named.find(([each]) => each === name)![1];
    const leaders = own
      .text(scheme.leader)
      .split(/[、,;/\s]+/)
      .filter((each) => each !== '');
    const score = row && reading.numberAt(row, scheme.score, scheme.maximum);
    return { name, leaders, score: score && halfUp(score, 2) };
  });
  const places = placesOf(units.map(({ score }) => score));
  // A row of nobody may belong to any leader.
  const led = groupMeans(units, ({ leaders }) => leaders, nameless > 0);
  const leaderPlaces = placesOf(led.map(({ score }) => score));
  const qualified = (score: Fraction | null): boolean | null => score && score.compare(scheme.line) >= 0;
  const departments = units.map(({ name, leaders, score }, index) => ({
    name,
    leaders,
    status: score ? 'scored' : 'unscored',
    score: published(score),
    rank: places[index] ?? null,
    qualified: qualified(score),
  }));
  const persons = led.map(({ name, members, score }, index) => ({
    name,
    role: scheme.words.leader,
    departments: members,
    status: score ? 'scored' : 'unscored',
    score: published(score),
    rank: leaderPlaces[index] ?? null,
    qualified: qualified(score),
  }));
  const word = (value: boolean | null): CellValue =>
    value === null ? scheme.words.unscored : value ? scheme.words.qualified : scheme.words.unqualified;
  const { result } = scheme;
  const title = reading.fieldName(scheme.unit);
  const tables = [
    {
      names: result,
      headers: [title, scheme.words.leader, scheme.words.score, scheme.words.rank, scheme.words.verdict],
      rows: departments.map((each) => [
        each.name,
        each.leaders.join('、'),
        each.score ?? '',
        each.rank ?? '',
        word(each.qualified),
      ]),
    },
    {
      names: {
        name: `${result.name}-${scheme.words.leader}`,
        title: `${result.title}(${scheme.words.leader})`,
      },
      headers: [
        scheme.words.leader,
        `所分管的${title}数`,
        scheme.words.mean,
        scheme.words.rank,
        scheme.words.verdict,
      ],
      rows: persons.map((each) => [
        each.name,
        each.departments,
        each.score ?? '',
        each.rank ?? '',
        word(each.qualified),
      ]),
    },
  ];
  const known = departments.filter(({ score }) => score !== null).length;
  return {
    tables: persons.length > 0 ? tables : tables.slice(0, 1),
    data: { line: scheme.line, persons, departments },
    known,
    unknown: departments.length - known,
  };
}
