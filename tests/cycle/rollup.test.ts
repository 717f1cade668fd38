import { readFileSync } from 'node:fs';
import path from 'node:path';
import { dice } from '../../bench/city';
import { sheetColumns } from '../../src/cycle/collect/columns';
import { EntryTables } from '../../src/cycle/collect/tables/entries';
import { personsTable } from '../../src/cycle/collect/tables/schema';
import { ParquetFolder } from '../../src/hosts/file/parquet/parquetFolder';
import type { CellValue } from '../../src/model';
import { yinchuan2008 } from '../../src/schemes';
import { atLength } from '../fixtures/atLength';
import { commandLine } from '../fixtures/commandLine';
import { query } from '../fixtures/parquet';

/** The nation of rulebook §5: households drawn, each seen by three posts; a tenth in the short form. */
const HOUSEHOLDS = atLength(27_350, 273_500);
const CITIES = 451;
const PROVINCES = 33;
/** Households that one person visits. */
const PER_PERSON = 10;

jest.setTimeout(300_000);

const scheme = yinchuan2008();
const { at } = commandLine('nation');
const page = readFileSync(path.join(__dirname, '../../docs/scale.md'), 'utf8');

/** A statement of docs/scale.md, by the name in its first line. */
function statement(name: string): string {
  const found = new RegExp(`\`\`\`sql\n-- ${name}\n([^\`]+)\`\`\``).exec(page);
  if (!found) throw new Error(`docs/scale.md has no statement ${name}`);
  return found[1]!;
}

interface Sum {
  persons: number;
  scored: number;
  /** In hundredths. */
  score: number;
  qualified: number;
}

interface Lost {
  findings: number;
  points: number;
  households: number;
}

const PERSONS = personsTable(scheme);

const sums = new Map<string, Sum>();
const lost = new Map<string, Lost>();
const visits = new Map<string, number>();
const open = new Map<string, { persons: number; unscored: number }>();

const province = (city: number): string => `省${String((city % PROVINCES) + 1).padStart(2, '0')}`;
const cityName = (city: number): string => `市${String(city + 1).padStart(3, '0')}`;

function counted<Value>(map: Map<string, Value>, key: string, none: Value): Value {
  const known = map.get(key) ?? none;
  map.set(key, known);
  return known;
}

/** Writes the nation's tables, and counts the figures beside without them. */
function writeNation(folder: string): number {
  const tables = new ParquetFolder(folder);
  const entries = new EntryTables(scheme, tables, false);
  const person = tables.table(PERSONS);
  const roll = dice(2008);
  let rows = 0;
  for (let city = 0; city < CITIES; city += 1) {
    const [from, to] = [city, city + 1].map((each) => Math.floor((HOUSEHOLDS * each) / CITIES));
    for (const { id: post, name: postName } of scheme.posts) {
      const unit = `${province(city)}/${cityName(city)}`;
      const definition = scheme.sheets.find((each) => each.kind === 'matrix' && each.post === post)!;
      const columns = sheetColumns(scheme, definition);
      const rules = scheme.indicators.flatMap((each) =>
        each.kind === 'perFinding' && each.posts.includes(post) ? [each] : [],
      );
      for (let household = from!; household < to!; household += 1) {
        const member = Math.floor((household - from!) / PER_PERSON);
        const rule = rules[Math.floor(roll() * rules.length * 4)];
        const row: Readonly<Record<string, CellValue>> = {
          department: `${unit}/第${(member % 6) + 1}营销部`,
          name: `${postName}${member}`,
          date: 39_448 + (household % 180),
          licence: String(640_100_000_000 + household),
        };
        const values = columns.map(({ id }) => (id === rule?.id ? rule.points : (row[id] ?? '')));
        entries.row(definition, {
          unit,
          file: `${unit}.xlsx`,
          place: `${definition.name}!C${household}`,
          values,
        });
        rows += 1;
        const seen = `${province(city)}|${postName}`;
        visits.set(seen, (visits.get(seen) ?? 0) + 1);
        if (!rule) continue;
        const sum = counted(lost, `${seen}|${rule.id}`, { findings: 0, points: 0, households: 0 });
        sum.findings += 1;
        sum.points += rule.points;
      }
      for (let member = 0; member < Math.ceil((to! - from!) / PER_PERSON); member += 1) {
        const score = roll() < 0.01 ? null : 6_000 + Math.floor(roll() * 4_001);
        addPerson(person, unit, postName, member, score);
      }
    }
  }
  tables.commit();
  return rows;
}

function addPerson(
  write: ReturnType<ParquetFolder['table']>,
  unit: string,
  post: string,
  member: number,
  score: number | null,
): void {
  const row: Readonly<Record<string, string | number | boolean | null>> = {
    unit,
    file: `${unit}.xlsx`,
    department: `第${(member % 6) + 1}营销部`,
    name: `${post}${member}`,
    post,
    status: score === null ? 'unscored' : 'scored',
    score: score === null ? null : score / 100,
    qualified: score === null ? null : score >= 8_500,
  };
  write(PERSONS.columns.map(({ name }) => row[name] ?? null));
  const [region = '', city = ''] = unit.split('/');
  for (const place of [`${region}|${city}`, `${region}|null`, 'null|null']) {
    const sum = counted(sums, `${place}|${post}`, { persons: 0, scored: 0, score: 0, qualified: 0 });
    sum.persons += 1;
    sum.scored += score === null ? 0 : 1;
    sum.score += score ?? 0;
    sum.qualified += score !== null && score >= 8_500 ? 1 : 0;
  }
  const state = counted(open, region, { persons: 0, unscored: 0 });
  state.persons += 1;
  state.unscored += score === null ? 1 : 0;
}

const TABLES = ['visits', 'findings', 'persons'];
const nation = at('nation');
const ask = (name: string) => query(nation, TABLES, statement(name));

it('the visits of the nation are written and counted', async () => {
  const made = HOUSEHOLDS * scheme.posts.length;
  expect(writeNation(nation)).toBe(made);
  const [row] = await query(nation, TABLES, 'select count(*) as visits, count(licence) as named from visits');
  // R33: nobody asked for households.
  expect(row).toEqual({ visits: String(made), named: '0' });
});

it('scores by city, province and nation', async () => {
  const found = await ask('scores');
  expect(found).toHaveLength(sums.size);
  for (const { province: region, city, post, persons, scored, mean_score, qualified } of found) {
    const sum = sums.get(`${region}|${city}|${post}`)!;
    expect([persons, scored, qualified].map(Number)).toEqual([sum.persons, sum.scored, sum.qualified]);
    expect(Number(mean_score)).toBeCloseTo(sum.score / 100 / sum.scored, 9);
  }
});

it('what each rule costs a visited household, by province', async () => {
  const found = await ask('rules');
  expect(found).toHaveLength(lost.size);
  for (const { province: region, post, rule, findings, points, per_household } of found) {
    const sum = lost.get(`${region}|${post}|${rule}`)!;
    expect([findings, points].map(Number)).toEqual([sum.findings, sum.points]);
    expect(Number(per_household)).toBeCloseTo(sum.points / visits.get(`${region}|${post}`)!, 9);
  }
});

it('ranks within a city', async () => {
  const found = await query(
    nation,
    TABLES,
    `select * from (${statement('ranks')}) each where unit like '省01/%'`,
  );
  const posts = scheme.posts.map(({ name }) => sums.get(`省01|null|${name}`)!.scored);
  expect(found).toHaveLength(posts.reduce((sum, scored) => sum + scored, 0));
  let last = { key: '', rank: 0, score: 0, place: 0 };
  for (const { unit, post, score, city_rank } of found) {
    const key = `${unit}|${post}`;
    const place = key === last.key ? last.place + 1 : 1;
    const rank = key === last.key && last.score === Number(score) ? last.rank : place;
    expect(Number(city_rank)).toBe(rank);
    last = { key, rank, score: Number(score), place };
  }
});

it('who is missing', async () => {
  const missing = await ask('open');
  expect(missing).toHaveLength(PROVINCES);
  for (const { province: region, persons, unscored } of missing) {
    expect({ persons: Number(persons), unscored: Number(unscored) }).toEqual(open.get(String(region)));
  }
});
