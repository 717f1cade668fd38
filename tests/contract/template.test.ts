import { openInExcel } from '../../emulator/bridge/install';
import { workbookFromSnapshot } from '../../emulator/model';
import { exampleChanges } from '../../src/app/example';
import { templateChanges } from '../../src/app/template';
import { createSession } from '../../src/app/session';
import { createExcelHost } from '../../src/hosts/excel';
import { emptyWorkbook } from '../../src/hosts/file/newWorkbook';
import { readWorkbook } from '../../src/hosts/file/read/readWorkbook';
import { applyChanges } from '../../src/hosts/file/bytes';
import { yinchuan2008 } from '../../src/schemes';
import type { NewSheet } from '../../src/workbook/host';
import { partText } from './archive';

jest.setTimeout(60_000);

const scheme = yinchuan2008();
const empty = readWorkbook(emptyWorkbook(), '空白.xlsx');
const run = { signal: new AbortController().signal, onProgress: () => undefined };

/** What makes a sheet good to enter into and to print. */
interface SetUp {
  readonly name: string;
  readonly frozenRows: number;
  readonly titleRows: number;
  readonly landscape: boolean;
  readonly paper: string;
  readonly onePageWide: boolean;
  /** The allowed values of each list. */
  readonly lists: readonly (readonly string[])[];
}

function wanted({ name, headerRows, landscape, lists }: NewSheet): SetUp {
  return {
    name,
    frozenRows: headerRows,
    titleRows: headerRows,
    landscape,
    paper: 'A4',
    onePageWide: true,
    lists: lists.map(({ values }) => values),
  };
}

const made = (changes: ReturnType<typeof templateChanges>) =>
  changes.flatMap((change) => (change.kind === 'addSheet' ? [change.sheet] : []));

/** As it stands in a file. */
function inFile(bytes: Uint8Array): SetUp[] {
  const book = partText(bytes, 'xl/workbook.xml');
  const names = [...book.matchAll(/<sheet [^>]*name="([^"]+)"/g)].map((match) => match[1]!);
  const titles = new Map(
    [...book.matchAll(/_xlnm\.Print_Titles" localSheetId="(\d+)"[^>]*>[^<]*!\$1:\$(\d+)</g)].map((match) => [
      Number(match[1]),
      Number(match[2]),
    ]),
  );
  return names.map((name, at) => {
    const xml = partText(bytes, `xl/worksheets/sheet${at + 1}.xml`);
    return {
      name,
      frozenRows: Number(/<pane ySplit="(\d+)"[^>]*state="frozen"/.exec(xml)?.[1] ?? 0),
      titleRows: titles.get(at) ?? 0,
      landscape: /orientation="landscape"/.test(xml),
      paper: /paperSize="9"/.test(xml) ? 'A4' : '',
      onePageWide: /fitToPage="1"/.test(xml) && /fitToWidth="1" fitToHeight="0"/.test(xml),
      lists: [
        ...xml.matchAll(
          /<dataValidation type="list"[^>]*><formula1>(?:"|&quot;)(.*?)(?:"|&quot;)<\/formula1>/g,
        ),
      ].map((match) => match[1]!.split(',')),
    };
  });
}

describe.each([
  ['the template', templateChanges(empty, scheme)],
  ['the example', exampleChanges(empty, scheme)],
])('%s', (_name, changes) => {
  const sheets = made(changes);

  test('has lists for posts and answers, a frozen header on each sheet of data, and says how to fill it in', () => {
    expect(sheets[0]!.cells.length).toBeGreaterThan(10);
    for (const sheet of sheets.slice(1))
      expect([sheet.name, sheet.headerRows > 0]).toEqual([sheet.name, true]);
    const lists = sheets.flatMap(({ lists: own }) => own.map(({ values }) => values.join('/')));
    expect(lists).toEqual(
      expect.arrayContaining(['客户经理/专管员/送货员', '是/否', '有理/无理/待核实', '已完成/未完成/未到期']),
    );
  });

  test('is set up so in a file', () => {
    const bytes = applyChanges(emptyWorkbook(), changes, '空白.xlsx');
    expect(inFile(bytes).slice(-sheets.length)).toEqual(sheets.map(wanted));
  });

  test('is set up so in Excel', async () => {
    const workbook = workbookFromSnapshot(empty);
    openInExcel(workbook);
    await createExcelHost().write(changes);
    const found = workbook.sheets.slice(-sheets.length).map((sheet): SetUp => ({
      name: sheet.name,
      frozenRows: sheet.frozen ? sheet.frozen.bottom + 1 : 0,
      titleRows: sheet.page.titleRows ? sheet.page.titleRows.bottom + 1 : 0,
      landscape: sheet.page.orientation === 'Landscape',
      paper: sheet.page.paperSize ?? '',
      onePageWide: sheet.page.zoom['horizontalFitToPages'] === 1,
      lists: sheet.validations.map(({ rule }) => (rule['list'] as { source: string }).source.split(',')),
    }));
    expect(found).toEqual(sheets.map(wanted));
  });
});

test('an empty workbook in Excel: the example, then a filled summary', async () => {
  const workbook = workbookFromSnapshot(empty);
  openInExcel(workbook);
  const session = createSession(createExcelHost(), scheme);
  expect(await session.addExample(run)).toBeGreaterThan(8);
  const evaluation = await session.check({}, run);
  expect(evaluation.counts.error).toBe(0);
  expect((await session.fill({}, run)).plan?.made).toHaveLength(1);
  await expect(session.addExample(run)).rejects.toMatchObject({ code: 'not-writable' });
});
