import { existsSync, linkSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { commandLine } from '../../tests/fixtures/commandLine';
import { sampleBytes } from '../../tests/fixtures/scoreBooks';

jest.setTimeout(60_000);

const { at, call } = commandLine('own-files');
const ORIGINAL = sampleBytes('worked-examples');
const READ = ['in.xlsx', 'linked.xlsx', 'twin.xlsx', 'a.zip', 'answers.json', 'folder/a.xlsx'];

beforeAll(() => {
  mkdirSync(at('folder'));
  for (const name of READ.filter((each) => !/linked|twin/.test(each))) writeFileSync(at(name), ORIGINAL);
  symlinkSync('in.xlsx', at('linked.xlsx'));
  linkSync(at('in.xlsx'), at('twin.xlsx'));
});

describe('a file that a command reads is never written over', () => {
  it.each([
    ['check in.xlsx --json in.xlsx'],
    ['check in.xlsx --json ./folder/../in.xlsx'],
    ['check in.xlsx --json linked.xlsx'],
    ['check in.xlsx --map answers.json --json answers.json'],
    ['explain in.xlsx --person 李明 --json in.xlsx'],
    ['inspect in.xlsx --json twin.xlsx'],
    ['fill in.xlsx --out twin.xlsx'],
    ['fill in.xlsx --out out.xlsx --json in.xlsx'],
    ['seal linked.xlsx --out in.xlsx'],
    ['snapshot in.xlsx --out in.xlsx'],
    ['bulletin in.xlsx --out in.xlsx'],
    ['slips in.xlsx --out in.xlsx'],
    ['correct in.xlsx --cell 客户满意度!D3 --value 90 --by 张 --reason 误 --out in.xlsx'],
    ['archive in.xlsx --out in.xlsx'],
    ['compare folder/a.xlsx a.zip --out a.zip'],
    ['scheme export in.xlsx --in in.xlsx'],
    ['draw in.xlsx --out in.xlsx'],
    ['draw in.xlsx --out a.zip --without a.zip'],
    ['collect folder --out folder/a.xlsx'],
  ])('%s', async (words) => {
    const { status, out, error } = await call(...words.split(' '));
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(error).toMatch(/^输出文件不能是(原文件|要汇集的工作簿)“[^”]+”。请换一个文件名。\n$/);
    for (const name of READ) expect(readFileSync(at(name)).equals(ORIGINAL)).toBe(true);
  });

  it('nor is one output written over another', async () => {
    const { status, error } = await call('fill', 'in.xlsx', '--out', 'out.xlsx', '--json', './out.xlsx');
    expect(status).toBe(2);
    expect(error).toBe('两个输出写进了同一个文件“out.xlsx”。请各用一个文件名。\n');
  });

  it.each([
    ['fill in.xlsx --out out.xlsx --json nowhere/result.json', 'result.json'],
    ['fill in.xlsx --out nowhere/out.xlsx', 'out.xlsx'],
    ['template nowhere/blank.xlsx', 'blank.xlsx'],
    ['check in.xlsx --json in.xlsx/result.json', 'result.json'],
  ])('nor is anything written where another output has no folder: %s', async (words, name) => {
    const { status, out, error } = await call(...words.split(' '));
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(error).toMatch(
      new RegExp(`^没有文件夹“[^”]+”,“${name}”没有地方写。请先建好文件夹,或换一个位置。\n$`),
    );
    expect(existsSync(at('out.xlsx'))).toBe(false);
  });

  it('but what was collected before is collected anew', async () => {
    const first = await call('collect', 'folder', '--out', 'folder/all.xlsx');
    expect(first.error).toBe('');
    const again = await call('collect', 'folder', '--out', 'folder/all.xlsx');
    expect([again.status, again.out, again.error]).toEqual([first.status, first.out, '']);
  });
});

it('a folder is not taken for a file, and the sentence is for people', async () => {
  const { status, error } = await call('check', 'in.xlsx', '--json', 'folder');
  expect(status).toBe(2);
  expect(error).toMatch(/^“folder”无法写入。[^A-Za-z]*$/);
});
