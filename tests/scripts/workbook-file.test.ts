import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findWorkbook } from '../../scripts/workbook-file.cjs';

const samples = path.resolve(__dirname, '../samples');
const folder = mkdtempSync(path.join(tmpdir(), 'workbook-file-'));
afterAll(() => rmSync(folder, { recursive: true }));

function given(name: string, bytes: Buffer | string): string {
  writeFileSync(path.join(folder, name), bytes);
  return name;
}

test('a relative path counts from the folder of the caller', () => {
  expect(findWorkbook('worked-examples.xlsx', samples)).toBe(path.join(samples, 'worked-examples.xlsx'));
});

test.each([
  ['没有.xlsx', null, '找不到文件'],
  ['.', null, '文件夹'],
  ['空.xlsx', '', '空的'],
  ['旧.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'), '另存为 .xlsx'],
  ['文.xlsx', '部门,姓名', '不是 .xlsx'],
  ['包.xlsx', 'PK\u0003\u0004 word/document.xml', '不是 .xlsx'],
])('%s is refused with what to do', (name, bytes, message) => {
  if (bytes !== null) given(name, bytes);
  expect(() => findWorkbook(name, folder)).toThrow(message);
});
