import { isUtf8 } from 'node:buffer';
import * as zlib from 'node:zlib';
import { PORTABLE, type Machine } from './machine';
import { ArchiveError } from './zip/archiveError';

/** zlib and the string library that Node brings along: several times as quick as the portable ways. */
export const NODE: Machine = {
  inflate,
  deflate: (bytes) => zlib.deflateRawSync(bytes, { level: 6 }),
  crc32: crc32OfNode() ?? PORTABLE.crc32,
  isUtf8,
};

/** Node has it since 20.15. */
function crc32OfNode(): Machine['crc32'] | null {
  return 'crc32' in zlib && typeof zlib.crc32 === 'function' ? zlib.crc32 : null;
}

function inflate(packed: Uint8Array, size: number, name: string): Uint8Array {
  try {
    // In one piece: a chunk that is never filled is not asked for again.
    return zlib.inflateRawSync(packed, { maxOutputLength: Math.max(size, 1), chunkSize: size + 64 });
  } catch (error) {
    throw new ArchiveError('damaged', `${name}: ${String(error)}`);
  }
}
