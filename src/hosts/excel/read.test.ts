import { openInExcel } from '../../../emulator/bridge/install';
import { WorkbookModel } from '../../../emulator/model';
import { city, failure } from '../../../tests/fixtures/excelCity';
import { MEMORY_NAMESPACE } from '../../workbook/host';
import { cellKey, valueAt, type SheetSnapshot, type Snapshot } from '../../workbook/snapshot';
import { createExcelHost } from './excel-host';

jest.mock('./host-log', () => ({ logHostFailure: jest.fn() }));

function sheetOf(snapshot: Snapshot, name: string): SheetSnapshot {
  return snapshot.sheets.find((sheet) => sheet.name === name)!;
}

describe('reading', () => {
  test('gives values, formulas, formats, merges, errors and what is remembered', async () => {
    const { workbook, summary } = city();
    summary.patch(1, 1, { numberFormat: '0.00%' });
    summary.patch(2, 1, { numberFormat: '0.00' });
    summary.merges = [{ top: 1, left: 2, bottom: 2, right: 2 }];
    workbook.enter(summary, 5, 0, '#N/A');
    workbook.store(summary, 5, 1, '#N/A');
    workbook.store(summary, 5, 2, '=不是公式');
    workbook.addSheet('空表').visibility = 'Hidden';
    const xml = `<memory xmlns="${MEMORY_NAMESPACE}"/>`;
    workbook.setXmlPart(workbook.newId(), `<?xml version="1.0"?>${xml}`);
    workbook.date1904 = true;
    openInExcel(workbook);
    const snapshot = await createExcelHost().read();
    const sheet = sheetOf(snapshot, '汇总');
    expect([snapshot.name, snapshot.memory, snapshot.date1904]).toEqual(['全市.xlsx', xml, true]);
    expect(snapshot.sheets.map((one) => [one.name, one.visible])).toEqual([
      ['明细', true],
      ['汇总', true],
      ['空表', false],
    ]);
    expect([valueAt(sheet, 1, 0), valueAt(sheet, 3, 1), valueAt(sheet, 5, 2)]).toEqual([
      '张三',
      170,
      '=不是公式',
    ]);
    expect([...sheet.formulas]).toEqual([[cellKey(3, 1), '=SUM(B2:B3)']]);
    expect([...sheet.formats]).toEqual([[cellKey(1, 1), '0.00%']]);
    expect(sheet.merges).toEqual([{ top: 1, left: 2, bottom: 2, right: 2 }]);
    expect([...sheet.errors]).toEqual([cellKey(5, 0)]);
    expect(sheetOf(snapshot, '空表').values).toEqual([]);
  });

  test('a used range that does not begin at A1 keeps its place', async () => {
    const workbook = new WorkbookModel();
    workbook.store(workbook.addSheet('表'), 4, 2, '甲');
    openInExcel(workbook);
    const [sheet] = (await createExcelHost().read()).sheets;
    expect([sheet!.top, sheet!.left, sheet!.values]).toEqual([4, 2, [['甲']]]);
  });

  test('asks for number formats of the wanted sheets alone', async () => {
    const { workbook, summary } = city();
    summary.patch(1, 1, { numberFormat: '0.00%' });
    const endpoint = openInExcel(workbook);
    const snapshot = await createExcelHost().read({ wantsDetail: (sheet) => sheet.name === '明细' });
    expect(sheetOf(snapshot, '汇总').formats.size).toBe(0);
    expect(sheetOf(snapshot, '汇总').formulas.size).toBe(1);
    expect(endpoint.requests).toBe(3);
  });

  test('has Excel compute first where it computes only when asked', async () => {
    const { workbook } = city();
    workbook.calculationMode = 'Manual';
    const endpoint = openInExcel(workbook);
    const calculated = jest.spyOn(workbook, 'recalculate');
    await createExcelHost().read();
    expect(calculated).toHaveBeenCalled();
    expect(endpoint.requests).toBe(3);
  });

  test('does without merged areas where Excel is older than ExcelApi 1.13', async () => {
    const { workbook, summary } = city();
    summary.merges = [{ top: 1, left: 2, bottom: 2, right: 2 }];
    openInExcel(workbook, { sets: { ExcelApi: '1.9' } });
    expect(sheetOf(await createExcelHost().read(), '汇总').merges).toEqual([]);
  });

  test('reads in blocks and halves them where a response would be too large', async () => {
    const { workbook } = city(400);
    openInExcel(workbook);
    const whole = await createExcelHost().read();
    const endpoint = openInExcel(workbook, { limits: { payload: 20_000, cells: 5_000_000 } });
    const shares: number[] = [];
    const pieces = await createExcelHost().read({ onProgress: (share) => shares.push(share) });
    expect(pieces).toEqual(whole);
    expect(endpoint.requests).toBeGreaterThan(10);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
  });

  test('takes nulls for a block that is too large', async () => {
    const { workbook } = city(400);
    openInExcel(workbook);
    const whole = await createExcelHost().read();
    openInExcel(workbook, { limits: { payload: 5_000_000, cells: 3_000 } });
    expect(await createExcelHost().read()).toEqual(whole);
  });

  test('can be cancelled between round trips', async () => {
    const { workbook } = city();
    const endpoint = openInExcel(workbook);
    const control = new AbortController();
    const error = await failure(
      createExcelHost().read({
        signal: control.signal,
        onProgress: (share) => share > 0 && control.abort(),
      }),
    );
    expect([error.code, endpoint.requests]).toEqual(['cancelled', 1]);
  });
});

describe('a read that is cancelled', () => {
  it('is given up at once, whatever Excel has still to answer; the next one reads everything', async () => {
    const { workbook } = city();
    const endpoint = openInExcel(workbook);
    const host = createExcelHost();
    const whole = await host.read();
    const { requests } = endpoint;
    const given = new AbortController();
    const read = host.read({ signal: given.signal });
    given.abort();
    expect((await failure(read)).code).toBe('cancelled');
    expect(endpoint.requests).toBe(requests);
    expect(await host.read()).toEqual(whole);
  });
});
