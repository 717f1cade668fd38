import { ArchiveError } from './archiveError';

/** One file of the archive, as the central directory has it. */
export interface ZipEntry {
  /** As written, with `/` between folders. */
  readonly name: string;
  readonly rawName: Uint8Array;
  readonly flags: number;
  /** 0 stored, 8 deflated; others are not unpacked. */
  readonly method: number;
  /** MS-DOS time and date. */
  readonly stamp: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  /** Where the local header stands in the file. */
  readonly offset: number;
  readonly externalAttributes: number;
}

const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const CENTRAL = 0x02014b50;

function damaged(message: string): never {
  throw new ArchiveError('damaged', message);
}

/** Reads the list of files of a zip archive. Throws `ArchiveError` where it is cut off or makes no sense. */
export function readDirectory(bytes: Uint8Array, maximum: number): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { count, start } = findDirectory(view);
  if (count > maximum) throw new ArchiveError('too-large', `${count} entries`);
  const entries: ZipEntry[] = [];
  let at = start;
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL) damaged('central directory');
    const entry = readEntry(bytes, view, at);
    entries.push(entry.entry);
    at = entry.next;
  }
  return entries;
}

function findDirectory(view: DataView): { count: number; start: number } {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= lowest; at--) {
    if (view.getUint32(at, true) !== END) continue;
    const count = view.getUint16(at + 10, true);
    const start = view.getUint32(at + 16, true);
    if (count !== 0xffff && start !== 0xffffffff) return { count, start };
    return findDirectory64(view, at);
  }
  return damaged('no end of central directory');
}

function findDirectory64(view: DataView, end: number): { count: number; start: number } {
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== LOCATOR_64) {
    return { count: view.getUint16(end + 10, true), start: view.getUint32(end + 16, true) };
  }
  const at = Number(view.getBigUint64(locator + 8, true));
  if (at + 56 > view.byteLength || view.getUint32(at, true) !== END_64) return damaged('zip64 directory');
  return { count: Number(view.getBigUint64(at + 32, true)), start: Number(view.getBigUint64(at + 48, true)) };
}

function readEntry(bytes: Uint8Array, view: DataView, at: number): { entry: ZipEntry; next: number } {
  const nameLength = view.getUint16(at + 28, true);
  const extraLength = view.getUint16(at + 30, true);
  const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  if (next > bytes.length) damaged('central directory entry');
  const rawName = bytes.subarray(at + 46, at + 46 + nameLength);
  const sizes = wideSizes(view, at, at + 46 + nameLength, extraLength);
  return {
    next,
    entry: {
      name: new TextDecoder().decode(rawName).replace(/\\/g, '/'),
      rawName,
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      stamp: view.getUint32(at + 12, true),
      crc: view.getUint32(at + 16, true),
      externalAttributes: view.getUint32(at + 38, true),
      ...sizes,
    },
  };
}

/** Sizes of an entry; some writers keep them in the zip64 field of even a small file. */
function wideSizes(view: DataView, at: number, extra: number, extraLength: number) {
  const sizes = {
    packedSize: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true),
  };
  for (let field = extra; field + 4 <= extra + extraLength; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) !== 1) continue;
    const end = field + 4 + view.getUint16(field + 2, true);
    let value = field + 4;
    for (const key of ['size', 'packedSize', 'offset'] as const) {
      if (sizes[key] !== 0xffffffff || value + 8 > end || value + 8 > view.byteLength) continue;
      sizes[key] = Number(view.getBigUint64(value, true));
      value += 8;
    }
  }
  return sizes;
}
