import { readWorkbook } from '../../../src/hosts/file/bytes';
import { partText } from '../archive';
import { MEMORY, NEW_SHEET } from '../contractBook';
import { at, cells, keyOf, type Open, sheetOf } from './underTest';

/** Sheets that are added and taken away. */
export function sheetContract(open: Open): void {
  test('adds a sheet behind the others, and takes it away again', async () => {
    const { host } = await open();
    await host.write([{ kind: 'addSheet', sheet: NEW_SHEET }]);
    const snapshot = await host.read();
    expect(snapshot.sheets.map((sheet) => sheet.name)).toEqual(['汇总 表', '明细', '隐藏', '新汇总']);
    const sheet = sheetOf(snapshot, '新汇总');
    expect(at(sheet, 'A1')).toBe('客户服务质量测评汇总表');
    expect(['A4', 'B4', 'C4', 'D4', 'E4'].map((name) => at(sheet, name))).toEqual([
      '=HYPERLINK("x")',
      68.33,
      0.5,
      39500,
      '',
    ]);
    expect(sheet.formulas.size).toBe(0);
    expect(sheet.merges).toEqual(NEW_SHEET.merges);
    expect(sheet.formats.get(keyOf('C4'))).toBe('0.00%');
    expect(sheet.formats.get(keyOf('D4'))).toBe('yyyy-mm-dd');
    await host.write([{ kind: 'deleteSheet', sheet: '新汇总' }]);
    expect((await host.read()).sheets.map((tab) => tab.name)).toEqual(['汇总 表', '明细', '隐藏']);
  });

  test('a new sheet has links to other cells and a table that can be filtered', async () => {
    const { host, save } = await open();
    const cell = { row: 0, column: 0, value: 'B4', style: 'text' as const };
    const link = { sheet: '汇总 表', row: 3, column: 1 };
    const filter = { top: 0, left: 0, bottom: 9, right: 2 };
    await host.write([
      { kind: 'addSheet', sheet: { ...NEW_SHEET, cells: [{ ...cell, link }], merges: [], filter } },
    ]);
    expect(at(sheetOf(await host.read(), '新汇总'), 'A1')).toBe('B4');
    const xml = partText(await save(), 'xl/worksheets/sheet4.xml');
    expect(xml).toContain(`location="'汇总 表'!B4"`);
    expect(xml).toContain('<autoFilter ref="A1:C10"/>');
  });

  test('a sheet just made can be written to in the same call', async () => {
    const { host } = await open();
    await host.write([
      { kind: 'addSheet', sheet: NEW_SHEET },
      { kind: 'setCells', sheet: '新汇总', cells: cells({ B4: 99 }) },
    ]);
    expect(at(sheetOf(await host.read(), '新汇总'), 'B4')).toBe(99);
  });
}

/** What the workbook remembers. */
export function memoryContract(open: Open): void {
  test('keeps, replaces and forgets what the workbook remembers', async () => {
    const { host, save } = await open();
    expect((await host.read()).memory).toBeNull();
    await host.write([{ kind: 'setMemory', xml: MEMORY }]);
    expect((await host.read()).memory).toBe(MEMORY);
    expect(readWorkbook(await save(), null).memory).toBe(MEMORY);
    const next = MEMORY.replace('乙', '丁');
    await host.write([{ kind: 'setMemory', xml: next }]);
    expect((await host.read()).memory).toBe(next);
    await host.write([{ kind: 'setMemory', xml: null }]);
    expect((await host.read()).memory).toBeNull();
  });
}
