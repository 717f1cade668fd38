import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sampleBytes } from '../../../tests/fixtures/scoreBooks';
import { memoryOf } from '../../app/remembered';
import { toResult } from '../../app/result';
import { createSession } from '../../app/session';
import { createFileHost } from '../../hosts/file';
import { yinchuan2008 } from '../../schemes';
import { createCorrections } from './desk';
import { correctionsOf } from './record';

const folder = mkdtempSync(path.join(tmpdir(), 'service-score-'));
afterAll(() => rmSync(folder, { recursive: true }));

const watch = () => ({ signal: new AbortController().signal, onProgress: () => undefined });

test('looked at, corrected twice, and taken back one step: list, record and scores are as they were before it', async () => {
  const input = path.join(folder, 'in.xlsx');
  writeFileSync(input, sampleBytes('worked-examples'));
  const host = createFileHost({ input, output: path.join(folder, 'out.xlsx') });
  const session = createSession(host, yinchuan2008());
  const desk = createCorrections(host);
  const first = await session.check({}, watch());
  const person = first.scores.persons.findIndex(({ assessee }) => assessee.name === '李明');
  const cells = session.explain(first, person).flatMap((line) => line.cells);
  const numbers = cells.filter(({ sheet, row, column }) => {
    const found = first.snapshot.sheets.find(({ name }) => name === sheet)!;
    return typeof found.values[row - found.top]?.[column - found.left] === 'number';
  });
  const cell = numbers[0]!;
  const wish = { cell, value: '', by: '李明', reason: '记错了户' };

  const seen = await desk.preview(wish, watch());
  expect(seen.effects).toHaveLength(1);
  expect(toResult(await session.check({}, watch()))).toEqual(toResult(first));
  expect(await desk.correct(wish, watch())).toMatchObject({ effects: seen.effects, before: seen.before });
  const once = await session.check({}, watch());
  expect([session.undoable(), toResult(once).persons]).not.toEqual(['correction', toResult(first).persons]);

  const other = { ...wish, cell: numbers.at(-1)!, reason: '另一处' };
  await desk.correct(other, watch());
  const twice = await session.check({}, watch());
  expect(correctionsOf(memoryOf(twice.snapshot)).map(({ reason }) => reason)).toEqual(['记错了户', '另一处']);
  expect(session.undoable()).toBe('correction');

  expect((await session.undo({ evenIfChanged: false }, watch())).kind).toBe('undone');
  const back = await session.check({}, watch());
  expect(toResult(back)).toEqual(toResult(once));
  expect(correctionsOf(memoryOf(back.snapshot))).toHaveLength(1);
  const list = (await host.read()).sheets.find(({ name }) => name === '更正记录')!;
  expect(list.values.map(([number]) => number)).toEqual(['更正记录(由服务测评助手生成)', '序', 1]);
});

test('who goes out of the result with a name that is changed, and who comes in, is on record', async () => {
  const input = path.join(folder, 'roster.xlsx');
  writeFileSync(input, sampleBytes('worked-examples'));
  const desk = createCorrections(createFileHost({ input, output: path.join(folder, 'roster-out.xlsx') }));
  const cell = { sheet: '人员名册', row: 3, column: 1 };
  const { effects } = await desk.preview({ cell, value: '张三丰', by: '甲', reason: '改名' }, watch());
  expect(effects).toEqual([
    '示例一所 赵强:76.59 分(考核扣分 8) → 不在结果中',
    '示例一所 张三丰:不在结果中 → 未计分',
  ]);
});

test('a correction that is the first takes its list away again when it is undone', async () => {
  const input = path.join(folder, 'one.xlsx');
  writeFileSync(input, sampleBytes('worked-examples'));
  const host = createFileHost({ input, output: path.join(folder, 'one-out.xlsx') });
  const session = createSession(host, yinchuan2008());
  const before = await host.read();
  const sheet = before.sheets[0]!;
  const row = sheet.values.findIndex((cells) =>
    cells.some((value) => typeof value === 'string' && value !== ''),
  );
  const column = sheet.values[row]!.findIndex((value) => value !== '');
  const cell = { sheet: sheet.name, row: sheet.top + row, column: sheet.left + column };
  await createCorrections(host).correct({ cell, value: '改过', by: '甲', reason: '乙' }, watch());
  expect((await host.read()).sheets.map(({ name }) => name)).toContain('更正记录');
  await session.undo({ evenIfChanged: false }, watch());
  const after = await host.read();
  expect(after.sheets).toEqual(before.sheets);
  expect(correctionsOf(memoryOf(after))).toEqual([]);
});
