import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cityBook } from '../../../bench/collect/cityBook';
import { commandLine } from '../../../tests/fixtures/commandLine';
import { sampleBytes } from '../../../tests/fixtures/scoreBooks';
import { newWorkbook } from '../../hosts/file';
import { yinchuan2008 } from '../../schemes';

jest.setTimeout(180_000);

const { at, call } = commandLine('threads', { threads: true });

beforeAll(() => {
  mkdirSync(at('各部门'));
  writeFileSync(at('各部门/甲.xlsx'), newWorkbook(cityBook(yinchuan2008(), 60, 1)));
  writeFileSync(at('各部门/乙.xlsx'), sampleBytes('cards'));
  writeFileSync(at('各部门/丙.xlsx'), sampleBytes('list-with-defects'));
  writeFileSync(at('各部门/丁.xlsx'), 'no workbook');
});

it('two threads collect what one does, byte for byte, and say the same of it', async () => {
  const [one, two] = [
    await call('collect', '各部门', '--out', '一.xlsx', '--jobs', '1', '--json', '一.json'),
    await call('collect', '各部门', '--out', '二.xlsx', '--jobs', '2', '--json', '二.json'),
  ];
  expect(one.status).toBe(1);
  expect(two).toEqual({ ...one, out: one.out.replace('一.xlsx', '二.xlsx') });
  expect(readFileSync(at('二.xlsx')).equals(readFileSync(at('一.xlsx')))).toBe(true);
  expect(readFileSync(at('二.json'), 'utf8')).toBe(readFileSync(at('一.json'), 'utf8'));
});

it('two threads check what one does, in the same order', async () => {
  const one = await call('check', '各部门', '--jobs', '1');
  expect(one.out).toContain('共 4 个工作簿');
  expect(await call('check', '各部门', '--jobs', '2')).toEqual(one);
});
