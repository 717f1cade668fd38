import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sampleBytes } from '../../../tests/fixtures/scoreBooks';
import { applyChanges } from '../../hosts/file/bytes';
import { run } from '../run';

jest.setTimeout(60_000);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'seal-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function called(...words: string[]): Promise<{ status: number; text: string }> {
  let text = '';
  const take = (more: string): void => void (text += more);
  return { status: await run(words, { folder, out: take, error: take }), text };
}

test('a sealed workbook is intact (0), then changed (1); one without a seal is 2', async () => {
  writeFileSync(path.join(folder, 'in.xlsx'), sampleBytes('worked-examples'));
  expect((await called('fill', 'in.xlsx', '--out', 'filled.xlsx')).status).toBe(0);
  expect((await called('verify', 'filled.xlsx')).status).toBe(2);
  const sealed = await called('seal', 'filled.xlsx', '--out', 'sealed.xlsx');
  expect(sealed).toMatchObject({ status: 0, text: expect.stringContaining('校验码') as string });
  expect(await called('verify', 'sealed.xlsx')).toMatchObject({
    status: 0,
    text: expect.stringContaining('与封存时一致') as string,
  });
  const bytes = new Uint8Array(readFileSync(path.join(folder, 'sealed.xlsx')));
  const cells = [{ row: 4, column: 4, value: 1 }];
  const changed = applyChanges(bytes, [{ kind: 'setCells', sheet: '客户服务质量测评汇总表', cells }]);
  writeFileSync(path.join(folder, 'changed.xlsx'), changed);
  const verdict = await called('verify', 'changed.xlsx');
  expect(verdict.status).toBe(1);
  expect(verdict.text).toContain('“客户服务质量测评汇总表”第 ');
});

test('a workbook with errors is not sealed (1) and nothing is written', async () => {
  writeFileSync(path.join(folder, 'in.xlsx'), sampleBytes('list-with-defects'));
  const refused = await called('seal', 'in.xlsx', '--out', 'out.xlsx');
  expect(refused).toMatchObject({ status: 1, text: expect.stringContaining('不能生成提交凭证') as string });
  expect((await called('verify', 'out.xlsx')).status).toBe(2);
});
