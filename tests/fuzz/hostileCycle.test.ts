import { createCycleDesk } from '../../src/cycle/desk';
import type { FileWork } from '../../src/cycle/files';
import { evaluate } from '../../src/app/evaluate';
import {
  newWorkbook,
  readMemory,
  readWorkbook,
  TableBook,
  unzipFiles,
  zipFiles,
} from '../../src/hosts/file/bytes';
import { createBytesHost } from '../../src/hosts/file';
import { yinchuan2008 } from '../../src/schemes';
import { templateSheets } from '../../src/workbook/template';
import type { NewSheet } from '../../src/workbook/host';
import type { PrintedSheet } from '../../src/workbook/printed';
import { sampleBytes } from '../fixtures/scoreBooks';
import { HOSTILE } from './hostileTexts';
import { asChanges, expectWritten } from './verifying';
import { poisoned } from './poisoned';

jest.setTimeout(600_000);

const scheme = yinchuan2008();
const watch = () => ({ signal: new AbortController().signal, onProgress: () => undefined });

/** The real work over files; every workbook that is made is read back and compared with what it was to hold. */
function verifyingFiles(): FileWork & { texts: number } {
  const files = {
    texts: 0,
    readWorkbook,
    readMemory,
    newWorkbook: (sheets: readonly PrintedSheet[], memory: string | null = null) => {
      const bytes = newWorkbook(sheets, memory);
      const snapshot = readWorkbook(bytes, null);
      files.texts += expectWritten(snapshot, asChanges(sheets));
      expectPlain(bytes);
      return bytes;
    },
    longTables: () => new TableBook(),
    zip: zipFiles,
    unzip: unzipFiles,
  };
  return files;
}

/** No formula on any sheet. */
function expectPlain(bytes: Uint8Array): void {
  for (const { name, formulas } of readWorkbook(bytes, null).sheets)
    expect([name, [...formulas.values()]]).toEqual([name, []]);
}

async function hostileBook(texts: readonly string[]): Promise<Uint8Array> {
  const host = createBytesHost(sampleBytes('list-with-defects'), '测试.xlsx');
  await host.write(poisoned(await host.read(), texts));
  return host.bytes;
}

describe.each([0, 1])('names and shops of every kind (%s)', (half) => {
  const texts = HOSTILE.filter((_, index) => index % 2 === half);
  const files = verifyingFiles();
  const desk = createCycleDesk(files, () => scheme);
  const chosen = async (name: string) => ({ name, bytes: await hostileBook(texts) });

  test('stay texts in bulletin, slips and comparison', async () => {
    const book = await chosen('=1+1.xlsx');
    const evaluation = evaluate(readWorkbook(book.bytes, book.name), scheme);
    for (const naming of ['all', 'initials', 'departments'] as const) {
      const made = await desk.bulletin(evaluation, naming);
      expect(made.bytes).not.toBeNull();
    }
    expect((await desk.slips(evaluation)).bytes).not.toBeNull();
    const archive = { name: 'a.zip', bytes: (await desk.archive(book, new Date(0))).bytes! };
    expect((await desk.compare(archive, archive)).bytes).not.toBeNull();
    expect(files.texts).toBeGreaterThan(500);
  });

  test('stay texts in a collected workbook, file names too', async () => {
    const books = [await chosen("=cmd|' /C calc'!A0.xlsx"), await chosen('<b>+1</b>.xlsx')];
    const { bytes } = await desk.collect(books, null, watch());
    expectPlain(bytes!);
    const found = new Set(readWorkbook(bytes!, null).sheets.flatMap(({ values }) => values.flat()));
    expect(found).toContain('<b>+1</b>.xlsx');
    expect(texts.filter((text) => found.has(text)).length).toBeGreaterThan(10);
  });

  test('stay texts in a draw', async () => {
    const headers = ['许可证号', '客户名称', '片区', '部(所)', '客户经理', '专管员', '送货员', '业态'];
    const rows = Array.from({ length: 120 }, (_, at) => [
      String(640100000000 + at),
      texts[at % texts.length]!,
      `${texts[at % 3]!}片`,
      texts[(at % 3) + 3]!,
      ...['陈一', texts[5]!, texts[6]!],
      texts[at % 2]!,
    ]);
    const cells = [headers, ...rows].flatMap((row, at) =>
      row.map((value, column) => ({ row: at, column, value, style: 'text' }) as const),
    );
    const list: NewSheet = {
      name: '客户清单',
      cells,
      merges: [],
      columnWidths: [],
      headerRows: 1,
      landscape: false,
      lists: [],
    };
    for (const detail of ['list', 'matrix'] as const) {
      const wish = { seed: '=1+1', detail, strata: [], last: null };
      const made = await desk.draw({ name: '@清单.xlsx', bytes: newWorkbook([list]) }, wish);
      expect(made.bytes).not.toBeNull();
    }
  });
});

test('a template holds no formula of anybody else', () => {
  const files = verifyingFiles();
  const bytes = files.newWorkbook(templateSheets(scheme));
  expect(readWorkbook(bytes, null).sheets.length).toBeGreaterThan(5);
  expect(files.texts).toBeGreaterThan(100);
});
