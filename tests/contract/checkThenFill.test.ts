import { openInExcel } from '../../emulator/bridge/install';
import { HostFault } from '../../emulator/executor';
import { workbookFromSnapshot, type SheetModel } from '../../emulator/model';
import { createSession, type Run } from '../../src/app/session';
import { createExcelHost } from '../../src/hosts/excel';
import { yinchuan2008 } from '../../src/schemes';
import { sample } from '../fixtures/workbooks';

jest.mock('../../src/hosts/excel/host-log', () => ({ logHostFailure: jest.fn() }));

function run(): Run {
  return { signal: new AbortController().signal, onProgress: () => undefined };
}

/** A pane that has just checked the workbook. */
async function checked(name = 'existing-summary') {
  const workbook = workbookFromSnapshot(sample(name));
  const endpoint = openInExcel(workbook);
  const session = createSession(createExcelHost(), yinchuan2008());
  await session.check({}, run());
  const before = endpoint.requests;
  const sheet = (tab: string): SheetModel => workbook.sheets.find((one) => one.name === tab)!;
  return { workbook, endpoint, session, sheet, requests: () => endpoint.requests - before };
}

/** What the summary holds after a fill that nothing was checked before. */
async function filledAfresh(change: (bench: Awaited<ReturnType<typeof checked>>) => void): Promise<string> {
  const bench = await checked();
  change(bench);
  await createSession(createExcelHost(), yinchuan2008()).fill({}, run());
  return summaryOf(bench.sheet);
}

function summaryOf(sheet: (tab: string) => SheetModel): string {
  const cells: unknown[] = [];
  const summary = sheet('客户服务质量测评汇总表');
  summary.each(summary.whole, ({ value }, row, column) => value !== '' && cells.push([row, column, value]));
  return JSON.stringify(cells);
}

test('a fill after a check looks and writes, in two round trips, and writes what a fill afresh does', async () => {
  const bench = await checked();
  await bench.session.fill({}, run());
  expect(bench.requests()).toBe(2);
  expect(summaryOf(bench.sheet)).toBe(await filledAfresh(() => undefined));
});

test.each<[string, (bench: Awaited<ReturnType<typeof checked>>) => void]>([
  ['a figure', ({ workbook, sheet }) => workbook.store(sheet('客户满意度'), 2, 3, 61)],
  ['a number format', ({ sheet }) => sheet('提升服务-专管员').patch(2, 2, { numberFormat: 'General' })],
  ['a merged area', ({ sheet }) => void sheet('明细测评表-客户经理').merges.pop()],
  [
    'a row of complaints',
    ({ workbook, sheet }) => workbook.shift(sheet('客户投诉测评表'), { axis: 'row', at: 3, count: 1 }),
  ],
])('%s that somebody has changed since the check is read afresh and filled in', async (_what, change) => {
  const bench = await checked();
  change(bench);
  await bench.session.fill({}, run());
  expect(bench.requests()).toBeGreaterThan(2);
  expect(summaryOf(bench.sheet)).toBe(await filledAfresh(change));
});

test('under other decisions than were checked, everything is computed anew', async () => {
  const bench = await checked();
  const { evaluation } = await bench.session.fill({ rulings: { totalBasis: 'raw' } }, run());
  expect(evaluation.rulings['totalBasis']).toBe('raw');
  expect(bench.requests()).toBe(3);
});

test('where the look is too much for Excel at once, it is taken in parts', async () => {
  const bench = await checked();
  bench.endpoint.fail({ request: 1, host: HostFault.ResponsePayloadSizeLimitExceeded });
  await bench.session.fill({}, run());
  expect(summaryOf(bench.sheet)).toBe(await filledAfresh(() => undefined));
});
