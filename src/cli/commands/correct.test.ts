import { readFileSync, writeFileSync } from 'node:fs';
import { commandLine } from '../../../tests/fixtures/commandLine';
import { sampleBytes } from '../../../tests/fixtures/scoreBooks';
import type { Result } from '../../app/result';
import { readWorkbook, unzipFiles } from '../../hosts/file';

jest.setTimeout(120_000);

beforeAll(() => writeFileSync(at('a.xlsx'), sampleBytes('worked-examples')));

const { at, call } = commandLine('correct');

const correct = (file: string, cell: string, value: string, out: string) =>
  call(
    'correct',
    file,
    '--cell',
    cell,
    '--value',
    value,
    '--by',
    '张主任',
    '--reason',
    '复核现场照片',
    '--out',
    out,
  );

async function scoreOf(file: string): Promise<number> {
  const { out } = await call('check', file, '--json', '-');
  return (JSON.parse(out) as Result).persons.find(({ name }) => name === '李明')!.score!;
}

it('writes the cell, and keeps who, why, before, after and the effect', async () => {
  // E2: household 3 has lost 20 under CM-S03; with 2 it keeps 20 − 2 − 6 = 12, and 李明 16 instead of 13 points.
  const first = await correct('a.xlsx', '明细测评表-客户经理!I7', '2', 'b.xlsx');
  expect(first).toMatchObject({ status: 0, error: '' });
  const [before, after] = [await scoreOf('a.xlsx'), await scoreOf('b.xlsx')];
  expect([before, after]).toEqual([68.33, 70.83]);
  expect(first.out).toContain(`李明:${before} 分`);
  const second = await correct('b.xlsx', '明细测评表-客户经理!I7', '3', 'c.xlsx');
  expect(second).toMatchObject({ status: 0, error: '' });
  const book = readWorkbook(new Uint8Array(readFileSync(at('c.xlsx'))), 'c.xlsx');
  const sheets = book.sheets.filter(({ name }) => name.startsWith('更正记录'));
  expect(sheets).toHaveLength(1);
  const rows = sheets[0]!.values.slice(2);
  expect(rows.map((row) => row.slice(2, 7))).toEqual([
    ['张主任', '复核现场照片', '明细测评表-客户经理!I7', '20', '2'].map((text, at) =>
      at > 2 ? Number(text) : text,
    ),
    ['张主任', '复核现场照片', '明细测评表-客户经理!I7', 2, 3],
  ]);
  expect(String(rows[0]![7])).toContain('→ 70.83 分');
  // The second row looks like the first.
  const parts = [...unzipFiles(readFileSync(at('c.xlsx')), 'c.xlsx').values()];
  const xml = parts
    .map((bytes) => new TextDecoder().decode(bytes))
    .find((each) => each.includes('更正记录('))!;
  const styles = (row: number): string[] =>
    [...xml.matchAll(new RegExp(`<c r="[A-Z]${row}"[^>]* s="(\\d+)"`, 'g'))].map((match) => match[1]!);
  expect(styles(3)).toHaveLength(8);
  expect(styles(4)).toEqual(styles(3));
});

it.each([
  ['明细测评表-客户经理', '--cell 要写成'],
  ['没有这张表!A1', '没有“没有这张表”这张表'],
  ['明细测评表-客户经理!I7', '已经是“20”'],
])('%s', async (cell, sentence) => {
  const { status, error } = await correct('a.xlsx', cell, '20', 'x.xlsx');
  expect(status).toBe(2);
  expect(error).toContain(sentence);
});

it.each(['', '""'])('empties a cell (%j), and says what an empty cell does to the score', async (value) => {
  const emptied = await correct('a.xlsx', '明细测评表-客户经理!I7', value, 'emptied.xlsx');
  expect(emptied).toMatchObject({ status: 0, error: '' });
  expect(emptied.out).toContain('明细测评表-客户经理!I7:“20” → “”');
  // Household 3 keeps 20 − 6 = 14: (17 + 20 + 14 + 15) ÷ 4 = 16.5, and 85.5 ÷ 120.
  expect(await scoreOf('emptied.xlsx')).toBe(71.25);
});
