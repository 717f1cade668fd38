import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readWorkbook } from '../hosts/file';
import type { CellRef } from '../model';
import { yinchuan2008 } from '../schemes';
import type { UndoChange, WorkbookHost } from '../workbook/host';
import type { Snapshot } from '../workbook/snapshot';
import { createSession } from './session';

/** A workbook that takes down what is written and remembers only its custom XML part. */
function hostOver(sample: string) {
  const file = path.join(__dirname, `../../tests/samples/${sample}.xlsx`);
  let snapshot: Snapshot = readWorkbook(readFileSync(file), `${sample}.xlsx`);
  const written: UndoChange[][] = [];
  const shown: CellRef[] = [];
  const host: WorkbookHost = {
    async read(options) {
      options?.onProgress?.(1);
      return snapshot;
    },
    async write(changes) {
      written.push([...changes]);
      const memory = changes.find((change) => change.kind === 'setMemory');
      if (memory) snapshot = { ...snapshot, memory: memory.xml };
    },
    async select(cell) {
      shown.push(cell);
    },
  };
  return { host, written, shown };
}

const run = () => ({ signal: new AbortController().signal, onProgress: () => undefined });

function open(sample: string) {
  const { host, written, shown } = hostOver(sample);
  return { session: createSession(host, yinchuan2008()), written, shown };
}

test('a check writes nothing and knows of no fill', async () => {
  const { session, written } = open('worked-examples');
  const evaluation = await session.check({}, run());
  expect(evaluation.scores.persons[0]!.score!.valueOf()).toBe(68.33);
  expect(session.undoable()).toBeNull();
  expect(session.summaryState(evaluation)).toBe('none');
  expect(session.explain(evaluation, 0)[0]!.text).toContain('68.33');
  expect(session.explain(evaluation, 999)).toEqual([]);
  expect(written).toEqual([]);
});

test('what a plan shows is what a fill writes, in one write, and can be undone', async () => {
  const { session, written } = open('worked-examples');
  const planned = await session.plan({}, run());
  const { plan } = await session.fill({}, run());
  expect(plan!.cells).toEqual(planned.plan.cells);
  expect(written).toHaveLength(1);
  expect(session.undoable()).toBe('fill');
});

test('the half-year is remembered in the workbook and forgotten again', async () => {
  const { session, written } = open('worked-examples');
  await session.setPeriod('2009H2');
  const evaluation = await session.check({}, run());
  expect(evaluation.period).toBe('2009H2');
  expect(session.rememberedPeriod(evaluation)).toBe('2009H2');
  await session.setPeriod('2009H2');
  expect(written).toHaveLength(1);
  await session.setPeriod(null);
  expect((await session.check({}, run())).period).toBe('2008H1');
});

test('a ruling shows whom it moves without a write, and is remembered when it is applied', async () => {
  const { session, written } = open('worked-examples');
  const evaluation = await session.check({}, run());
  const effects = session.previewRulings(evaluation, { totalBasis: 'raw' });
  expect(effects.persons.find((effect) => effect.person === '李明')).toMatchObject({
    score: { from: 68.33, to: 82 },
  });
  expect(effects.departments).toContain('示例一所');
  expect(written).toEqual([]);
  await session.setRulings({ totalBasis: 'raw' });
  const again = await session.check({}, run());
  expect(again.rulings.totalBasis).toBe('raw');
  expect(again.rulingSources.totalBasis).toBe('workbook');
});

test('a ruling names the departments that it moves, and none where it moves persons alone', async () => {
  const { session } = open('worked-examples');
  const evaluation = await session.check({}, run());
  const under = (change: Parameters<typeof session.previewRulings>[1]) => {
    const { persons, departments } = session.previewRulings(evaluation, change);
    return [persons.length > 0, departments];
  };
  expect(under({ shortfallDeduction: 'proportional' })).toEqual([true, ['示例一所', '示例二所', '示例三所']]);
  expect(under({ qualifyingLine: 84.8 })).toEqual([true, []]);
});

test('a stopped check rejects', async () => {
  const { session } = open('worked-examples');
  const signal = AbortSignal.abort();
  await expect(session.check({}, { ...run(), signal })).rejects.toThrow();
});

test('progress goes on through the scoring, and never back', async () => {
  const { session } = open('city-matrix');
  const shares: number[] = [];
  await session.check({}, { ...run(), onProgress: (share) => shares.push(share) });
  expect(shares.filter((share) => share > 0.6).length).toBeGreaterThan(1);
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect(shares.at(-1)).toBeLessThanOrEqual(1);
});

// Each with the share at which its read is over.
test.each([
  ['fill', 0.3],
  ['mark', 0.6],
  ['report', 0.6],
] as const)('a %s that is cancelled while it scores writes nothing', async (kind, read) => {
  const { session, written } = open('city-matrix');
  const controller = new AbortController();
  const watched = {
    signal: controller.signal,
    onProgress: (share: number) => {
      if (share > read) controller.abort();
    },
  };
  const call =
    kind === 'fill' ? session.fill({}, watched) : session.submission[kind]({}, watched).then(() => undefined);
  await expect(call).rejects.toThrow(/abort/i);
  expect(written).toEqual([]);
});
