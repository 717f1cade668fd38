import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBytesHost, createFileHost } from '../../src/hosts/file';
import { hostContract } from './hostContract';

const folders: string[] = [];

afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

hostContract('the bytes host', async (bytes) => {
  const host = createBytesHost(bytes, '测试.xlsx');
  return { host, save: async () => host.bytes };
});

hostContract('the file host', async (bytes) => {
  const folder = mkdtempSync(join(tmpdir(), 'file-host-'));
  folders.push(folder);
  const input = join(folder, '输入.xlsx');
  const output = join(folder, '输出.xlsx');
  writeFileSync(input, bytes);
  return { host: createFileHost({ input, output }), save: async () => new Uint8Array(readFileSync(output)) };
});
