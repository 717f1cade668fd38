import { HostError } from '../../workbook/host';
import { readDirectory } from './zip/directory';
import { ArchiveError } from './zip/archiveError';
import { LIMITS } from './zip/limits';
import { packFile, storeFile, writeArchive } from './zip/pack';
import { unpack } from './zip/unpack';

/** A file of a .zip; `path` with `/` between folders. */
export interface ZippedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Already packed: packing it again gains nothing. */
const PACKED = /\.(?:xlsx|xlsm|zip)$/i;

/** The bytes of a .zip of these files, in this order; the same files give the same bytes. */
export function zipFiles(files: readonly ZippedFile[]): Uint8Array {
  return writeArchive(
    files.map(({ path, bytes }) => (PACKED.test(path) ? storeFile(path, bytes) : packFile(path, bytes))),
  );
}

/** The files of a .zip by path. Throws `HostError` where it cannot be unpacked; `name` is its name for messages. */
export function unzipFiles(bytes: Uint8Array, name: string): ReadonlyMap<string, Uint8Array> {
  try {
    const files = new Map<string, Uint8Array>();
    let room = LIMITS.unpacked;
    for (const entry of readDirectory(bytes, LIMITS.entries)) {
      const content = unpack(bytes, entry, room);
      room -= content.length;
      files.set(entry.name, content);
    }
    return files;
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    const what = error.reason === 'too-large' ? '太大,没有打开' : '已经损坏,或者不是 .zip 归档文件';
    throw new HostError('damaged', `“${name}”${what}。请用原来的归档文件再试。`, error);
  }
}
