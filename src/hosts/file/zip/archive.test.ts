import { strToU8, zipSync } from 'fflate';
import { crc32 } from './crc32';
import { ArchiveError } from './archiveError';
import { readDirectory } from './directory';
import { packFile, writeArchive } from './pack';
import { packedBytes, unpack } from './unpack';

const TEXT = strToU8('<a>汇总</a>'.repeat(10_000));
const ARCHIVE = zipSync({ 'a.xml': TEXT, 'b/c.bin': [strToU8('stored'), { level: 0 }] });
const ROOM = 1_000_000;

function reasonOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof ArchiveError) return error.reason;
    throw error;
  }
  return 'none';
}

/** The archive with one 16- or 32-bit field of its first directory entry changed. */
function tampered(field: number, value: number): Uint8Array {
  const copy = ARCHIVE.slice();
  const view = new DataView(copy.buffer);
  const directory = view.getUint32(copy.length - 6, true);
  view.setUint32(directory + field, value, true);
  return copy;
}

test('reads the list of files and unpacks them', () => {
  const entries = readDirectory(ARCHIVE, 10);
  expect(entries.map((entry) => entry.name)).toEqual(['a.xml', 'b/c.bin']);
  expect(unpack(ARCHIVE, entries[0]!, ROOM)).toEqual(TEXT);
  expect(unpack(ARCHIVE, entries[1]!, ROOM)).toEqual(strToU8('stored'));
});

test('the checksum is that of zip', () => {
  expect(crc32(strToU8('123456789'))).toBe(0xcbf43926);
});

test('what is written can be read, and packed files are taken over as they are', () => {
  const entries = readDirectory(ARCHIVE, 10);
  const kept = { ...entries[0]!, packed: packedBytes(ARCHIVE, entries[0]!) };
  const written = writeArchive([kept, packFile('新.xml', strToU8('<n/>'))]);
  const again = readDirectory(written, 10);
  expect(again.map((entry) => entry.name)).toEqual(['a.xml', '新.xml']);
  expect(unpack(written, again[0]!, ROOM)).toEqual(TEXT);
  expect(packedBytes(written, again[0]!)).toEqual(kept.packed);
});

test('sizes in a zip64 field are understood', () => {
  const name = strToU8('a');
  const data = strToU8('hello');
  const bytes = new Uint8Array(30 + 1 + 5 + 46 + 1 + 20 + 22);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x04034b50, true);
  view.setUint16(26, 1, true);
  bytes.set(name, 30);
  bytes.set(data, 31);
  const at = 36;
  view.setUint32(at, 0x02014b50, true);
  view.setUint32(at + 16, crc32(data), true);
  view.setUint32(at + 20, 0xffffffff, true);
  view.setUint32(at + 24, 0xffffffff, true);
  view.setUint16(at + 28, 1, true);
  view.setUint16(at + 30, 20, true);
  bytes.set(name, at + 46);
  view.setUint16(at + 47, 1, true);
  view.setUint16(at + 49, 16, true);
  view.setBigUint64(at + 51, 5n, true);
  view.setBigUint64(at + 59, 5n, true);
  const end = at + 67;
  view.setUint32(end, 0x06054b50, true);
  view.setUint16(end + 10, 1, true);
  view.setUint32(end + 16, at, true);
  const [entry] = readDirectory(bytes, 10);
  expect(unpack(bytes, entry!, ROOM)).toEqual(data);
});

describe('turns away', () => {
  test('an archive that is cut off, wherever', () => {
    for (let length = 4; length < ARCHIVE.length; length += 7) {
      expect(reasonOf(() => readDirectory(ARCHIVE.subarray(0, length), 10))).toBe('damaged');
    }
  });

  test('a part that is not what its checksum says', () => {
    const bytes = tampered(16, 1);
    expect(reasonOf(() => unpack(bytes, readDirectory(bytes, 10)[0]!, ROOM))).toBe('damaged');
  });

  test('a part that unpacks to more than it declares, before it has done so', () => {
    const bytes = tampered(24, 100);
    expect(reasonOf(() => unpack(bytes, readDirectory(bytes, 10)[0]!, ROOM))).toBe('damaged');
  });

  test('a part that declares more than there is room for, without unpacking it', () => {
    const bytes = tampered(24, 0xfffffff0);
    expect(reasonOf(() => unpack(bytes, readDirectory(bytes, 10)[0]!, ROOM))).toBe('too-large');
  });

  test('an encrypted part', () => {
    const bytes = tampered(8, 0x00080001);
    expect(reasonOf(() => unpack(bytes, readDirectory(bytes, 10)[0]!, ROOM))).toBe('encrypted');
  });

  test('more files than allowed', () => {
    expect(reasonOf(() => readDirectory(ARCHIVE, 1))).toBe('too-large');
  });
});
