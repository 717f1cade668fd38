import type { SheetSnapshot } from '../../../../workbook/snapshot';
import type { Package } from '../../package';
import { problem } from '../../problems';
import { Allowance } from '../allowance';
import type { PartFacts, SheetFacts } from '../facts';
import type { SheetSource } from '../source';
import { sharedTexts } from './sharedTexts';
import { readSheet, type Room } from './sheet';
import { Unfamiliar } from './unfamiliar';

/** Sheets, and what was noted of each. */
export interface QuickSheets {
  readonly sheets: SheetSnapshot[];
  readonly facts: PartFacts;
}

/**
 * Reads the sheets in one pass over their bytes, each for itself, so that no more than one is unpacked at a time.
 * Throws `Unfamiliar` where something is not as every program writes it, `HostError` where it is too much.
 */
export function readQuickly(parts: Package, { tabs, formats, strings }: SheetSource): QuickSheets {
  const allowance = new Allowance(parts.limits, parts.name);
  const context = {
    formats,
    allowance,
    sharedTexts: strings === null ? [] : sharedTexts(textBytes(parts, strings)),
  };
  const room: Room = {
    cells: parts.limits.cells,
    places: parts.limits.places,
    full: (sheet, why) => {
      const more =
        why === 'cells' ? `(到工作表“${sheet}”为止,内容已过多)` : `(工作表“${sheet}”的内容相隔太远)`;
      throw problem('too-large', parts.name, more);
    },
  };
  const facts = new Map<string, SheetFacts>();
  const sheets = tabs.map((tab) => {
    const { name, visible, path } = tab;
    const read = readSheet(textBytes(parts, path), { name, visible }, context, room);
    allowance.checkTexts(read.sheet);
    facts.set(path.toLowerCase(), read.facts);
    return read.sheet;
  });
  return { sheets, facts };
}

/** The bytes of an XML part in UTF-8. */
function textBytes(parts: Package, path: string): Uint8Array {
  const bytes = parts.bytes(path);
  if (bytes === null) throw new Unfamiliar(`${path} is missing`);
  if (!parts.machine.isUtf8(bytes)) throw new Unfamiliar(`${path} is not UTF-8`);
  return bytes;
}
