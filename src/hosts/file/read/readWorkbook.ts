import { isLeftover } from '../../../workbook/leftovers';
import type { Snapshot } from '../../../workbook/snapshot';
import { guarded, Package, type ArchiveOptions } from '../package';
import { relatedPart, workbookPart, type SheetPart } from '../workbookPart';
import type { PartFacts } from './facts';
import { findMemory } from './memory';
import { formatsThatMatter } from './numberFormats';
import { Unfamiliar } from './quick/unfamiliar';
import { readQuickly, type QuickSheets } from './quick/workbook';
import type { SheetSource } from './source';
import { readThoroughly } from './thorough';

/** How a workbook is read. */
export interface ReadSettings extends ArchiveOptions {
  /** Worksheets to be read; left out: all. */
  readonly wants?: (sheet: SheetPart) => boolean;
  /** `thorough`: without trying the quick reader first. */
  readonly reader?: 'quick' | 'thorough';
}

/** A workbook that was read, and what was noted of its file on the way. */
export interface WorkbookReading {
  readonly snapshot: Snapshot;
  readonly facts: PartFacts;
  /** What the quick reader did not know and left to the thorough one; `null` where it has read everything. */
  readonly unfamiliar: string | null;
}

/**
 * Reads the bytes of an .xlsx or .xlsm file. `name` is the file's name for messages. Chart sheets and the like are
 * passed over. Throws `HostError` where the bytes are no workbook, encrypted, of an old format, damaged or too large.
 */
export function readWorkbook(bytes: Uint8Array, name: string | null, settings: ReadSettings = {}): Snapshot {
  return readingOf(bytes, name, settings).snapshot;
}

/** What the product has kept in a workbook, `null` for nothing; no sheet is read. Throws `HostError` as `readWorkbook` does. */
export function readMemory(bytes: Uint8Array, name: string | null): string | null {
  return readingOf(bytes, name, { wants: () => false }).snapshot.memory;
}

/** As `readWorkbook`, with what was noted on the way. */
export function readingOf(
  bytes: Uint8Array,
  name: string | null,
  settings: ReadSettings = {},
): WorkbookReading {
  return guarded(name, () => {
    const parts = Package.open(bytes, name, settings);
    const book = workbookPart(parts);
    const styles = relatedPart(parts, book.path, 'styles');
    const { wants } = settings;
    const source: SheetSource = {
      tabs: book.sheets.filter(
        (sheet) => sheet.isWorksheet && !isLeftover(sheet) && (wants?.(sheet) ?? true),
      ),
      formats: formatsThatMatter(styles === null ? null : parts.text(styles)),
      strings: relatedPart(parts, book.path, 'sharedStrings'),
      date1904: book.date1904,
    };
    const memory = findMemory(parts);
    const { sheets, facts, unfamiliar } = readSheets(parts, source, settings.reader ?? 'quick', () =>
      Package.open(bytes, name, settings),
    );
    return { snapshot: { name, memory, date1904: book.date1904, sheets }, facts, unfamiliar };
  });
}

/** The quick reader has it whole or not at all: the thorough one starts over, on a package of its own. */
function readSheets(
  parts: Package,
  source: SheetSource,
  reader: 'quick' | 'thorough',
  again: () => Package,
): QuickSheets & { readonly unfamiliar: string | null } {
  let unfamiliar = 'not tried';
  if (reader === 'quick') {
    try {
      return { ...readQuickly(parts, source), unfamiliar: null };
    } catch (error) {
      if (!(error instanceof Unfamiliar)) throw error;
      unfamiliar = error.message;
    }
  }
  return { sheets: readThoroughly(again(), source), facts: new Map(), unfamiliar };
}
