import type { Snapshot, SheetSnapshot } from '../../../workbook/snapshot';
import { guarded, Package } from '../package';
import { problem } from '../problems';
import { relatedPart, workbookPart, type SheetPart } from '../workbookPart';
import { LIMITS, type ArchiveLimits } from '../zip/limits';
import { findMemory } from './memory';
import { formatsThatMatter } from './numberFormats';
import { assembleSheet, scanSheet, type ScannedSheet } from './sheet';
import { eachCell, readValues, type SparseRows } from './values';

/**
 * Reads the bytes of an .xlsx or .xlsm file. `name` is the file's name for messages. Chart sheets and the like are
 * passed over. Throws `HostError` where the bytes are no workbook, encrypted, of an old format, damaged or too large.
 */
export function readWorkbook(
  bytes: Uint8Array,
  name: string | null,
  limits: ArchiveLimits = LIMITS,
): Snapshot {
  return guarded(name, () => read(bytes, name, limits));
}

function read(bytes: Uint8Array, name: string | null, limits: ArchiveLimits): Snapshot {
  const parts = Package.open(bytes, name, limits);
  const book = workbookPart(parts);
  const styles = relatedPart(parts, book.path, 'styles');
  const strings = relatedPart(parts, book.path, 'sharedStrings');
  const formats = formatsThatMatter(styles === null ? null : parts.text(styles));
  const tabs = book.sheets.filter((sheet) => sheet.isWorksheet);
  let room = limits.cells;
  const scanned = tabs.map((sheet) => {
    const scan = scanSheet(parts.text(sheet.path)!, formats);
    room -= scan.count + scan.known.size + scan.formulas.size;
    if (room < 0) throw problem('too-large', name, `(到工作表“${sheet.name}”为止,内容已过多)`);
    return scan;
  });
  const texts = strings === null ? null : parts.text(strings);
  return {
    name,
    memory: findMemory(parts)?.xml ?? null,
    date1904: book.date1904,
    sheets: withValues({ tabs, scanned, strings: texts, date1904: book.date1904, name, limits }),
  };
}

interface ScannedBook {
  readonly tabs: readonly SheetPart[];
  readonly scanned: readonly ScannedSheet[];
  readonly strings: string | null;
  readonly date1904: boolean;
  readonly name: string | null;
  readonly limits: ArchiveLimits;
}

function withValues({ tabs, scanned, strings, date1904, name, limits }: ScannedBook): SheetSnapshot[] {
  const values = readValues(
    scanned.map((sheet) => sheet.bare),
    strings,
    date1904,
  );
  let room = limits.places;
  return tabs.map((tab, index) => {
    const cells = values[index];
    const scan = scanned[index]!;
    // Two readers have gone over the sheet; a cell that only one of them saw must not vanish silently.
    if (!cells || countOf(cells) !== scan.count)
      throw problem('damaged', name, `(工作表“${tab.name}”无法完整读取)`);
    const sheet = assembleSheet(tab.name, tab.visible, scan, cells, room);
    if (sheet === null) throw problem('too-large', name, `(工作表“${tab.name}”的内容相隔太远)`);
    room -= sheet.values.reduce((sum, row) => sum + row.length + 1, 0);
    return sheet;
  });
}

function countOf(rows: SparseRows): number {
  let count = 0;
  eachCell(rows, () => count++);
  return count;
}
