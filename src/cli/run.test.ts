import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { commandLine } from '../../tests/fixtures/commandLine';
import { createFileHost } from '../hosts/file';
import { expectedOf, sampleBytes } from '../../tests/fixtures/scoreBooks';
import type { Result } from '../app/result';
import { COMMANDS } from './commands';

function sample(name: string): string {
  writeFileSync(at(`${name}.xlsx`), sampleBytes(name));
  return `${name}.xlsx`;
}

const { at, call } = commandLine('run');

describe('wrong calls', () => {
  it.each([
    [[], '没有写命令'],
    [['tick'], '没有“tick”这个命令'],
    [['check'], '缺少文件名:IN.xlsx'],
    [['check', 'a.xlsx', 'b.xlsx'], '多写了“b.xlsx”'],
    [['check', 'a.xlsx', '--out', 'b.xlsx'], '不认识选项 --out'],
    [['check', 'a.xlsx', '--period', '2008'], '--period 要写成 2008H1'],
    [['check', 'a.xlsx', '--period'], '--period 后面要写'],
    [['check', 'a.xlsx', '--set', 'percentStep'], '--set 要写成'],
    [
      ['check', 'a.xlsx', '--set', 'rounding=none', '--set=rounding=x'],
      '--set rounding 写了两个取值:none 和 x',
    ],
    [['check', 'a.xlsx', '--json', '-', '--json=x'], '--json 只能写一次'],
    [['fill', 'a.xlsx'], '缺少 --out'],
    [['fill', 'a.xlsx', '--out', 'b.xlsx', '--overwrite-formulas=1'], '是开关'],
  ])('%j', async (words, sentence) => {
    const { status, out, error } = await call(...words);
    expect(status).toBe(2);
    expect(out).toBe('');
    expect(error).toContain(sentence);
    expect(error).toContain('用法:');
  });

  it('shows only the command that was called', async () => {
    const { error } = await call('draw', 'a.xlsx');
    expect(error).toContain('  draw LIST.xlsx');
    expect(error).not.toContain('  check IN.xlsx');
  });

  it('finds every command under its own name', async () => {
    for (const { name, load } of COMMANDS) expect((await load()).name).toBe(name);
  });

  it('says how it is called', async () => {
    expect(await call('--help')).toMatchObject({ status: 0, error: '' });
  });
});

describe('a file whose ending Excel would not take', () => {
  it('is written, and said to need the ending of the original', async () => {
    const { status, error } = await call('fill', sample('existing-summary'), '--out', 'filled.xlsm');
    expect(status).toBe(0);
    expect(error).toContain('请把它的扩展名改成 .xlsx');
    expect((await call('fill', 'existing-summary.xlsx', '--out', 'FILLED.XLSX')).error).toBe('');
  });
});

describe('files and settings that cannot be used', () => {
  it.each([
    [['check', 'none.xlsx'], '找不到文件“none.xlsx”'],
    [['check', 'text.xlsx'], '不是 Excel 工作簿'],
    [['check', 'cards.xlsx', '--set', 'bogus=1'], 'bogus'],
    [['fill', 'cards.xlsx', '--out', 'cards.xlsx'], '输出文件不能是原文件'],
  ])('%j', async (words, sentence) => {
    sample('cards');
    writeFileSync(at('text.xlsx'), '这不是工作簿');
    const { status, out, error } = await call(...words);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(error).toContain(sentence);
    expect(error).not.toContain('程序出错');
  });
});

describe('check', () => {
  it('prints the result and nothing else with --json -', async () => {
    const { status, out, error } = await call('check', sample('worked-examples'), '--json', '-');
    expect({ status, error }).toEqual({ status: 0, error: '' });
    const result = JSON.parse(out) as Result;
    expect(result.period).toBe('2008H1');
    expect(result.persons.find(({ name }) => name === '李明')?.score).toBe(68.33);
  });

  it('tells people what was found, by sheet, with a summary line and status 1 for errors', async () => {
    const { status, out } = await call('check', sample('list-with-defects'), '--json', 'result.json');
    expect(status).toBe(1);
    expect(out).toContain('工作表“问题记录”');
    expect(out).toMatch(/已计分 \d+ 人次,未计分 15 人次;错误 \d+ 个/);
    const result = JSON.parse(readFileSync(at('result.json'), 'utf8')) as Result;
    expect(result.persons).toHaveLength(expectedOf('list-with-defects').persons.length);
  });

  it('says who has settled the period: the call, the workbook, or nobody', async () => {
    const head = async (...words: string[]): Promise<string> =>
      (await call(...words)).out.split('\n').find((line) => line.includes('测评期间'))!;
    expect(await head('check', sample('worked-examples'))).toMatch(/2008H1$/);
    await call('fill', 'worked-examples.xlsx', '--out', 'settled.xlsx', '--period', '2008H1');
    expect(await head('check', 'settled.xlsx')).toMatch(/2008H1\(工作簿中保存\)$/);
    expect(await head('check', 'settled.xlsx', '--period', '2008H2')).toMatch(/2008H2\(本次指定\)$/);
  });

  it('computes under the settings that were given', async () => {
    const words = ['check', sample('worked-examples'), '--json', '-', '--set', 'totalBasis=raw'];
    const result = JSON.parse((await call(...words)).out) as Result;
    expect(result.rulings.totalBasis).toBe('raw');
    expect(result.persons.find(({ name }) => name === '李明')?.score).toBe(82);
  });
});

describe('fill and template', () => {
  it('fills into a new file and remembers what was decided', async () => {
    const input = sample('existing-summary');
    const { status, out } = await call('fill', input, '--out', 'out.xlsx', '--period', '2008H1');
    expect(status).toBe(0);
    expect(out).toContain('新增 2 行');
    expect(readFileSync(at(input))).toEqual(Buffer.from(sampleBytes('existing-summary')));
    const filled = await createFileHost({ input: at('out.xlsx') }).read();
    expect(filled.memory).toContain('2008H1');
  });

  it('writes a blank workbook, and no summary where nobody can be scored', async () => {
    expect(await call('template', 'blank.xlsx')).toMatchObject({ status: 0, error: '' });
    const { status, out, error } = await call('fill', 'blank.xlsx', '--out', 'never.xlsx', '--json', '-');
    expect(status).toBe(1);
    expect((JSON.parse(out) as Result).issues.map(({ code }) => code)).toEqual(['sheet-missing']);
    expect(error).toContain('没有人可以计分');
    expect(existsSync(at('never.xlsx'))).toBe(false);
  });
});
