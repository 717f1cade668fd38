import type { CellValue } from '../../../model';
import { HostError, type UndoChange } from '../../../workbook/host';
import { valueAt, type Snapshot } from '../../../workbook/snapshot';
import { readWorkbook } from '../read/readWorkbook';

/**
 * Reads a workbook that was just put together and looks whether it holds what was to be written. Throws `HostError`
 * where it does not, so that it is never saved.
 */
export function verifyWritten(bytes: Uint8Array, changes: readonly UndoChange[], name: string | null): void {
  const fault = faultIn(readWorkbook(bytes, name), changes);
  if (fault === null) return;
  throw new HostError(
    'unknown',
    `写入后核对发现${fault}与要写的不一致,没有保存。请把这份工作簿交给维护人员。`,
    changes,
  );
}

/** The last value that was to be written into each cell, where no rows moved after it. */
function faultIn(snapshot: Snapshot, changes: readonly UndoChange[]): string | null {
  const settled = new Set<string>();
  for (let index = changes.length - 1; index >= 0; index--) {
    const change = changes[index]!;
    if (change.kind === 'setMemory' || change.kind === 'addSheet' || change.kind === 'unmark') continue;
    const sheet = snapshot.sheets.find((tab) => tab.name.toLowerCase() === change.sheet.toLowerCase());
    if (change.kind === 'insertRows' || change.kind === 'deleteRows' || !sheet) return null;
    if (change.kind === 'deleteSheet') return `工作表“${change.sheet}”`;
    for (const cell of change.cells) {
      const key = `${sheet.name}!${cell.row},${cell.column}`;
      if (settled.has(key)) continue;
      settled.add(key);
      if (!('value' in cell) || isSame(valueAt(sheet, cell.row, cell.column), cell.value)) continue;
      return `工作表“${sheet.name}”第 ${cell.row + 1} 行`;
    }
  }
  return null;
}

function isSame(found: CellValue, wanted: CellValue): boolean {
  return found === (typeof wanted === 'string' ? wanted.replace(/\r\n?/g, '\n') : wanted);
}
