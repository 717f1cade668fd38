import { definedNamesOf } from '../archive';
import { at, cells, keyOf, type Open, sheetOf } from './underTest';

const INSERT = { kind: 'insertRows', sheet: '汇总 表', row: 4, count: 2, formatOf: 3 } as const;

/** Rows that are put in, and what refers to cells below them. */
export function movingContract(open: Open): void {
  test('inserts rows as Excel does: what refers to moved cells follows', async () => {
    const { host, save } = await open();
    await host.write([INSERT, { kind: 'setCells', sheet: '汇总 表', cells: cells({ A5: '丙', C5: 39600 }) }]);
    const snapshot = await host.read();
    const summary = sheetOf(snapshot, '汇总 表');
    expect([at(summary, 'A5'), at(summary, 'A6'), at(summary, 'A7'), at(summary, 'A9')]).toEqual([
      '丙',
      '',
      '合计',
      '制表:',
    ]);
    expect(summary.formulas.get(keyOf('B7'))).toBe('=SUM(B3:B4)');
    expect(summary.formulas.get(keyOf('C7'))).toBe('=明细!B2*2');
    expect(summary.formulas.has(keyOf('B5'))).toBe(false);
    expect(summary.formats.get(keyOf('C5'))).toBe('yyyy-mm-dd');
    expect(sheetOf(snapshot, '明细').formulas.get(keyOf('A3'))).toBe("='汇总 表'!B4+$B$2");
    expect(definedNames(await save())).toEqual(["'汇总 表'!$B$3:$B$4", "'汇总 表'!$A$1:$D$9"]);
  });

  test('a range grows by rows inserted inside it, on all sheets and in names', async () => {
    const { host, save } = await open();
    await host.write([{ ...INSERT, row: 3, formatOf: 2 }]);
    const snapshot = await host.read();
    expect(sheetOf(snapshot, '汇总 表').formulas.get(keyOf('B7'))).toBe('=SUM(B3:B6)');
    expect(sheetOf(snapshot, '明细').formulas.get(keyOf('A3'))).toBe("='汇总 表'!B6+$B$2");
    expect(sheetOf(snapshot, '明细').formulas.get(keyOf('A4'))).toBe("=SUM('汇总 表'!B3:B6)");
    expect(definedNames(await save())).toEqual(["'汇总 表'!$B$3:$B$6", "'汇总 表'!$A$1:$D$9"]);
  });
}

/** Rows that are taken out again. */
export function returnContract(open: Open): void {
  test('merged blocks move along', async () => {
    const { host } = await open();
    await host.write([{ kind: 'insertRows', sheet: '汇总 表', row: 0, count: 1, formatOf: 1 }]);
    expect(sheetOf(await host.read(), '汇总 表').merges).toEqual([{ top: 1, left: 0, bottom: 1, right: 3 }]);
  });

  test('deleting the inserted rows brings back what was', async () => {
    const { host, save } = await open();
    const before = await host.read();
    await host.write([INSERT]);
    await host.write([{ kind: 'deleteRows', sheet: '汇总 表', row: 4, count: 2 }]);
    const after = await host.read();
    for (const sheet of before.sheets) {
      const now = sheetOf(after, sheet.name);
      expect([...now.formulas]).toEqual([...sheet.formulas]);
      expect(now.merges).toEqual(sheet.merges);
      expect(at(now, 'A7')).toEqual(at(sheet, 'A7'));
    }
    expect(definedNames(await save())).toEqual(["'汇总 表'!$B$3:$B$4", "'汇总 表'!$A$1:$D$7"]);
  });
}

/** The formulas of the names of BOOK as they are in a saved workbook: the range, then the print area. */
function definedNames(bytes: Uint8Array): string[] {
  const probe = definedNamesOf(bytes);
  return [probe.get('Scores') ?? '', probe.get('_xlnm.Print_Area') ?? ''];
}
