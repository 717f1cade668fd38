import { readWorkbook } from '../../../src/hosts/file/bytes';
import { parseCellName } from '../../../src/model';
import { at, cells, keyOf, type Open, sheetOf } from './underTest';

/** Values, formulas and number formats of cells that are there. */
export function writingContract(open: Open): void {
  test('writes values as what they are; a text that begins with = stays text', async () => {
    const { host } = await open();
    const values = {
      B3: 12.5,
      B4: '=1+1',
      C4: true,
      D4: '',
      F9: '甲 & <乙>\n"丙"',
      A7: '+86',
      A2: '640100000001',
    };
    await host.write([{ kind: 'setCells', sheet: '汇总 表', cells: cells(values) }]);
    const sheet = sheetOf(await host.read(), '汇总 表');
    for (const [name, value] of Object.entries(values))
      expect([name, at(sheet, name)]).toEqual([name, value]);
    expect(sheet.formulas.has(keyOf('B4'))).toBe(false);
    expect(at(sheet, 'A3')).toBe('甲');
  });

  test('keeps the format of a cell it writes to', async () => {
    const { host } = await open();
    await host.write([{ kind: 'setCells', sheet: '汇总 表', cells: cells({ C3: 0.5 }) }]);
    expect(sheetOf(await host.read(), '汇总 表').formats.get(keyOf('C3'))).toBe('0.00%');
  });

  test('replaces a formula by a value, and puts a formula back', async () => {
    const { host } = await open();
    await host.write([{ kind: 'setCells', sheet: '汇总 表', cells: cells({ B5: 170 }) }]);
    const replaced = sheetOf(await host.read(), '汇总 表');
    expect([at(replaced, 'B5'), replaced.formulas.has(keyOf('B5'))]).toEqual([170, false]);
    const formula = '=SUM(B3:B4)';
    await host.write([
      { kind: 'setFormulas', sheet: '汇总 表', cells: [{ ...parseCellName('B5')!, formula }] },
    ]);
    expect(sheetOf(await host.read(), '汇总 表').formulas.get(keyOf('B5'))).toBe(formula);
  });
}

/** Number formats alone. */
export function formatContract(open: Open): void {
  test('gives cells another number format and leaves value and neighbours as they are', async () => {
    const { host, save } = await open();
    const before = sheetOf(await host.read(), '汇总 表').formats;
    const formats = [{ row: 3, column: 1, format: 'yyyy-mm-dd' }];
    await host.write([{ kind: 'setNumberFormats', sheet: '汇总 表', cells: formats }]);
    for (const after of [await host.read(), readWorkbook(await save(), null)]) {
      const sheet = sheetOf(after, '汇总 表');
      expect([at(sheet, 'B4'), at(sheet, 'C4')]).toEqual([90, 39500]);
      expect(sheet.formats.get(keyOf('B4'))).toBe('yyyy-mm-dd');
      expect(sheet.formats.get(keyOf('C4'))).toBe('yyyy-mm-dd');
      expect(sheet.formats.size).toBe(before.size + 1);
    }
    await host.write([
      { kind: 'setNumberFormats', sheet: '汇总 表', cells: [{ ...formats[0]!, format: 'General' }] },
    ]);
    expect(sheetOf(await host.read(), '汇总 表').formats).toEqual(before);
  });
}
