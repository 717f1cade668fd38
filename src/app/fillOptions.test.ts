import { createBytesHost } from '../hosts/file/bytes';
import { yinchuan2008 } from '../schemes';
import { sampleBytes } from '../../tests/fixtures/scoreBooks';
import type { Snapshot } from '../workbook/snapshot';
import type { FillOptions } from './evaluation';
import { fillSummary } from './fill';
import { undoFill } from './undo';

const scheme = yinchuan2008();
const SUMMARY = '客户服务质量测评汇总表';

async function opened(name: string) {
  const host = createBytesHost(sampleBytes(name), `${name}.xlsx`);
  const fill = (options: FillOptions) => fillSummary(host, scheme, { options, keepUndo: true });
  return { host, fill, before: await host.read() };
}

function tab({ sheets }: Snapshot, name: string) {
  return sheets.find((sheet) => sheet.name === name)!;
}

/** Department, name and score of the rows of persons. */
function persons(book: Snapshot, name: string) {
  return tab(book, name)
    .values.slice(1)
    .filter((row) => typeof row[0] === 'number')
    .map((row) => [row[1], row[2], row[10]] as const);
}

describe('one summary a department', () => {
  it('is made for each, with its own persons and its own mean, and undone in one step', async () => {
    const { host, fill, before } = await opened('worked-examples');
    const { plan } = await fill({ perDepartment: true });
    const after = await host.read();
    const names = ['示例一所', '示例二所', '示例三所'].map((each) => `${SUMMARY}-${each}`);
    expect(plan?.made).toEqual(names);
    expect(names.flatMap((name) => persons(after, name))).toHaveLength(12);
    for (const name of names) {
      const departments = new Set(persons(after, name).map(([department]) => department));
      expect([...departments]).toEqual([name.slice(SUMMARY.length + 1)]);
      const block = tab(after, name).values.filter((row) => typeof row[2] === 'number');
      expect(block.map((row) => row[1])).toEqual([...departments]);
    }
    expect((await fill({ perDepartment: true })).plan?.changes).toEqual([]);
    expect((await undoFill(host)).kind).toBe('undone');
    expect((await host.read()).sheets).toEqual(before.sheets);
  });

  it('is kept by a later fill of everybody: a department that has none gets one of its own', async () => {
    const { host, fill } = await opened('worked-examples');
    await fill({ perDepartment: true, departments: ['示例一所', '示例二所'] });
    const { plan } = await fill({});
    expect(plan?.made).toEqual([`${SUMMARY}-示例三所`]);
    expect((await fill({})).plan?.changes).toEqual([]);
    expect(
      new Set(persons(await host.read(), `${SUMMARY}-示例一所`).map(([department]) => department)).size,
    ).toBe(1);
  });
});

describe('chosen departments', () => {
  it('leave every row of the others as it was', async () => {
    const { host, fill, before } = await opened('existing-summary');
    await fill({ departments: ['城西营销部'] });
    const rows = (book: Snapshot) => tab(book, SUMMARY).values.slice(2);
    const others = (book: Snapshot) =>
      rows(book).filter((row) => typeof row[0] === 'number' && row[1] !== '城西营销部');
    expect(others(await host.read())).toEqual(others(before));
    expect(rows(await host.read())).not.toEqual(rows(before));
  });

  it('that are none are refused with the choice, and nothing is written', async () => {
    const { host, fill, before } = await opened('worked-examples');
    await expect(fill({ departments: ['示例四所'] })).rejects.toThrow(
      '没有“示例四所”这个部(所)。可以选的有:示例一所、示例二所、示例三所。',
    );
    expect(await host.read()).toEqual(before);
  });
});

describe('the order of new rows', () => {
  it('by score begins with the highest, by rank with the first of each post', async () => {
    const byScore = await opened('worked-examples');
    await byScore.fill({ order: 'score' });
    const scores = persons(await byScore.host.read(), SUMMARY).map(([, , score]) => Number(score));
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    const byRank = await opened('worked-examples');
    await byRank.fill({ order: 'rank' });
    const rows = tab(await byRank.host.read(), SUMMARY).values.filter((row) => typeof row[0] === 'number');
    const groups = new Map<string, number[]>();
    for (const row of rows) {
      const key = `${row[1]} ${row[3]}`;
      groups.set(key, [...(groups.get(key) ?? []), Number(row[11])]);
    }
    for (const ranks of groups.values()) expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
  });

  it('never moves a row that stands already', async () => {
    const { host, fill, before } = await opened('existing-summary');
    await fill({ order: 'score' });
    const names = (book: Snapshot) => persons(book, SUMMARY).map(([, name]) => name);
    expect(names(await host.read()).slice(0, 19)).toEqual(names(before).slice(0, 19));
  });
});
