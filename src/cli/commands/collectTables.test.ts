import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { cityBook } from '../../../bench/collect/cityBook';
import { commandLine } from '../../../tests/fixtures/commandLine';
import { query } from '../../../tests/fixtures/parquet';
import { sampleBytes } from '../../../tests/fixtures/scoreBooks';
import type { Result } from '../../app/result';
import { newWorkbook } from '../../hosts/file';
import { yinchuan2008 } from '../../schemes';

const scheme = yinchuan2008();
const { at, call } = commandLine('parquet');

beforeAll(() => {
  mkdirSync(at('一市'), { recursive: true });
  writeFileSync(at('一市/a.xlsx'), sampleBytes('worked-examples'));
  writeFileSync(at('一市/b.xlsx'), sampleBytes('list-with-defects'));
  writeFileSync(at('一市/说明.txt'), 'no workbook');
  // The same departments, and the same persons in them, in two cities.
  for (const [province, seed] of [
    ['甲省', 1],
    ['乙省', 1],
  ] as const) {
    mkdirSync(at(`全国/${province}`), { recursive: true });
    writeFileSync(at(`全国/${province}/某市.xlsx`), newWorkbook(cityBook(scheme, 24, seed)));
  }
});

async function resultOf(file: string): Promise<Result> {
  return JSON.parse((await call('check', file, '--json', '-')).out) as Result;
}

it('the tables hold what check says of the collected workbook', async () => {
  const { status } = await call('collect', '一市', '--out', '汇集.xlsx', '--parquet', '表');
  expect(status).toBe(1);
  const wanted = await resultOf('汇集.xlsx');
  const persons = await query(at('表'), ['persons'], 'select * from persons');
  const points = (value: unknown) => (value === null ? null : Number(value));
  expect(
    persons.map((row) => ({
      name: row.name,
      department: row.department,
      role: row.post,
      households: row.households,
      sections: Object.fromEntries(scheme.sections.map(({ id }) => [id, points(row[id])])),
      status: row.status,
      missing: String(row.missing).split(' ').filter(Boolean),
      rawTotal: points(row.raw_total),
      rawMaximum: row.raw_maximum,
      score: points(row.score),
      rank: row.rank,
      qualified: row.qualified,
      deduction: points(row.deduction),
    })),
  ).toEqual(wanted.persons);
  expect(new Set(persons.map(({ file }) => file))).toEqual(new Set(['a.xlsx', 'b.xlsx']));
  const departments = await query(at('表'), ['departments'], 'select department, score from departments');
  expect(departments.map(({ department, score }) => [department, points(score)])).toEqual(
    wanted.departments.map(({ name, score }) => [name, score]),
  );
  const issues = await query(at('表'), ['issues'], 'select code from issues');
  expect(issues.map(({ code }) => code)).toEqual(wanted.issues.map(({ code }) => code));
  const settings = await query(at('表'), ['settings'], 'select * from settings');
  expect(settings).toContainEqual({ key: 'totalBasis', value: 'normalized' });
});

it('what could not be read has no points, and no customer is named unless somebody asks', async () => {
  const unread = "select points, unread from findings where file = 'b.xlsx' and unread is not null";
  const lost = await query(at('表'), ['findings'], unread);
  expect(lost.length).toBeGreaterThan(0);
  expect(lost.every(({ points, unread: text }) => points === null && text !== '')).toBe(true);
  const named = 'select count(household) + count(licence) as named, count(*) as visits from visits';
  expect(await query(at('表'), ['visits'], named)).toEqual([
    { named: '0', visits: expect.not.stringMatching('^0$') },
  ]);
  await call('collect', '一市', '--out', '汇集.xlsx', '--parquet', '表', '--households');
  const [row] = await query(at('表'), ['visits'], named);
  expect(Number(row!.named)).toBeGreaterThan(Number(row!.visits));
  expect(readdirSync(at('表')).filter((name) => !/^[a-z]+\.parquet$/.test(name))).toEqual([]);
});

it('cities whose departments are called the same: told, and kept apart by --units', async () => {
  const together = await call('collect', '全国', '--out', '并.xlsx');
  expect(together.out).toContain('“第1营销部”在“乙省”和“甲省”里都有,按同一个部门汇集');
  const apart = await call('collect', '全国', '--out', '分.xlsx', '--parquet', '省表', '--units', 'file');
  expect(apart).toMatchObject({ status: 0, error: '' });
  expect(apart.out).not.toContain('按同一个部门汇集');
  const alone = await resultOf('全国/甲省/某市.xlsx');
  const persons = await query(
    at('省表'),
    ['persons'],
    "select department, name, post, score from persons where unit = '甲省/某市'",
  );
  expect(persons.map(({ department, name, post, score }) => [department, name, post, Number(score)])).toEqual(
    alone.persons.map(({ department, name, role, score }) => [department, name, role, score]),
  );
  expect((await resultOf('分.xlsx')).persons).toHaveLength(2 * alone.persons.length);
});

it('a wrong call, and a folder that cannot be: a sentence, and nothing is left behind', async () => {
  expect(await call('collect', '全国', '--out', 'x.xlsx', '--units', 'city')).toMatchObject({
    status: 2,
    error: expect.stringContaining('--units 要写 folder 或 file'),
  });
  writeFileSync(at('占位'), 'a file');
  expect(await call('collect', '全国', '--out', 'x.xlsx', '--parquet', '占位')).toMatchObject({
    status: 2,
    error: expect.stringContaining('“占位”写不进去'),
  });
  expect(await call('collect', '全国', '--out', '没有/x.xlsx', '--parquet', '新表')).toMatchObject({
    status: 2,
  });
  expect(existsSync(at('新表'))).toBe(false);
  expect(existsSync(at('x.xlsx'))).toBe(false);
});
