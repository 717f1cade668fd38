import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sampleBytes } from '../../../tests/fixtures/scoreBooks';
import { createFileHost } from '../../hosts/file';
import { yinchuan2008 } from '../../schemes';
import { toResult } from '../result';
import { createSession } from '../session';
import { evaluateWorkbook } from './evaluateWorkbook';

const folder = mkdtempSync(path.join(tmpdir(), 'service-score-'));
afterAll(() => rmSync(folder, { recursive: true }));

const run = { signal: new AbortController().signal, onProgress: () => undefined };

test('written, changed, looked at, taken over and given up in one workbook', async () => {
  const input = path.join(folder, 'in.xlsx');
  writeFileSync(input, sampleBytes('worked-examples'));
  const host = createFileHost({ input, output: path.join(folder, 'out.xlsx') });
  const session = createSession(host, yinchuan2008());
  const before = toResult(await session.check({}, run));

  expect(await session.rules.write()).toBe('评分标准');
  await expect(session.rules.write()).rejects.toThrow('已经有评分标准表');
  const sheet = (await host.read()).sheets.find(({ name }) => name === '评分标准')!;
  const row = sheet.values.findIndex((line) => line[0] === 'CM-S04');
  await host.write([{ kind: 'setCells', sheet: '评分标准', cells: [{ row, column: 10, value: 3 }] }]);

  const waiting = await session.check({}, run);
  const pending = session.rules.pending(waiting)!;
  expect(pending.changes).toEqual(['CM-S04 卷烟库存 的每次扣分/权重:2 → 3']);
  // The command line reads the same workbook: both doors give the same.
  const read = await createFileHost({ input: path.join(folder, 'out.xlsx') }).read();
  const command = evaluateWorkbook(read, yinchuan2008());
  expect(toResult(waiting)).toEqual(toResult(command));
  expect(toResult(waiting).persons).not.toEqual(before.persons);

  const signature = { version: 'A/1', who: '王主任', date: '2008-07-01' };
  await session.rules.takeOver(signature, run);
  const after = await session.check({}, run);
  expect(after.standing).toMatchObject({ source: 'workbook', before: null });
  expect(after.standing.rules.history).toEqual([{ ...signature, what: pending.changes[0] }]);
  expect(toResult(after).scheme.version).toBe('A/1');
  const moved = toResult(after).persons.flatMap(({ name, score }, index) =>
    score === before.persons[index]!.score ? [] : [[name, before.persons[index]!.score, score]],
  );
  expect(pending.effects.map(({ person, score }) => [person, score.from, score.to])).toEqual(moved);
  await expect(session.rules.takeOver(signature, run)).rejects.toThrow('没有等待采用的改动');

  await session.rules.giveUp();
  const back = await session.check({}, run);
  expect(toResult(back).persons).toEqual(toResult(after).persons);
  expect(session.rules.pending(back)?.version).toBe('A/1');
});
