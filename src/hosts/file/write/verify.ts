import type { CellValue } from '../../../model';
import { HostError, type UndoChange } from '../../../workbook/host';
import { valueAt, type SheetSnapshot, type Snapshot } from '../../../workbook/snapshot';
import { PORTABLE, type Machine } from '../machine';
import { readWorkbook } from '../read/readWorkbook';
import { LIMITS } from '../zip/limits';
import { readDirectory, type ZipEntry } from '../zip/directory';

/** What was written, and what it was written from. */
export interface Written {
  readonly before: Uint8Array;
  readonly after: Uint8Array;
  readonly changes: readonly UndoChange[];
  /** File name for messages. */
  readonly name: string | null;
  readonly machine?: Machine;
}

/**
 * Reads the sheets of a workbook that were put together anew and looks whether they hold what was to be written.
 * Sheets that were taken over as they were packed need no second look. Throws `HostError` where something differs, so
 * that it is never saved.
 */
export function verifyWritten({ before, after, changes, name, machine = PORTABLE }: Written): void {
  const old = new Map(readDirectory(before, LIMITS.entries).map((entry) => [keyOf(entry), entry]));
  const fresh = new Set(
    readDirectory(after, LIMITS.entries)
      .filter((entry) => !isTakenOver(old.get(keyOf(entry)), entry))
      .map(keyOf),
  );
  const present = new Set<string>();
  const snapshot = readWorkbook(after, name, {
    machine,
    wants: (sheet) => {
      present.add(sheet.name.toLowerCase());
      return fresh.has(sheet.path.toLowerCase());
    },
  });
  const fault = faultIn(snapshot, changes, present);
  if (fault === null) return;
  throw new HostError(
    'unknown',
    `写入后核对发现${fault}与要写的不一致,没有保存。请把这份工作簿交给维护人员。`,
    changes,
  );
}

function keyOf(entry: ZipEntry): string {
  return entry.name.toLowerCase();
}

function isTakenOver(old: ZipEntry | undefined, now: ZipEntry): boolean {
  return old?.crc === now.crc && old.size === now.size && old.packedSize === now.packedSize;
}

/** The last value that was to be written into each cell of a sheet that was read, where no rows moved after it. */
function faultIn(
  snapshot: Snapshot,
  changes: readonly UndoChange[],
  present: ReadonlySet<string>,
): string | null {
  const sheets = new Map(snapshot.sheets.map((tab) => [tab.name.toLowerCase(), tab]));
  const settled = new Set<string>();
  for (let index = changes.length - 1; index >= 0; index--) {
    const change = changes[index]!;
    if (change.kind === 'setMemory' || change.kind === 'addSheet' || change.kind === 'unmark') continue;
    const key = change.sheet.toLowerCase();
    if (change.kind === 'deleteSheet' && present.has(key)) return `工作表“${change.sheet}”`;
    if (!('cells' in change)) sheets.delete(key);
    const sheet = sheets.get(key);
    if (!sheet || !('cells' in change)) continue;
    const row = wrongRow(sheet, change.cells, settled);
    if (row !== null) return `工作表“${sheet.name}”第 ${row + 1} 行`;
  }
  return null;
}

interface Target {
  readonly row: number;
  readonly column: number;
  readonly value?: CellValue;
}

/** The first row with another value than was to be written; `settled` are cells that were written again later. */
function wrongRow(sheet: SheetSnapshot, cells: readonly Target[], settled: Set<string>): number | null {
  for (const { row, column, value } of cells) {
    const key = `${sheet.name}!${row},${column}`;
    if (settled.has(key)) continue;
    settled.add(key);
    if (value !== undefined && !isSame(valueAt(sheet, row, column), value)) return row;
  }
  return null;
}

function isSame(found: CellValue, wanted: CellValue): boolean {
  return found === (typeof wanted === 'string' ? wanted.replace(/\r\n?/g, '\n') : wanted);
}
