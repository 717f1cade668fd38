import { at, keyOf, type Open, sheetOf } from './underTest';

/** What a read tells of a workbook. */
export function readingContract(open: Open): void {
  test('reads values, formats, formulas and merges of all sheets, hidden ones too', async () => {
    const { host } = await open();
    const snapshot = await host.read();
    expect(snapshot.sheets.map((sheet) => [sheet.name, sheet.visible])).toEqual([
      ['汇总 表', true],
      ['明细', true],
      ['隐藏', false],
    ]);
    const summary = sheetOf(snapshot, '汇总 表');
    expect([at(summary, 'A1'), at(summary, 'B1'), at(summary, 'B3'), at(summary, 'C3')]).toEqual([
      '汇总',
      '',
      80,
      0.95,
    ]);
    expect(summary.merges).toEqual([{ top: 0, left: 0, bottom: 0, right: 3 }]);
    expect(summary.formats.get(keyOf('C3'))).toBe('0.00%');
    expect(summary.formats.get(keyOf('C4'))).toBe('yyyy-mm-dd');
    expect(summary.formats.get(keyOf('D4'))).toContain('年');
    expect(summary.formats.has(keyOf('B3'))).toBe(false);
    expect(summary.formulas.get(keyOf('B5'))).toBe('=SUM(B3:B4)');
    expect(summary.formulas.has(keyOf('B4'))).toBe(false);
    expect(at(summary, 'C4')).toBe(39500);
  });

  errorContract(open);
  progressContract(open);
}

function errorContract(open: Open): void {
  test('tells an error from a text that looks like one, and keeps blanks in texts', async () => {
    const { host } = await open();
    const sheet = sheetOf(await host.read(), '明细');
    expect([at(sheet, 'A1'), at(sheet, 'B1'), at(sheet, 'C1'), at(sheet, 'D9')]).toEqual([
      true,
      '#N/A',
      '#N/A',
      '  两头有空格 ',
    ]);
    expect([...sheet.errors]).toEqual([keyOf('B1')]);
  });
}

function progressContract(open: Open): void {
  test('reports its progress from 0 to 1', async () => {
    const { host } = await open();
    const shares: number[] = [];
    await host.read({ onProgress: (share) => shares.push(share) });
    expect(shares.at(-1)).toBe(1);
    expect(shares.every((share, index) => share >= 0 && share >= (shares[index - 1] ?? 0))).toBe(true);
  });
}
