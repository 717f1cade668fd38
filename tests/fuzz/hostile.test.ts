import fc from 'fast-check';
import { openInExcel } from '../../emulator/bridge/install';
import { openFile, type WorkbookModel } from '../../emulator/model';
import { createSession, type Run } from '../../src/app/session';
import { planCorrection } from '../../src/cycle/corrections/correct';
import { createExcelHost } from '../../src/hosts/excel';
import { createBytesHost } from '../../src/hosts/file/bytes';
import { yinchuan2008 } from '../../src/schemes';
import { HostError, type NewSheet, type UndoChange, type WorkbookHost } from '../../src/workbook/host';
import { isMarkNote } from '../../src/workbook/marks';
import { atLength } from '../fixtures/atLength';
import { sampleBytes } from '../fixtures/scoreBooks';
import { HOSTILE, hostileText } from './hostileTexts';
import { poisoned } from './poisoned';
import { expectWritten, verifying } from './verifying';

jest.mock('../../src/hosts/excel/host-log', () => ({ logHostFailure: jest.fn() }));
jest.setTimeout(600_000);

const scheme = yinchuan2008();
const run = (): Run => ({ signal: new AbortController().signal, onProgress: () => undefined });

interface Opened {
  readonly host: WorkbookHost;
  readonly look: () => WorkbookModel;
}

const HOSTS: readonly (readonly [string, (bytes: Uint8Array) => Opened])[] = [
  [
    'Excel',
    (bytes) => {
      const { workbook } = openFile(bytes, '测试.xlsx');
      openInExcel(workbook, { sets: { ExcelApi: '1.18', CustomXmlParts: '1.1' } });
      return { host: createExcelHost(), look: () => workbook };
    },
  ],
  [
    'a file',
    (bytes) => {
      const host = createBytesHost(bytes, '测试.xlsx');
      return { host, look: () => openFile(host.bytes, '测试.xlsx').workbook };
    },
  ],
];

function sheetOf(name: string, texts: readonly string[]): NewSheet {
  const cells = texts.map(
    (value, row) => ({ row, column: row % 3, value, style: row % 2 ? 'text' : 'flag' }) as const,
  );
  return { name, cells, merges: [], columnWidths: [], headerRows: 1, landscape: false, lists: [] };
}

describe.each(HOSTS)('in %s', (_name, open) => {
  test('any text is written into cells and new sheets as that text', async () => {
    const { host } = open(sampleBytes('worked-examples'));
    const [first] = (await host.read()).sheets;
    let made = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(hostileText, { minLength: 8, maxLength: 30 }), async (texts) => {
        made += 1;
        const changes: UndoChange[] = [
          {
            kind: 'setCells',
            sheet: first!.name,
            cells: texts.map((value, row) => ({ row: row + 40, column: 3, value })),
          },
          { kind: 'addSheet', sheet: sheetOf(`表${made}`, texts) },
        ];
        await host.write(changes);
        expect(expectWritten(await host.read(), changes)).toBe(2 * texts.length);
        await host.write([{ kind: 'deleteSheet', sheet: `表${made}` }]);
      }),
      { numRuns: atLength(2, 30) },
    );
  });

  test('a name of a sheet is kept as it is, or refused with a sentence and nothing is written', async () => {
    const { host } = open(sampleBytes('worked-examples'));
    const before = (await host.read()).sheets.map(({ name }) => name);
    const kept: string[] = [];
    for (const name of HOSTILE) {
      const error = await host.write([{ kind: 'addSheet', sheet: sheetOf(name, ['一']) }]).then(
        () => null,
        (reason: unknown) => reason,
      );
      if (error === null) kept.push(name);
      else expect([name, error instanceof HostError]).toEqual([name, true]);
    }
    expect((await host.read()).sheets.map(({ name }) => name)).toEqual([...before, ...kept]);
    expect(kept.length).toBeGreaterThan(10);
  });

  const long = { row: 50, column: 1, value: `=${'长'.repeat(32_767)}` };
  test.each([
    ['a cell', { kind: 'setCells', sheet: '人员名册', cells: [long] }],
    [
      'a new sheet',
      { kind: 'addSheet', sheet: { ...sheetOf('新', []), cells: [{ ...long, style: 'text' }] } },
    ],
  ] as const)(
    'a text that is too long for %s is refused by name, and nothing is written',
    async (_what, change) => {
      const { host } = open(sampleBytes('worked-examples'));
      const before = await host.read();
      const error = await host.write([change]).then(
        () => null,
        (reason: unknown) => reason,
      );
      expect(error).toBeInstanceOf(HostError);
      expect((error as HostError).message).toMatch(/B51.*32767/);
      expect(await host.read()).toEqual(before);
    },
  );

  test.each([0, 1])(
    'summary, report, marks, correction: names and shops of every kind stay texts (%s)',
    async (half) => {
      const { host: plain, look } = open(sampleBytes('list-with-defects'));
      const host = verifying(plain);
      const some = HOSTILE.filter((_, index) => index % 2 === half);
      // The first three become departments, whose names become names of sheets.
      const texts = half === 0 ? some : [...some.filter((text) => /[\p{Cc}\p{Cs}]/u.test(text)), ...some];
      await host.write(poisoned(await host.read(), texts));
      const formulas = (await host.read()).sheets.reduce((sum, sheet) => sum + sheet.formulas.size, 0);
      const session = createSession(host, scheme);
      await session.fill(half === 0 ? {} : { perDepartment: true }, run());
      await session.submission.report({}, run());
      await session.submission.mark({}, run());
      const snapshot = await host.read();
      const wish = {
        cell: { sheet: '人员名册', row: 2, column: 4 },
        value: texts[0]!,
        by: texts[1]!,
        reason: texts[2]!,
      };
      await host.write(planCorrection(snapshot, scheme, wish, new Date(0)).changes);
      const after = await host.read();
      expect(after.sheets.reduce((sum, sheet) => sum + sheet.formulas.size, 0)).toBe(formulas);
      expect(host.texts).toBeGreaterThan(1_000);
      const notes = look().sheets.flatMap((sheet) => sheet.notes);
      expect(notes.filter(({ content }) => isMarkNote(content)).length).toBeGreaterThan(10);
      for (const { name } of after.sheets) expect(name).toMatch(/^[^\\/?*[\]:\p{Cc}]{1,31}$/u);
    },
  );
});
