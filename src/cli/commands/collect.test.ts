import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { cityBook } from '../../../bench/collect/cityBook';
import { commandLine } from '../../../tests/fixtures/commandLine';
import { sampleBytes } from '../../../tests/fixtures/scoreBooks';
import type { Result } from '../../app/result';
import { newWorkbook } from '../../hosts/file';
import { yinchuan2008 } from '../../schemes';
import { EMPTY_MEMORY, writeMemory } from '../../workbook/memory';

jest.setTimeout(120_000);

const { at, call } = commandLine('folder');

beforeAll(() => {
  mkdirSync(at('各部门/城西'), { recursive: true });
  writeFileSync(at('各部门/a.xlsx'), sampleBytes('worked-examples'));
  writeFileSync(at('各部门/城西/b.xlsx'), sampleBytes('existing-summary'));
  writeFileSync(at('各部门/坏的.xlsx'), 'no workbook');
  writeFileSync(at('各部门/通知.docx'), 'no workbook either');
  writeFileSync(at('各部门/~$a.xlsx'), 'mark of an open workbook');
});

it('check DIR: a line a file with verdict, errors, warnings and seal; the rest goes on', async () => {
  const { status, out } = await call('check', '各部门');
  expect(status).toBe(1);
  const lines = out.split('\n');
  expect(lines[0]).toBe('文件\t结论\t错误\t提醒\t已计分\t半年\t提交凭证');
  expect(lines.slice(1, 4).map((line) => line.split('\t')[0])).toEqual([
    'a.xlsx',
    '坏的.xlsx',
    '城西/b.xlsx',
  ]);
  expect(lines[1]).toMatch(/^a\.xlsx\t有待确认事项 \d 个\t0\t5\t12\/12\t2008H1\t没有$/);
  expect(lines[2]).toContain('读不了:“坏的.xlsx”不是 Excel 工作簿');
  expect(out).toContain('没有读 通知.docx:不是工作簿');
  expect(out).toContain('共 3 个工作簿');
});

it('check DIR --json: the table as data, and a wrong ruling before any file is read', async () => {
  const { out } = await call('check', '各部门', '--json', '-');
  const { files, skipped } = JSON.parse(out) as {
    files: { file: string; verdict: string }[];
    skipped: string[];
  };
  expect(files.map(({ verdict }) => verdict)).toEqual(['confirm', 'unreadable', expect.any(String)]);
  expect(skipped).toEqual(['通知.docx']);
  expect(await call('check', '各部门', '--set', 'percentStep=sideways')).toMatchObject({
    status: 2,
    out: '',
  });
});

it('collect: one workbook that checks, with a report of what is not in it', async () => {
  const { status, out } = await call('collect', '各部门', '--out', '汇集.xlsx');
  expect(status).toBe(1);
  expect(out).toContain('坏的.xlsx:读不了');
  expect(out).toContain('还有 1 个文件没有收进来');
  const check = await call('check', '汇集.xlsx', '--json', '-');
  const { persons, period } = JSON.parse(check.out) as Result;
  const single = await Promise.all(
    ['各部门/a.xlsx', '各部门/城西/b.xlsx'].map(async (file) => {
      const { out: json } = await call('check', file, '--json', '-');
      return (JSON.parse(json) as Result).persons.length;
    }),
  );
  expect(persons).toHaveLength(single[0]! + single[1]!);
  expect(period).toBe('2008H1');
});

it('a wrong call: no folder, no workbook in it, odd --jobs', async () => {
  mkdirSync(at('leer'), { recursive: true });
  expect(await call('collect', '没有', '--out', 'x.xlsx')).toMatchObject({ status: 2 });
  expect((await call('collect', 'leer', '--out', 'x.xlsx')).error).toContain('没有工作簿');
  expect(await call('check', 'leer')).toMatchObject({
    status: 2,
    out: '',
    error: '文件夹里没有工作簿(.xlsx)。请检查文件夹。\n',
  });
  expect((await call('collect', '各部门', '--out', 'x.xlsx', '--jobs', '0')).error).toContain('--jobs 要写');
  expect(existsSync(at('x.xlsx'))).toBe(false);
});

it('every fault of a folder is told with its place, and the rest goes on', async () => {
  const scheme = yinchuan2008();
  const book = (seed: number, settings: { period?: string; rulings?: Record<string, string> } = {}) =>
    newWorkbook(cityBook(scheme, 12, seed), writeMemory({ ...EMPTY_MEMORY, ...settings }));
  mkdirSync(at('混杂'));
  writeFileSync(at('混杂/1好的.xlsx'), book(1));
  writeFileSync(at('混杂/2好的.xlsx'), book(2));
  writeFileSync(at('混杂/3别的半年.xlsx'), book(3, { period: '2008H2' }));
  writeFileSync(at('混杂/4别的口径.xlsx'), book(4, { rulings: { percentStep: 'started' } }));
  writeFileSync(at('混杂/5又一份.xlsx'), book(1));
  writeFileSync(at('混杂/6坏的.xlsx'), 'no workbook');
  const { status, out, error } = await call('collect', '混杂', '--out', '混杂.xlsx');
  expect({ status, error }).toEqual({ status: 1, error: '' });
  expect(out).toMatch(/\[错误\] 3别的半年\.xlsx:这个文件是 2008H2 的,汇集的是 2008H1,没有收进来/);
  expect(out).toMatch(/\[错误\] 全部文件:各文件的口径 percentStep 不一致\(.*started:4别的口径\.xlsx\)/);
  expect(out).toMatch(
    /\[错误\] 5又一份\.xlsx 明细测评表-客户经理!C4:这一户走访\(.*\)在“1好的\.xlsx”的 明细测评表-客户经理!C4也有/,
  );
  expect(out).toMatch(/\[错误\] 6坏的\.xlsx:“6坏的\.xlsx”不是 Excel 工作簿/);
  expect(out).toContain('收入 4 个');
  const result = JSON.parse((await call('check', '混杂.xlsx', '--json', '-')).out) as Result;
  const names = new Set(result.persons.map(({ name }) => name));
  for (const kept of ['1好的', '2好的', '4别的口径']) {
    const own = JSON.parse((await call('check', `混杂/${kept}.xlsx`, '--json', '-')).out) as Result;
    expect(own.persons.every(({ name }) => names.has(name))).toBe(true);
  }
  // Whose visits stand twice is not scored; everybody else is.
  const twice = JSON.parse((await call('check', '混杂/1好的.xlsx', '--json', '-')).out) as Result;
  expect(
    new Set(result.persons.filter((each) => each.status === 'unscored').map(({ name }) => name)),
  ).toEqual(new Set(twice.persons.map(({ name }) => name)));
});
