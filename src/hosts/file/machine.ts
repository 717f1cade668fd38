import { deflateSync, Inflate } from 'fflate';
import { crc32 } from './zip/crc32';
import { ArchiveError } from './zip/archiveError';

/** Work over bytes that some machines have a quicker way for than a program in JavaScript. */
export interface Machine {
  /**
   * Unpacks what was deflated. Gives up as soon as more than `size` bytes come out; fewer are given as they are.
   * Throws `ArchiveError` where that cannot be done; `name` is for its message.
   */
  readonly inflate: (packed: Uint8Array, size: number, name: string) => Uint8Array;
  readonly deflate: (bytes: Uint8Array) => Uint8Array;
  /** The checksum of a zip entry, 0 to 2^32 - 1. */
  readonly crc32: (bytes: Uint8Array) => number;
  readonly isUtf8: (bytes: Uint8Array) => boolean;
}

/** Works everywhere, in a browser too. */
export const PORTABLE: Machine = {
  inflate,
  deflate: (bytes) => deflateSync(bytes, { level: 6 }),
  crc32,
  isUtf8,
};

const STEP = 65_536;

/** In steps, so that a part that unpacks to more than it declared is given up early. */
function inflate(packed: Uint8Array, size: number, name: string): Uint8Array {
  const out = new Uint8Array(size);
  let length = 0;
  const stream = new Inflate((chunk) => {
    if (length + chunk.length > size) throw new ArchiveError('damaged', `${name} is too long`);
    out.set(chunk, length);
    length += chunk.length;
  });
  try {
    for (let at = 0; at < packed.length; at += STEP) {
      stream.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
    }
  } catch (error) {
    if (error instanceof ArchiveError) throw error;
    throw new ArchiveError('damaged', `${name}: ${String(error)}`);
  }
  return out.subarray(0, length);
}

function isUtf8(bytes: Uint8Array): boolean {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for (let at = 0; at < bytes.length; at += STEP)
      decoder.decode(bytes.subarray(at, at + STEP), { stream: true });
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}
