import { sampleBytes } from '../../../tests/fixtures/scoreBooks';
import { createBytesHost } from '../../hosts/file/bytes';
import { cellName } from '../../model';
import { yinchuan2008 } from '../../schemes';
import { type SheetSnapshot, valueAt } from '../../workbook/snapshot';
import { evaluate } from '../evaluate';
import type { Evaluation } from '../evaluation';
import { planReport, reportRemoval, writeReport } from './report';

jest.setTimeout(60_000);

const scheme = yinchuan2008();

async function opened(name = 'list-with-defects') {
  const host = createBytesHost(sampleBytes(name), `${name}.xlsx`);
  return { host, evaluation: evaluate(await host.read(), scheme) };
}

function bodyRows(sheet: SheetSnapshot): number {
  return sheet.values.filter((row) => typeof row[0] === 'number').length;
}

it('lists every issue once, errors first, and is read as nothing', async () => {
  const { host, evaluation } = await opened();
  await writeReport(host, evaluation);
  const snapshot = await host.read();
  const sheet = snapshot.sheets.at(-1)!;
  expect(sheet.name).toBe('校验结果');
  expect(bodyRows(sheet)).toBe(evaluation.issues.length);
  const first = evaluation.issues.find(({ severity }) => severity === 'error')!;
  expect(sheet.values[3]!.slice(1, 4)).toEqual([
    '错误',
    first.sheet,
    cellName(first.cell!.row, first.cell!.column),
  ]);
  const again = evaluate(snapshot, scheme);
  expect(again.readings.at(-1)!.definition).toBeNull();
  expect(again.issues).toEqual(evaluation.issues);
});

it('replaces its own sheet and takes it away, and leaves one of the same name alone', async () => {
  const { host, evaluation } = await opened();
  await writeReport(host, evaluation);
  await writeReport(host, evaluate(await host.read(), scheme));
  expect((await host.read()).sheets.filter(({ name }) => name.startsWith('校验结果'))).toHaveLength(1);
  await host.write(reportRemoval(await host.read()));
  const without = await host.read();
  expect(without.sheets.map(({ name }) => name)).toEqual(evaluation.snapshot.sheets.map(({ name }) => name));
  const sheets = [...without.sheets, { ...without.sheets[0]!, name: '校验结果' }];
  const plan = planReport({ ...evaluation, snapshot: { ...without, sheets } });
  expect(plan.sheet).toBe('校验结果 (2)');
  expect(plan.changes.some(({ kind }) => kind === 'deleteSheet')).toBe(false);
});

it('stays usable with 10,000 issues: text is text, rows come in blocks', async () => {
  const { host, evaluation } = await opened('worked-examples');
  const issue = { ...evaluation.issues[0]!, severity: 'error' as const, received: '=1+1' };
  const many: Evaluation = { ...evaluation, issues: Array.from({ length: 10_000 }, () => issue) };
  const plan = await writeReport(host, many);
  expect(plan.changes.filter(({ kind }) => kind === 'setCells')).toHaveLength(10);
  const snapshot = await host.read();
  const sheet = snapshot.sheets.at(-1)!;
  expect(bodyRows(sheet)).toBe(10_000);
  expect(sheet.formulas.size).toBe(0);
  expect(valueAt(sheet, 9_000, 5)).toBe('=1+1');
});
