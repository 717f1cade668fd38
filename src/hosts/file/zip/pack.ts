import { PORTABLE, type Machine } from '../machine';

/** A file to be written into an archive: packed already, or as it is. */
export interface PackedFile {
  readonly rawName: Uint8Array;
  readonly flags: number;
  readonly method: number;
  readonly stamp: number;
  readonly crc: number;
  readonly size: number;
  readonly packed: Uint8Array;
  readonly externalAttributes: number;
}

/** 1980-01-01, the first moment a zip archive knows; the same bytes come out whenever it is made. */
const FIRST_STAMP = 0x00210000;
const UTF8_NAME = 0x0800;
const DEFLATE_HINTS = 0x0006;

/** Packs a new file. */
export function packFile(name: string, bytes: Uint8Array, machine: Machine = PORTABLE): PackedFile {
  return { ...storeFile(name, bytes, machine), method: 8, packed: machine.deflate(bytes) };
}

/** A new file as it is, not packed. */
export function storeFile(name: string, bytes: Uint8Array, machine: Machine = PORTABLE): PackedFile {
  return {
    rawName: new TextEncoder().encode(name),
    flags: UTF8_NAME,
    method: 0,
    stamp: FIRST_STAMP,
    crc: machine.crc32(bytes),
    size: bytes.length,
    packed: bytes,
    externalAttributes: 0,
  };
}

/** A deflated file by what is known of it. */
export function packedAs(
  name: string,
  { crc, size, packed }: Pick<PackedFile, 'crc' | 'size' | 'packed'>,
): PackedFile {
  return {
    rawName: new TextEncoder().encode(name),
    flags: UTF8_NAME,
    method: 8,
    stamp: FIRST_STAMP,
    crc,
    size,
    packed,
    externalAttributes: 0,
  };
}

/** Puts an archive together, files in the given order. Sizes stand in the headers, no descriptors follow. */
export function writeArchive(files: readonly PackedFile[]): Uint8Array {
  const body = files.reduce((sum, file) => sum + 76 + 2 * file.rawName.length + file.packed.length, 22);
  const bytes = new Uint8Array(body);
  const view = new DataView(bytes.buffer);
  const offsets: number[] = [];
  let at = 0;
  for (const file of files) {
    offsets.push(at);
    view.setUint32(at, 0x04034b50, true);
    writeShared(view, at + 4, file);
    bytes.set(file.rawName, at + 30);
    bytes.set(file.packed, at + 30 + file.rawName.length);
    at += 30 + file.rawName.length + file.packed.length;
  }
  const directory = at;
  files.forEach((file, index) => {
    view.setUint32(at, 0x02014b50, true);
    view.setUint16(at + 4, 20, true);
    writeShared(view, at + 6, file);
    view.setUint32(at + 38, file.externalAttributes, true);
    view.setUint32(at + 42, offsets[index]!, true);
    bytes.set(file.rawName, at + 46);
    at += 46 + file.rawName.length;
  });
  view.setUint32(at, 0x06054b50, true);
  view.setUint16(at + 8, files.length, true);
  view.setUint16(at + 10, files.length, true);
  view.setUint32(at + 12, at - directory, true);
  view.setUint32(at + 16, directory, true);
  return bytes;
}

/** The fields that the local header and the directory entry have in common. */
function writeShared(view: DataView, at: number, file: PackedFile): void {
  view.setUint16(at, 20, true);
  view.setUint16(at + 2, file.flags & (UTF8_NAME | DEFLATE_HINTS), true);
  view.setUint16(at + 4, file.method, true);
  view.setUint32(at + 6, file.stamp, true);
  view.setUint32(at + 10, file.crc, true);
  view.setUint32(at + 14, file.packed.length, true);
  view.setUint32(at + 18, file.size, true);
  view.setUint16(at + 22, file.rawName.length, true);
}
