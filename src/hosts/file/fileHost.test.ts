import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildWorkbook } from '../../../tests/contract/buildWorkbook';
import { createFileHost } from './fileHost';
import { readWorkbook } from './read/readWorkbook';

const BOOK = buildWorkbook({ sheets: [{ name: '表', cells: { A1: 1 } }] });
const CHANGE = { kind: 'setCells', sheet: '表', cells: [{ row: 0, column: 0, value: 2 }] } as const;

let folder = '';
let input = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'disk-'));
  input = join(folder, '输入.xlsx');
  writeFileSync(input, BOOK);
});

afterEach(() => rmSync(folder, { recursive: true }));

/** Matches a message that holds the words. */
function saying(words: string): string {
  return expect.stringContaining(words) as string;
}

function valueIn(path: string): unknown {
  return readWorkbook(new Uint8Array(readFileSync(path)), null).sheets[0]!.values[0]![0];
}

test('writes the output whole and leaves the input as it was', async () => {
  const output = join(folder, '输出.xlsx');
  writeFileSync(output, 'old');
  await createFileHost({ input, output }).write([CHANGE]);
  expect(valueIn(output)).toBe(2);
  expect(new Uint8Array(readFileSync(input))).toEqual(BOOK);
  expect(readdirSync(folder).sort()).toEqual(['输入.xlsx', '输出.xlsx'].sort());
});

test('changes what was read, also if the input is another file by now', async () => {
  const output = join(folder, '输出.xlsx');
  const host = createFileHost({ input, output });
  expect((await host.read()).name).toBe('输入.xlsx');
  writeFileSync(input, 'something else');
  await host.write([CHANGE]);
  expect(valueIn(output)).toBe(2);
});

test('a change that cannot be made leaves no output', async () => {
  const output = join(folder, '输出.xlsx');
  const write = createFileHost({ input, output }).write([CHANGE, { ...CHANGE, sheet: '无' }]);
  await expect(write).rejects.toMatchObject({ code: 'sheet-gone', message: saying('“无”') });
  expect(readdirSync(folder)).toEqual(['输入.xlsx']);
});

test('an output that cannot be written leaves nothing behind', async () => {
  const taken = join(folder, '文件夹.xlsx');
  mkdirSync(join(taken, '满'), { recursive: true });
  for (const output of [taken, join(folder, '没有', '输出.xlsx')]) {
    const write = createFileHost({ input, output }).write([CHANGE]);
    await expect(write).rejects.toMatchObject({ name: 'HostError', code: 'not-writable' });
  }
  expect(readdirSync(folder).sort()).toEqual(['文件夹.xlsx', '输入.xlsx'].sort());
});

test('the input is never written to, not even under another name', async () => {
  const link = join(folder, '链接.xlsx');
  linkSync(input, link);
  for (const output of [input, join(folder, '.', '输入.xlsx'), link]) {
    const write = createFileHost({ input, output }).write([CHANGE]);
    await expect(write).rejects.toMatchObject({ code: 'not-writable', message: saying('原文件') });
  }
  await expect(createFileHost({ input }).write([CHANGE])).rejects.toMatchObject({ code: 'not-writable' });
  expect(new Uint8Array(readFileSync(input))).toEqual(BOOK);
});

test('an input that is not there, or is a folder', async () => {
  const missing = createFileHost({ input: join(folder, '没有.xlsx') }).read();
  await expect(missing).rejects.toMatchObject({ code: 'not-found', message: saying('没有.xlsx') });
  await expect(createFileHost({ input: folder }).read()).rejects.toMatchObject({ code: 'not-a-workbook' });
});

test('a read-only input is read', async () => {
  chmodSync(input, 0o400);
  expect((await createFileHost({ input }).read()).sheets).toHaveLength(1);
  expect(existsSync(input)).toBe(true);
});
