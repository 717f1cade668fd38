import type { SheetSnapshot } from '../../../workbook/snapshot';
import type { Package } from '../package';
import { problem } from '../problems';
import type { SheetPart } from '../workbookPart';
import { requireWellFormed } from '../xml/wellFormed';
import { Allowance } from './allowance';
import { assembleSheet, scanSheet, type ScannedSheet } from './sheet';
import type { SheetSource } from './source';
import { eachCell, readValues, type SparseRows } from './values';

/**
 * Reads the sheets by searching their text for what is known and leaving the values to SheetJS: slower than the quick
 * reader, and at home with everything that a workbook may hold. Throws `HostError`.
 */
export function readThoroughly(parts: Package, source: SheetSource): SheetSnapshot[] {
  const { tabs, formats } = source;
  const allowance = new Allowance(parts.limits, parts.name);
  let room = parts.limits.cells;
  const scanned = tabs.map((sheet) => {
    const xml = parts.text(sheet.path)!;
    requireWellFormed(xml);
    const scan = scanSheet(xml, formats, allowance);
    room -= scan.count + scan.known.size + scan.formulas.size;
    if (room < 0) throw problem('too-large', parts.name, `(到工作表“${sheet.name}”为止,内容已过多)`);
    return scan;
  });
  const sheets = withValues(parts, source, scanned);
  for (const sheet of sheets) allowance.checkTexts(sheet);
  return sheets;
}

function withValues(
  parts: Package,
  { tabs, strings, date1904 }: SheetSource,
  scanned: readonly ScannedSheet[],
): SheetSnapshot[] {
  const texts = strings === null ? null : parts.text(strings);
  if (texts !== null) requireWellFormed(texts);
  const values = readValues(
    scanned.map((sheet) => sheet.bare),
    texts,
    date1904,
  );
  let room = parts.limits.places;
  return tabs.map((tab: SheetPart, index) => {
    const cells = values[index];
    const scan = scanned[index]!;
    // Two readers have gone over the sheet; a cell that only one of them saw must not vanish silently.
    if (!cells || countOf(cells) !== scan.count)
      throw problem('damaged', parts.name, `(工作表“${tab.name}”无法完整读取)`);
    const sheet = assembleSheet(tab.name, tab.visible, scan, cells, room);
    if (sheet === null) throw problem('too-large', parts.name, `(工作表“${tab.name}”的内容相隔太远)`);
    room -= sheet.values.reduce((sum, row) => sum + row.length + 1, 0);
    return sheet;
  });
}

function countOf(rows: SparseRows): number {
  let count = 0;
  eachCell(rows, () => count++);
  return count;
}
