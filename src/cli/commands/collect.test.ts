import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sampleBytes } from '../../../tests/fixtures/scoreBooks';
import type { Result } from '../../app/result';
import { run } from '../run';

jest.setTimeout(120_000);

const root = mkdtempSync(path.join(tmpdir(), 'service-score-folder-'));
const folder = path.join(root, '各部门');

beforeAll(() => {
  mkdirSync(path.join(folder, '城西'), { recursive: true });
  writeFileSync(path.join(folder, 'a.xlsx'), sampleBytes('worked-examples'));
  writeFileSync(path.join(folder, '城西', 'b.xlsx'), sampleBytes('existing-summary'));
  writeFileSync(path.join(folder, '坏的.xlsx'), 'no workbook');
  writeFileSync(path.join(folder, '通知.docx'), 'no workbook either');
  writeFileSync(path.join(folder, '~$a.xlsx'), 'mark of an open workbook');
});

afterAll(() => rmSync(root, { recursive: true }));

async function call(...words: string[]) {
  let [out, error] = ['', ''];
  const io = {
    folder: root,
    out: (text: string) => void (out += text),
    error: (text: string) => void (error += text),
  };
  return { status: await run(words, io), out, error };
}

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
  mkdirSync(path.join(root, 'leer'), { recursive: true });
  expect(await call('collect', '没有', '--out', 'x.xlsx')).toMatchObject({ status: 2 });
  expect((await call('collect', 'leer', '--out', 'x.xlsx')).error).toContain('没有工作簿');
  expect((await call('collect', '各部门', '--out', 'x.xlsx', '--jobs', '0')).error).toContain('--jobs 要写');
  expect(existsSync(path.join(root, 'x.xlsx'))).toBe(false);
});
