import { withRows } from '../../../src/app/live/edit';
import { HostError, OutdatedBasis } from '../../../src/workbook/host';
import { at, cells, type Open, sheetOf } from './underTest';

/** What cannot be written, is cancelled or rests on an old read. */
export function failureContract(open: Open): void {
  test('applies all changes or none', async () => {
    const { host } = await open();
    const before = await host.read();
    const failing = host.write([
      { kind: 'setCells', sheet: '汇总 表', cells: cells({ B3: 1 }) },
      { kind: 'setCells', sheet: '没有这张表', cells: cells({ A1: 1 }) },
    ]);
    await expect(failing).rejects.toMatchObject({ name: 'HostError', code: 'sheet-gone' });
    await expect(failing).rejects.toBeInstanceOf(HostError);
    expect(await host.read()).toEqual(before);
  });

  test('a call that is cancelled changes nothing', async () => {
    const { host } = await open();
    const before = await host.read();
    const signal = AbortSignal.abort();
    const cancelled = { name: 'HostError', code: 'cancelled' };
    await expect(host.read({ signal })).rejects.toMatchObject(cancelled);
    const change = { kind: 'setCells', sheet: '明细', cells: cells({ A1: 1 }) } as const;
    await expect(host.write([change], { signal })).rejects.toMatchObject(cancelled);
    expect(await host.read()).toEqual(before);
  });

  test('what rests on an earlier read is written only where that is what stands there', async () => {
    const { host } = await open();
    const before = await host.read();
    const change = { kind: 'setCells', sheet: '明细', cells: cells({ D4: 7 }) } as const;
    const [row] = sheetOf(before, '明细').values;
    const stale = withRows(before, '明细', [{ row: sheetOf(before, '明细').top, values: [...row!, '多'] }]);
    const failing = host.write([change], { basis: stale, again: {} });
    await expect(failing).rejects.toBeInstanceOf(OutdatedBasis);
    await expect(failing).rejects.toMatchObject({ code: 'changed' });
    expect(await host.read()).toEqual(before);
    // Another object that says the same.
    await host.write([change], { basis: { ...before }, again: {} });
    const now = await host.read();
    expect(at(sheetOf(now, '明细'), 'D4')).toBe(7);
    await expect(host.write([change], { basis: before, again: {} })).rejects.toBeInstanceOf(OutdatedBasis);
    expect(await host.read()).toEqual(now);
  });

  test('selecting a cell is harmless', async () => {
    const { host } = await open();
    await expect(host.select({ sheet: '明细', row: 0, column: 0 })).resolves.toBeUndefined();
  });
}
