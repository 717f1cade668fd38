import { PORTABLE, type Machine } from '../machine';
import { ArchiveError } from './archiveError';
import type { ZipEntry } from './directory';

const LOCAL = 0x04034b50;

/** The bytes of an entry as they stand in the archive, packed. Throws `ArchiveError` where they are cut off. */
export function packedBytes(archive: Uint8Array, entry: ZipEntry): Uint8Array {
  const { offset } = entry;
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  if (offset + 30 > archive.length || view.getUint32(offset, true) !== LOCAL) {
    throw new ArchiveError('damaged', `local header of ${entry.name}`);
  }
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + entry.packedSize > archive.length)
    throw new ArchiveError('damaged', `${entry.name} is cut off`);
  return archive.subarray(start, start + entry.packedSize);
}

/**
 * Unpacks one entry. Never takes more memory than the declared size, and gives up as soon as more comes out.
 * Throws `ArchiveError` where it is encrypted, larger than `maximum` bytes, or not what its checksum says.
 */
export function unpack(
  archive: Uint8Array,
  entry: ZipEntry,
  maximum: number,
  machine: Machine = PORTABLE,
): Uint8Array {
  if (entry.flags & 1) throw new ArchiveError('encrypted', entry.name);
  if (entry.size > maximum) throw new ArchiveError('too-large', `${entry.name}: ${entry.size} bytes`);
  const packed = packedBytes(archive, entry);
  const bytes = unpacked(packed, entry, machine);
  if (bytes.length !== entry.size || machine.crc32(bytes) !== entry.crc) {
    throw new ArchiveError('damaged', `${entry.name} differs from its checksum`);
  }
  return bytes;
}

function unpacked(packed: Uint8Array, entry: ZipEntry, machine: Machine): Uint8Array {
  if (entry.method === 0) return packed;
  if (entry.method !== 8) throw new ArchiveError('damaged', `${entry.name}: method ${entry.method}`);
  return machine.inflate(packed, entry.size, entry.name);
}
