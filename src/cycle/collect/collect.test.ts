import { sampleBytes } from '../../../tests/fixtures/scoreBooks';
import { evaluate } from '../../app/evaluate';
import { memoryOf, settingsOf } from '../../app/remembered';
import { type Result, toResult } from '../../app/result';
import { readWorkbook, TableBook } from '../../hosts/file/bytes';
import type { Area } from '../../model';
import { yinchuan2008 } from '../../schemes';
import { type Snapshot, valueAt } from '../../workbook/snapshot';
import { type CollectOptions, CollectRun } from './collectRun';
import { takeFile } from './take';

jest.setTimeout(120_000);

const scheme = yinchuan2008();

function resultOf(snapshot: Snapshot): Result {
  return toResult(evaluate(snapshot, scheme, {}, settingsOf(memoryOf(snapshot), scheme)));
}

async function collected(
  files: Readonly<Record<string, Snapshot>>,
  options: CollectOptions = { period: null, rulings: {} },
) {
  const run = new CollectRun(scheme, options, new TableBook());
  for (const [name, snapshot] of Object.entries(files)) run.add(await takeFile(snapshot, scheme, name));
  return run.finish();
}

async function collectedBook(files: Readonly<Record<string, Snapshot>>): Promise<Snapshot> {
  const outcome = await collected(files);
  if (outcome.kind !== 'done') throw new Error(outcome.kind);
  return readWorkbook(outcome.bytes, 'collected.xlsx');
}

function byName<Item extends { name: string }>(items: readonly Item[]): Item[] {
  const key = (item: Item): string => JSON.stringify([item.name, 'department' in item ? item : '']);
  return [...items].sort((one, other) => (key(one) < key(other) ? -1 : 1));
}

const SAMPLES = [
  'worked-examples',
  'city-matrix',
  'cards',
  'city-combined-dirty',
  'list-with-defects',
  'no-roster',
  'existing-summary',
];

describe.each(SAMPLES)('%s', (name) => {
  it('collected alone gives the same figures', async () => {
    const one = readWorkbook(sampleBytes(name), `${name}.xlsx`);
    const book = await collectedBook({ [`${name}.xlsx`]: one });
    const [wanted, found] = [resultOf(one), resultOf(book)];
    expect(byName(found.persons)).toEqual(byName(wanted.persons));
    expect(byName(found.departments)).toEqual(byName(wanted.departments));
    expect(found.period).toBe(wanted.period);
    expect(found.rulings).toEqual(wanted.rulings);
  });
});

/** What stands in a merged area, in each of its cells: the rows can be dealt out then. */
function unmerged(snapshot: Snapshot): Snapshot {
  const { layouts } = evaluate(snapshot, scheme).recognition;
  const bottoms = new Map(layouts.map(({ sheet, header }) => [sheet.name, header.bottom]));
  const sheets = snapshot.sheets.map((sheet) => {
    const values = sheet.values.map((row) => [...row]);
    const isDown = ({ top, left, bottom, right }: Area): boolean =>
      left === right && top !== bottom && top > (bottoms.get(sheet.name) ?? Infinity);
    for (const { top, left, bottom } of sheet.merges.filter(isDown)) {
      for (let row = top; row <= bottom; row += 1) {
        const line = values[row - sheet.top];
        if (line) line[left - sheet.left] = valueAt(sheet, top, left);
      }
    }
    return { ...sheet, values, merges: sheet.merges.filter((area) => !isDown(area)) };
  });
  return { ...snapshot, sheets };
}

/** The workbook's rows dealt out to `count` workbooks by a rule; what stands above the tables is in all of them. */
function dealt(snapshot: Snapshot, count: number, whose: (row: number) => number): Snapshot[] {
  const { recognition } = evaluate(snapshot, scheme);
  const kinds = new Map(recognition.layouts.map((layout) => [layout.sheet.name, layout]));
  return Array.from({ length: count }, (_, at) => ({
    ...snapshot,
    sheets: snapshot.sheets.map((sheet) => {
      const layout = kinds.get(sheet.name);
      if (!layout || layout.definition.kind === 'roster' || layout.definition.kind === 'card') return sheet;
      const keeps = (row: number): boolean => row <= layout.header.bottom || whose(row) === at;
      return {
        ...sheet,
        values: sheet.values.map((values, index) => (keeps(sheet.top + index) ? values : [])),
      };
    }),
  }));
}

/** Cards that were copied into each part stay in the first alone. */
function withoutCards(parts: readonly Snapshot[]): Snapshot[] {
  return parts.map((part, at) => {
    const { recognition } = evaluate(part, scheme);
    const cards = new Set(
      recognition.layouts
        .filter(({ definition }) => definition.kind === 'card')
        .map(({ sheet }) => sheet.name),
    );
    return at === 0 ? part : { ...part, sheets: part.sheets.filter((sheet) => !cards.has(sheet.name)) };
  });
}

describe('the figures do not hang on how the rows were dealt out to files', () => {
  it.each([
    ['city-matrix', 3, (row: number) => row % 3],
    ['existing-summary', 2, (row: number) => Math.floor(row / 7) % 2],
    ['worked-examples', 4, (row: number) => (row * 7) % 4],
    ['no-roster', 2, (row: number) => row % 2],
    ['list-with-defects', 2, (row: number) => row % 2],
    ['city-combined-dirty', 5, (row: number) => row % 5],
  ])('%s in %i files', async (name, count, whose) => {
    const one = readWorkbook(sampleBytes(name), `${name}.xlsx`);
    const parts = withoutCards(dealt(unmerged(one), count, whose));
    const files = Object.fromEntries(parts.map((part, at) => [`${at}.xlsx`, part]));
    const { period } = resultOf(one);
    const outcome = await collected(files, { period, rulings: {} });
    if (outcome.kind !== 'done') throw new Error(outcome.kind);
    const [wanted, found] = [resultOf(one), resultOf(readWorkbook(outcome.bytes, 'collected.xlsx'))];
    expect(byName(found.persons)).toEqual(byName(wanted.persons));
    expect(byName(found.departments)).toEqual(byName(wanted.departments));
  });
});

describe('what is to be looked at', () => {
  const one = (): Snapshot => readWorkbook(sampleBytes('worked-examples'), 'one.xlsx');

  async function reportOf(files: Readonly<Record<string, Snapshot>>, options?: CollectOptions) {
    const outcome = await collected(files, options);
    if (outcome.kind === 'again') throw new Error('again');
    return outcome.report;
  }

  it('names the file and the cell of each row', async () => {
    const book = await collectedBook({ '城东.xlsx': one() });
    const sheet = book.sheets.find(({ name }) => name === scheme.sheets[1]!.name)!;
    const headers = sheet.values[1]!;
    const columns = ['来源文件', '来源单元格'].map((header) => headers.indexOf(header));
    const row = sheet.values[3]!;
    expect(columns.map((column) => row[column])).toEqual(['城东.xlsx', expect.stringMatching(/![A-Z]+\d+$/)]);
  });

  it('the same workbook twice: figures once, each visit reported with both places, nobody scored on both', async () => {
    const report = await reportOf({ 'a.xlsx': one(), 'b.xlsx': one() });
    const clashes = report.notes.filter(({ message }) => message.includes('两行都保留'));
    expect(clashes.length).toBeGreaterThan(0);
    expect(clashes[0]).toMatchObject({ severity: 'error', file: 'b.xlsx' });
    expect(clashes[0]!.message).toContain('“a.xlsx”');
    expect(report.repeated).toBeGreaterThan(0);
    const book = await collectedBook({ 'a.xlsx': one(), 'b.xlsx': one() });
    const { persons, issues } = resultOf(book);
    expect(issues.filter(({ code }) => code === 'duplicate-visit').length).toBe(clashes.length);
    expect(persons.every(({ status }) => status === 'unscored')).toBe(true);
  });

  it('files of another half-year are left out and named, the majority decides', async () => {
    const other = {
      ...one(),
      memory: '<memory xmlns="urn:service-score:memory:1"><entry name="period">"2008H2"</entry></memory>',
    };
    const files = {
      'a.xlsx': other,
      'b.xlsx': one(),
      'c.xlsx': { ...one(), sheets: one().sheets.slice(0, 1) },
    };
    expect(await collected(files)).toMatchObject({
      kind: 'refused',
      message: expect.stringContaining('--period'),
    });
    const report = await reportOf(files, { period: '2008H1', rulings: {} });
    expect(report.files.map(({ state }) => state)).toEqual(['left-out', 'taken', 'taken']);
    expect(report.isIncomplete).toBe(true);
    expect(report.notes.some(({ message }) => message.includes('2008H2'))).toBe(true);
  });

  it('different rulings are named and left at the default, unless they are given', async () => {
    const memory =
      '<memory xmlns="urn:service-score:memory:1"><entry name="rulings">{"percentStep":"started"}</entry></memory>';
    const files = {
      'a.xlsx': { ...one(), memory },
      'b.xlsx': { ...one(), sheets: one().sheets.slice(0, 1) },
    };
    const report = await reportOf(files);
    expect(report.rulings).toEqual({});
    expect(report.notes.some(({ message }) => message.includes('percentStep'))).toBe(true);
    const decided = await reportOf(files, { period: null, rulings: { percentStep: 'started' } });
    expect(decided.notes.some(({ message }) => message.includes('percentStep'))).toBe(false);
    const agreed = await reportOf({ 'a.xlsx': { ...one(), memory } });
    expect(agreed.rulings).toEqual({ percentStep: 'started' });
  });

  it('a column that is missing stays missing for the persons of that file', async () => {
    const spoiled = one();
    const sheet = spoiled.sheets.find(({ name }) => name.includes('提升服务'))!;
    const header = sheet.values.findIndex((row) => row.includes('期末库存'));
    const values = sheet.values.map((row, at) =>
      at === header ? row.map((value) => (value === '期末库存' ? '别的' : value)) : row,
    );
    const book = {
      ...spoiled,
      sheets: spoiled.sheets.map((each) => (each === sheet ? { ...sheet, values } : each)),
    };
    const [wanted, found] = [resultOf(book), resultOf(await collectedBook({ 'a.xlsx': book }))];
    expect(wanted.persons.some(({ status }) => status === 'unscored')).toBe(true);
    expect(byName(found.persons)).toEqual(byName(wanted.persons));
  });
});
