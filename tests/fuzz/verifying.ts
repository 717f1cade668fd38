import type { UndoChange, WorkbookHost } from '../../src/workbook/host';
import type { PrintedSheet } from '../../src/workbook/printed';
import { cellKey, valueAt, type Snapshot } from '../../src/workbook/snapshot';
import { kept } from './hostileTexts';

type Placed = { readonly row: number; readonly column: number; readonly value: unknown };

/** What the changes want to stand where in the end; rows that come later must stand above none of it. */
function wanted(changes: readonly UndoChange[]): Map<string, Map<number, unknown>> {
  const sheets = new Map<string, Map<number, unknown>>();
  const put = (name: string, cells: readonly Placed[]): void => {
    const sheet = sheets.get(name) ?? new Map<number, unknown>();
    sheets.set(name, sheet);
    for (const { row, column, value } of cells) sheet.set(cellKey(row, column), value);
  };
  for (const change of changes) {
    if (change.kind === 'addSheet') put(change.sheet.name, change.sheet.cells);
    if (change.kind === 'setCells') put(change.sheet, change.cells);
  }
  return sheets;
}

/** Every text that was written stands there as that text, and none became a formula or an error. */
export function expectWritten(snapshot: Snapshot, changes: readonly UndoChange[]): number {
  let texts = 0;
  for (const [name, cells] of wanted(changes)) {
    const sheet = snapshot.sheets.find((one) => one.name === name);
    expect([name, sheet !== undefined]).toEqual([name, true]);
    for (const [key, value] of cells) {
      const found = valueAt(sheet!, Math.floor(key / 16384), key % 16384);
      const state = [kept(found), sheet!.formulas.has(key), sheet!.errors.has(key)];
      if (typeof value === 'string') texts += 1;
      if (state[0] !== kept(value) || state[1] || state[2])
        expect([name, key, ...state]).toEqual([name, key, kept(value), false, false]);
    }
  }
  return texts;
}

/** The host, with everything that is written looked at afterwards. */
export function verifying(host: WorkbookHost): WorkbookHost & { texts: number } {
  const watched = {
    ...host,
    texts: 0,
    write: async (changes: readonly UndoChange[], options?: Parameters<WorkbookHost['write']>[1]) => {
      await host.write(changes, options);
      watched.texts += expectWritten(await host.read(), changes);
    },
  };
  return watched;
}

/** A new workbook's sheets, as changes. */
export function asChanges(sheets: readonly PrintedSheet[]): UndoChange[] {
  return sheets.map((sheet) => ({ kind: 'addSheet', sheet }));
}
