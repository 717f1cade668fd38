import type Fraction from 'fraction.js';
import { type CellValue, type GroupMeanScheme, published } from '../../model';
import { groupMeans, halfUp, placesOf } from '../../scoring';
import type { Computed, ResultTable } from './outcome';
import type { TableReading } from './reading';

/** A unit or a leader, with the figure and what follows from it. */
interface Standing {
  readonly name: string;
  readonly status: 'scored' | 'unscored';
  readonly score: number | null;
  readonly rank: number | null;
  readonly qualified: boolean | null;
}

/** Units against the line, and those who lead them with the mean of the published scores of theirs. */
export function groupMean(reading: TableReading, scheme: GroupMeanScheme): Computed {
  const { units, hasNameless } = unitsOf(reading, scheme);
  // A row of nobody may belong to any leader.
  const led = groupMeans(units, ({ leaders }) => leaders, hasNameless);
  const departments = standings(units, scheme).map((each, index) => ({
    ...each,
    leaders: units[index]!.leaders,
  }));
  const persons = standings(led, scheme).map((each, index) => ({
    ...each,
    role: scheme.words.leader,
    departments: led[index]!.members,
  }));
  const known = departments.filter(({ score }) => score !== null).length;
  return {
    tables: tablesOf(reading, scheme, departments, persons),
    data: { line: scheme.line, persons, departments },
    known,
    unknown: departments.length - known,
  };
}

interface Unit {
  readonly name: string;
  readonly leaders: readonly string[];
  readonly score: Fraction | null;
}

function unitsOf(
  reading: TableReading,
  scheme: GroupMeanScheme,
): { readonly units: readonly Unit[]; readonly hasNameless: boolean } {
  const named = reading.rows.flatMap((row) => {
    const name = reading.nameAt(row, scheme.unit);
    return name === null ? [] : [[name, row] as const];
  });
  const units = [...reading.unique(named, scheme.unit)].map(([name, row]) => {
    const own = named.flatMap(([each, at]) => (each === name ? namesIn(at.text(scheme.leader)) : []));
    const leaders = [...new Set(own)];
    const score = row && reading.scoreAt(row, scheme.score, scheme.maximum);
    return { name, leaders, score: score && halfUp(score, 2) };
  });
  return { units, hasNameless: named.length < reading.rows.length };
}

/** Names of a cell that may hold several. A space stands inside a name (张 总) and parts none; a line break does. */
function namesIn(text: string): string[] {
  return text
    .split(/[、,，;；/／\n]/)
    .map((name) => name.replace(/\s/g, ''))
    .filter((name) => name !== '');
}

function standings(
  items: readonly { readonly name: string; readonly score: Fraction | null }[],
  { line }: GroupMeanScheme,
): readonly Standing[] {
  const places = placesOf(items.map(({ score }) => score));
  return items.map(({ name, score }, index) => ({
    name,
    status: score ? 'scored' : 'unscored',
    score: published(score),
    rank: places[index] ?? null,
    qualified: score && score.compare(line) >= 0,
  }));
}

function tablesOf(
  reading: TableReading,
  { words, result, unit }: GroupMeanScheme,
  departments: readonly (Standing & Pick<Unit, 'leaders'>)[],
  persons: readonly (Standing & { readonly departments: number })[],
): readonly ResultTable[] {
  const verdict = (value: boolean | null): CellValue =>
    value === null ? words.unscored : value ? words.qualified : words.unqualified;
  const figures = (each: Standing): CellValue[] => [
    each.score ?? '',
    each.rank ?? '',
    verdict(each.qualified),
  ];
  const title = reading.fieldName(unit);
  const own = {
    names: result,
    headers: [title, words.leader, words.score, words.rank, words.verdict],
    rows: departments.map((each) => [each.name, each.leaders.join('、'), ...figures(each)]),
    keys: 1,
  };
  if (persons.length === 0) return [own];
  const led = {
    names: { name: `${result.name}-${words.leader}`, title: `${result.title}(${words.leader})` },
    headers: [words.leader, `所分管的${title}数`, words.mean, words.rank, words.verdict],
    rows: persons.map((each) => [each.name, each.departments, ...figures(each)]),
    keys: 1,
  };
  return [own, led];
}
