import { openInExcel } from '../../../emulator/bridge/install';
import { HostFault } from '../../../emulator/executor';
import { city, contents, failure, NEW_SHEET, set } from '../../../tests/fixtures/excelCity';
import { MEMORY_NAMESPACE, type UndoChange } from '../../workbook/host';
import { NOTE_HEAD } from '../../workbook/marks';
import { createExcelHost } from './excel-host';

jest.mock('./host-log', () => ({ logHostFailure: jest.fn() }));

describe('writing', () => {
  test('a whole fill takes at most eight round trips on 1,200 rows', async () => {
    const { workbook, summary } = city(1200);
    const endpoint = openInExcel(workbook);
    const host = createExcelHost();
    await host.read({ wantsDetail: (sheet) => sheet.name !== '明细' });
    const rows = Array.from({ length: 125 }, (_, row) => row + 3);
    await host.write([
      { kind: 'insertRows', sheet: '汇总', row: 3, count: 125, formatOf: 2 },
      set(
        rows.flatMap((row): [number, number, string | number][] => [
          [row, 0, `第${row}人`],
          [row, 1, row],
        ]),
      ),
      { kind: 'setMemory', xml: `<m xmlns="${MEMORY_NAMESPACE}"/>` },
    ]);
    expect(endpoint.requests).toBe(5);
    expect(summary.cell(128, 1).formula).toBe('=SUM(B2:B3)');
    expect(summary.value(127, 0)).toBe('第127人');
  });

  test('text stays text, also where it looks like a formula, a number or a date', async () => {
    const { workbook, summary } = city();
    summary.patch(2, 0, { numberFormat: '@' });
    openInExcel(workbook);
    const texts = ['=1+1', '=x', '640102000000', '2008-6-30', '95%', 'TRUE', '#N/A', '张三', "'a"];
    await createExcelHost().write([
      set(texts.map((text, index) => [10 + index, 0, text])),
      set([
        [1, 1, 12.5],
        [1, 2, ''],
        [2, 0, '=2+2'],
      ]),
    ]);
    expect(
      texts.map((_, index) => summary.cell(10 + index, 0)).map((cell) => [cell.value, cell.formula]),
    ).toEqual(texts.map((text) => [text, null]));
    expect([summary.value(1, 1), summary.value(1, 2), summary.value(2, 0)]).toEqual([12.5, '', '=2+2']);
    expect(summary.cell(10, 0).numberFormat).toBe('General');
  });

  test('a protected sheet: nothing is written, the sheet is named', async () => {
    const { workbook, summary, detail } = city();
    summary.isProtected = true;
    const before = contents(detail);
    openInExcel(workbook);
    const error = await failure(
      createExcelHost().write([set([[1, 0, '王五']], '明细'), set([[1, 0, '王五']])]),
    );
    expect([error.name, error.code]).toEqual(['HostError', 'protected']);
    expect(error.message).toContain('“汇总”');
    expect(contents(detail)).toEqual(before);
  });

  test('a sheet that is gone is named and nothing is written', async () => {
    const { workbook, summary } = city();
    openInExcel(workbook);
    const before = contents(summary);
    const error = await failure(
      createExcelHost().write([set([[1, 0, '王五']]), set([[1, 0, '王五']], '旧表')]),
    );
    expect([error.code, error.message]).toEqual(['sheet-gone', expect.stringContaining('“旧表”')]);
    expect(contents(summary)).toEqual(before);
  });

  test('new rows take formats, and everything below moves', async () => {
    const { workbook, summary } = city();
    summary.patchFormat(1, 0, { bold: true });
    openInExcel(workbook);
    await createExcelHost().write([{ kind: 'insertRows', sheet: '汇总', row: 3, count: 2, formatOf: 1 }]);
    expect([summary.cell(4, 0).format.bold, summary.value(5, 0)]).toEqual([true, '合计']);
    expect(workbook.journal.changes.at(-1)).toEqual({
      kind: 'insertRows',
      sheet: '汇总',
      row: 3,
      count: 2,
      formatOf: 1,
    });
  });

  test('makes a sheet ready to print', async () => {
    const { workbook } = city();
    openInExcel(workbook);
    await createExcelHost().write([{ kind: 'addSheet', sheet: NEW_SHEET }]);
    const sheet = workbook.sheet('新表')!;
    expect([sheet.value(0, 0), sheet.value(2, 0), sheet.cell(2, 0).formula]).toEqual(['标题', '=1+1', null]);
    expect(sheet.cell(2, 1).numberFormat).toBe('0.00');
    expect(sheet.cell(1, 0).format).toMatchObject({ bold: true, fill: '#DCE6F1' });
    expect(sheet.merges).toEqual(NEW_SHEET.merges);
    expect([sheet.page.orientation, sheet.page.paperSize, sheet.frozen?.bottom]).toEqual([
      'Landscape',
      'A4',
      1,
    ]);
    expect(sheet.page.titleRows).toMatchObject({ top: 0, bottom: 1 });
    expect(sheet.validations[0]!.rule).toEqual({ list: { inCellDropDown: true, source: '是,否' } });
  });

  test('remembers, changes and forgets', async () => {
    const { workbook } = city();
    openInExcel(workbook);
    const host = createExcelHost();
    for (const xml of [
      `<m xmlns="${MEMORY_NAMESPACE}">1</m>`,
      `<m xmlns="${MEMORY_NAMESPACE}">2</m>`,
      null,
    ]) {
      await host.write([{ kind: 'setMemory', xml }]);
      expect((await host.read()).memory).toBe(xml);
    }
    expect(workbook.customXmlParts).toEqual([]);
  });

  test('takes out rows and sheets and puts formulas back', async () => {
    const { workbook, summary } = city();
    openInExcel(workbook);
    await createExcelHost().write([
      { kind: 'deleteRows', sheet: '汇总', row: 1, count: 1 },
      { kind: 'setFormulas', sheet: '汇总', cells: [{ row: 1, column: 2, formula: '=B2' }] },
      { kind: 'deleteSheet', sheet: '明细' },
    ]);
    expect(summary.cell(2, 1).formula).toBe('=SUM(B2:B2)');
    expect(summary.cell(1, 2)).toMatchObject({ formula: '=B2', value: 90 });
    expect(workbook.sheets.map((sheet) => sheet.name)).toEqual(['汇总']);
  });
});

describe('notes beside marks', () => {
  const marks: UndoChange[] = [
    { kind: 'unmark' },
    {
      kind: 'mark',
      sheet: '汇总',
      cells: [{ row: 1, column: 1, severity: 'error', note: `${NOTE_HEAD}\n甲` }],
    },
  ];

  test('are left out where Excel is older than ExcelApi 1.18', async () => {
    const { workbook, summary } = city();
    openInExcel(workbook);
    await createExcelHost().write(marks);
    expect([summary.conditions.length, summary.notes.length]).toEqual([1, 0]);
  });

  test('are left out where office.js is older than Excel', async () => {
    const { workbook, summary } = city();
    openInExcel(workbook, { sets: { ExcelApi: '1.18' } });
    Reflect.deleteProperty(Excel.Worksheet.prototype, 'notes');
    await createExcelHost().write(marks);
    expect([summary.conditions.length, summary.notes.length]).toEqual([1, 0]);
  });

  test('do not take the fills along where they fail, and are written the next time', async () => {
    const { workbook, summary } = city();
    const endpoint = openInExcel(workbook, { sets: { ExcelApi: '1.18' } });
    const host = createExcelHost();
    endpoint.fail({ request: 4, host: HostFault.ActivityLimitReached });
    const error = await failure(host.write(marks));
    expect([error.code, summary.conditions.length, summary.notes.length]).toEqual(['session-lost', 1, 0]);
    expect(error.message).toContain('批注');
    await host.write(marks);
    expect([summary.conditions.length, summary.notes.length]).toEqual([1, 1]);
    await host.write([{ kind: 'unmark' }]);
    expect([summary.conditions.length, summary.notes.length]).toEqual([0, 0]);
  });

  test('500 of them take no more round trips than one', async () => {
    const trips = async (count: number): Promise<number> => {
      const { workbook } = city();
      const endpoint = openInExcel(workbook, { sets: { ExcelApi: '1.18' } });
      const note = `${NOTE_HEAD}\n甲`;
      const cells = Array.from({ length: count }, (_, row) => ({
        row,
        column: 1,
        severity: 'error' as const,
        note,
      }));
      const before = endpoint.requests;
      await createExcelHost().write([{ kind: 'mark', sheet: '汇总', cells }]);
      return endpoint.requests - before;
    };
    expect(await trips(500)).toBe(await trips(1));
  });
});
