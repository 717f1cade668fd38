import { createBytesHost } from '../hosts/file/bytes';
import { yinchuan2008 } from '../schemes';
import { sampleBytes } from '../../tests/fixtures/scoreBooks';
import { readMemory } from '../workbook/memory';
import { fillSummary } from './fill';
import { blankWorkbook } from './template';
import { undoFill } from './undo';

const scheme = yinchuan2008();
const SUMMARY = '客户服务质量测评汇总表';

async function opened(name: string) {
  const host = createBytesHost(sampleBytes(name), `${name}.xlsx`);
  return { host, before: await host.read() };
}

describe.each(['existing-summary', 'worked-examples'])('filling %s', (name) => {
  it('brings back exactly what stood there', async () => {
    const { host, before } = await opened(name);
    const outcome = await fillSummary(host, scheme, { keepUndo: true });
    expect(outcome.kind).toBe('filled');
    expect((await host.read()).sheets).not.toEqual(before.sheets);
    const undone = await undoFill(host);
    expect(undone.kind).toBe('undone');
    expect(await host.read()).toEqual(before);
    expect(await undoFill(host)).toEqual({ kind: 'nothing' });
  });

  it('writes nothing new the second time, and every other sheet stays as it was', async () => {
    const { host, before } = await opened(name);
    await fillSummary(host, scheme);
    const filled = await host.read();
    const others = (snapshot: typeof before) => snapshot.sheets.filter((sheet) => sheet.name !== SUMMARY);
    expect(others(filled)).toEqual(others(before));
    const again = await fillSummary(host, scheme);
    expect(again.plan?.changes).toEqual([]);
    expect(again.evaluation.issues.filter(({ code }) => code.startsWith('summary'))).toEqual([]);
    expect(await host.read()).toEqual(filled);
  });
});

describe('an undo', () => {
  /** A cell below the rows that a fill makes, as it stands before the fill. */
  async function cellBelow(host: Awaited<ReturnType<typeof opened>>['host']) {
    await fillSummary(host, scheme, { keepUndo: true });
    const { inserted, cells } = readMemory((await host.read()).memory).undo!;
    await undoFill(host);
    const { row, count } = inserted[0]!;
    const below = cells.find((cell) => cell.row >= row + count)!;
    return { row: below.row - count, column: below.column };
  }

  it('puts a formula back that stands below the rows which go', async () => {
    const { host } = await opened('existing-summary');
    const { row, column } = await cellBelow(host);
    const formula = `=A${row + 1}+SUM($J$4:J${row})`;
    await host.write([{ kind: 'setFormulas', sheet: SUMMARY, cells: [{ row, column, formula }] }]);
    const before = await host.read();
    expect((await fillSummary(host, scheme, { keepUndo: true })).kind).toBe('filled');
    expect((await undoFill(host)).kind).toBe('undone');
    const [old, now] = [before, await host.read()].map(({ sheets }) => sheets.at(-1)!.formulas);
    expect([...now!]).toEqual([...old!]);
  });

  it('that was interrupted before its rows went can be done again', async () => {
    const { host, before } = await opened('existing-summary');
    await fillSummary(host, scheme, { keepUndo: true });
    const { inserted, cells } = readMemory((await host.read()).memory).undo!;
    const isNew = (row: number) => inserted.some((each) => row >= each.row && row < each.row + each.count);
    const back = cells
      .filter(({ row, formula }) => !isNew(row) && formula === null)
      .map((cell) => ({ row: cell.row, column: cell.column, value: cell.before }));
    await host.write([{ kind: 'setCells', sheet: SUMMARY, cells: back }]);
    expect((await undoFill(host)).kind).toBe('undone');
    expect((await host.read()).sheets).toEqual(before.sheets);
  });
});

describe('the blank summary of the template', () => {
  it('is filled row by row above its department block', async () => {
    const { host } = await opened('worked-examples');
    const sheet = blankWorkbook(scheme).find(({ name }) => name === SUMMARY)!;
    await host.write([{ kind: 'addSheet', sheet }]);
    const { plan } = await fillSummary(host, scheme);
    expect(plan).toMatchObject({ made: [], summarySheet: SUMMARY, insertedRows: 11 + 2 });
    const filled = (await host.read()).sheets.find(({ name }) => name === SUMMARY)!;
    const column = (index: number) => filled.values.map((row) => row[index] ?? '');
    expect(column(0).slice(2, 15)).toEqual(['序号', 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(column(1).slice(15, 21)).toEqual(['', '部(所)', '示例一所', '示例二所', '示例三所', '']);
    expect((await fillSummary(host, scheme)).plan?.changes).toEqual([]);
  });
});

describe('what a fill remembers', () => {
  it('keeps the period and the rulings that were given', async () => {
    const { host } = await opened('worked-examples');
    await fillSummary(host, scheme, { options: { period: '2008H1', rulings: { qualifyingLine: '80' } } });
    const memory = readMemory((await host.read()).memory);
    expect(memory).toMatchObject({ period: '2008H1', rulings: { qualifyingLine: 80 }, undo: null });
    const again = await fillSummary(host, scheme);
    expect(again.evaluation.rulings.qualifyingLine).toBe(80);
    expect(again.evaluation.rulingSources.qualifyingLine).toBe('workbook');
  });

  it('does not overwrite what somebody has changed since, and names it', async () => {
    const { host } = await opened('existing-summary');
    await fillSummary(host, scheme, { keepUndo: true });
    const cells = [
      { row: 3, column: 9, value: 1 },
      { row: 22, column: 14, value: '新备注' },
    ];
    await host.write([{ kind: 'setCells', sheet: SUMMARY, cells }]);
    const outcome = await undoFill(host);
    expect(outcome).toEqual({
      kind: 'changed',
      cells: [
        { sheet: SUMMARY, row: 3, column: 9 },
        { sheet: SUMMARY, row: 22, column: 14 },
      ],
    });
    expect((await undoFill(host, { evenIfChanged: true })).kind).toBe('undone');
  });

  it('names stale figures before a fill, and not those that the fill has replaced', async () => {
    const { host } = await opened('existing-summary');
    const cells = [{ row: 3, column: 9, value: 1 }];
    await host.write([{ kind: 'setCells', sheet: SUMMARY, cells }]);
    const outcome = await fillSummary(host, scheme);
    expect(outcome.evaluation.issues.filter(({ code }) => code === 'summary-stale')).toEqual([]);
  });
});
