import { parseCellName, type CellValue } from '../../../src/model';
import type { WorkbookHost } from '../../../src/workbook/host';
import { cellKey, valueAt, type SheetSnapshot, type Snapshot } from '../../../src/workbook/snapshot';

/** A host over the given .xlsx bytes, and a way to get the workbook as it is then, as .xlsx bytes. */
export interface HostUnderTest {
  readonly host: WorkbookHost;
  readonly save: () => Promise<Uint8Array>;
}

/** Makes a host over a fresh workbook. */
export type MakeHost = (bytes: Uint8Array) => Promise<HostUnderTest>;

/** Opens a fresh copy of the contract's workbook. */
export type Open = () => Promise<HostUnderTest>;

/** The sheet of that name; one that is missing fails the test. */
export function sheetOf(snapshot: Snapshot, name: string): SheetSnapshot {
  const sheet = snapshot.sheets.find((tab) => tab.name === name);
  if (!sheet) throw new Error(`sheet ${name} is missing`);
  return sheet;
}

/** What stands in a cell, `B3`. */
export function at(sheet: SheetSnapshot, name: string): CellValue {
  const { row, column } = parseCellName(name)!;
  return valueAt(sheet, row, column);
}

/** The key under which a snapshot keeps what is said of a cell, `B3`. */
export function keyOf(name: string): number {
  const { row, column } = parseCellName(name)!;
  return cellKey(row, column);
}

/** Cell → value, for `setCells`. */
export function cells(values: Readonly<Record<string, CellValue>>) {
  return Object.entries(values).map(([name, value]) => ({ ...parseCellName(name)!, value }));
}
