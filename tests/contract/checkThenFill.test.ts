import { openInExcel } from '../../emulator/bridge/install';
import { HostFault } from '../../emulator/executor';
import { workbookFromSnapshot, type SheetModel } from '../../emulator/model';
import { createFollower, type Followed } from '../../src/app/live/follower';
import { liveEvaluation } from '../../src/app/live/live';
import { createSession, type Run } from '../../src/app/session';
import { createExcelHost } from '../../src/hosts/excel';
import type { CellValue } from '../../src/model';
import { yinchuan2008 } from '../../src/schemes';
import { sample } from '../fixtures/workbooks';

jest.mock('../../src/hosts/excel/host-log', () => ({ logHostFailure: jest.fn() }));

const SATISFIED = '客户满意度';

function run(): Run {
  return { signal: new AbortController().signal, onProgress: () => undefined };
}

/** A pane that has just checked the workbook, and follows what is typed into it. */
async function checked(name = 'existing-summary') {
  const workbook = workbookFromSnapshot(sample(name));
  const endpoint = openInExcel(workbook);
  const host = createExcelHost();
  const session = createSession(host, yinchuan2008());
  const follower = createFollower(host, session);
  let evaluation = await session.check({}, run());
  const sheet = (tab: string): SheetModel => workbook.sheets.find((one) => one.name === tab)!;
  /** Types over a cell of 客户满意度, and follows that; how it was followed. */
  const typed = async (row: number, value: CellValue): Promise<Followed['how']> => {
    const area = { top: row, left: 3, bottom: row, right: 3 };
    workbook.enter(sheet(SATISFIED), row, 3, value);
    const followed = await follower.follow(evaluation, [{ sheet: SATISFIED, area }], {}, run());
    evaluation = followed.evaluation;
    requests = endpoint.requests;
    return followed.how;
  };
  let { requests } = endpoint;
  return {
    workbook,
    endpoint,
    session,
    follower,
    sheet,
    typed,
    requests: () => endpoint.requests - requests,
  };
}

type Checked = Awaited<ReturnType<typeof checked>>;

/** What the summary holds after a fill that nothing was checked before. */
async function filledAfresh(change: (bench: Checked) => void): Promise<string> {
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

test.each<[string, (bench: Checked) => void]>([
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

describe('after edits that were followed', () => {
  const edit = (row: number, value: CellValue) => (bench: Checked) =>
    bench.workbook.enter(bench.sheet(SATISFIED), row, 3, value);
  const both = (bench: Checked): void => [edit(2, 61.5), edit(3, 70)].forEach((each) => each(bench));

  test('a fill looks and writes, in two round trips, and writes what a fill afresh does', async () => {
    const bench = await checked();
    expect([await bench.typed(2, 61.5), await bench.typed(3, 70)]).toEqual(['rows', 'rows']);
    await bench.session.fill({}, run());
    expect(bench.requests()).toBe(2);
    expect(summaryOf(bench.sheet)).toBe(await filledAfresh(both));
    expect(summaryOf(bench.sheet)).not.toBe(await filledAfresh(() => undefined));
  });

  test('what others have changed since is read afresh and filled in, in the edited rows and elsewhere', async () => {
    for (const others of [edit(2, 88), edit(5, 12), both]) {
      const bench = await checked();
      await bench.typed(2, 61.5);
      others(bench);
      await bench.session.fill({}, run());
      expect(bench.requests()).toBeGreaterThan(2);
      const afresh = await filledAfresh((other) => [edit(2, 61.5), others].forEach((each) => each(other)));
      expect(summaryOf(bench.sheet)).toBe(afresh);
    }
  });

  test('an edit that is taken back again is no reason to read twice', async () => {
    const bench = await checked();
    const stood = bench.sheet(SATISFIED).value(2, 3);
    await bench.typed(2, 61.5);
    await bench.typed(2, stood);
    await bench.session.fill({}, run());
    expect(bench.requests()).toBe(2);
    expect(summaryOf(bench.sheet)).toBe(await filledAfresh(() => undefined));
  });

  test('edits that nobody has followed yet are read once, not twice', async () => {
    const requests: number[] = [];
    for (const isKnown of [false, true]) {
      const bench = await checked();
      edit(2, 61.5)(bench);
      if (isKnown) bench.follower.missed();
      await bench.session.fill({}, run());
      requests.push(bench.requests());
      expect(summaryOf(bench.sheet)).toBe(await filledAfresh(edit(2, 61.5)));
    }
    expect(requests[1]).toBe(requests[0]! - 1);
  });

  test('what was followed from another evaluation than the last check is passed over', async () => {
    const bench = await checked();
    const former = await bench.session.check({}, run());
    await bench.session.check({}, run());
    const other = liveEvaluation(former).apply(SATISFIED, [{ row: 2, values: ['王芳', 1] }]);
    bench.session.followed(former, other);
    const { evaluation } = await bench.session.fill({}, run());
    expect(evaluation.snapshot).not.toBe(other.snapshot);
    expect(summaryOf(bench.sheet)).toBe(await filledAfresh(() => undefined));
  });
});
