import { PORTABLE, type Machine } from './machine';
import { relationsPath } from './partPaths';
import { problem } from './problems';
import { holdsEncryptedPackage, isBareBiff, kindOf } from './sniff';
import { anyAttribute, findElement, findElements } from './xml/tags';
import { decodeXml, encodeXml, escapeXml, XmlFault } from './xml/text';
import { ArchiveError } from './zip/archiveError';
import { readDirectory, type ZipEntry } from './zip/directory';
import { LIMITS, type ArchiveLimits } from './zip/limits';
import { packFile, writeArchive, type PackedFile } from './zip/pack';
import { packedBytes, unpack } from './zip/unpack';

/** What an archive may ask of the machine, and the machine. */
export interface ArchiveOptions {
  readonly limits?: ArchiveLimits;
  readonly machine?: Machine;
}

const CONTENT_TYPES = '[Content_Types].xml';

/**
 * The parts of a workbook file. Parts are unpacked when asked for; those that are not changed are written back
 * packed as they were. Paths have no leading slash and are compared without regard to case.
 */
export class Package {
  private readonly entries = new Map<string, ZipEntry>();
  private readonly texts = new Map<string, string>();
  private readonly added = new Map<string, string>();
  private readonly changed = new Set<string>();
  private readonly removed = new Set<string>();
  private unpacked = 0;

  private constructor(
    private readonly archive: Uint8Array,
    /** File name for messages. */
    readonly name: string | null,
    readonly limits: ArchiveLimits,
    readonly machine: Machine,
    private readonly order: readonly ZipEntry[],
  ) {
    for (const entry of order) {
      const key = entry.name.toLowerCase();
      if (this.entries.has(key)) throw new ArchiveError('damaged', `${entry.name} stands twice`);
      this.entries.set(key, entry);
    }
  }

  /** Opens the bytes of a file. Throws `HostError` where they are no .xlsx or .xlsm that can be read. */
  static open(bytes: Uint8Array, name: string | null, options: ArchiveOptions = {}): Package {
    const { limits = LIMITS, machine = PORTABLE } = options;
    if (bytes.length > limits.file) throw problem('too-large', name);
    const kind = kindOf(bytes);
    if (kind === 'ole') throw problem(holdsEncryptedPackage(bytes) ? 'encrypted' : 'old-format', name);
    if (kind === 'other') throw problem(isBareBiff(bytes) ? 'old-format' : 'not-a-workbook', name);
    return guarded(name, () => {
      const files = readDirectory(bytes, limits.entries).filter((entry) => !entry.name.endsWith('/'));
      return new Package(bytes, name, limits, machine, files);
    });
  }

  has(path: string): boolean {
    const key = path.toLowerCase();
    return !this.removed.has(key) && (this.added.has(key) || this.entries.has(key));
  }

  /** Paths of all parts as they will be written. */
  paths(): string[] {
    const kept = this.order
      .map((entry) => entry.name)
      .filter((name) => !this.removed.has(name.toLowerCase()));
    return [...kept, ...this.added.values()];
  }

  /** A part as it is in the file, unpacked and not kept; `null` where there is none. Throws `HostError`. */
  bytes(path: string): Uint8Array | null {
    const entry = this.entries.get(path.toLowerCase());
    return entry === undefined ? null : guarded(this.name, () => this.unpackEntry(entry));
  }

  /** Text of an XML part, `null` where there is none. Throws `HostError` where it cannot be unpacked. */
  text(path: string): string | null {
    const key = path.toLowerCase();
    if (!this.has(path)) return null;
    const known = this.texts.get(key);
    if (known !== undefined) return known;
    const text = guarded(this.name, () => decodeXml(this.unpackEntry(this.entries.get(key)!)));
    this.texts.set(key, text);
    return text;
  }

  /** Whether a part is what it was in the file. */
  isAsRead(path: string): boolean {
    const key = path.toLowerCase();
    return this.entries.has(key) && !this.changed.has(key) && !this.removed.has(key);
  }

  private unpackEntry(entry: ZipEntry): Uint8Array {
    const room = Math.min(this.limits.part, this.limits.unpacked - this.unpacked);
    const bytes = unpack(this.archive, entry, room, this.machine);
    this.unpacked += bytes.length;
    return bytes;
  }

  /** Changes a part, or adds one (its content type is the caller's). A text that is the same changes nothing. */
  setText(path: string, text: string): void {
    const key = path.toLowerCase();
    if (this.has(path) && this.text(path) === text) return;
    if (!this.entries.has(key)) this.added.set(key, path);
    this.removed.delete(key);
    this.texts.set(key, text);
    this.changed.add(key);
  }

  /** Takes a part and the relations that start from it out of the package. */
  remove(path: string): void {
    for (const gone of [path, relationsPath(path)]) {
      const key = gone.toLowerCase();
      this.added.delete(key);
      this.texts.delete(key);
      this.changed.delete(key);
      if (this.entries.has(key)) this.removed.add(key);
    }
  }

  /** Declares the content type of a part. */
  setContentType(path: string, type: string): void {
    const types = this.text(CONTENT_TYPES);
    if (types === null) throw problem('damaged', this.name, '', CONTENT_TYPES);
    const root = findElement(types, 'Types');
    if (!root) throw problem('damaged', this.name, '', CONTENT_TYPES);
    const entry = `<${root.prefix}Override PartName="/${escapeXml(path)}" ContentType="${type}"/>`;
    const cleaned = withoutOverride(types, path);
    const close = findElement(cleaned, 'Types')!.close;
    this.setText(CONTENT_TYPES, cleaned.slice(0, close) + entry + cleaned.slice(close));
  }

  /** Takes back what `setContentType` declared. */
  dropContentType(path: string): void {
    const types = this.text(CONTENT_TYPES);
    if (types !== null) this.setText(CONTENT_TYPES, withoutOverride(types, path));
  }

  /** The archive with all changes. */
  save(): Uint8Array {
    const kept = this.order.filter((entry) => !this.removed.has(entry.name.toLowerCase()));
    const files = kept.map((entry): PackedFile => {
      const key = entry.name.toLowerCase();
      if (!this.changed.has(key))
        return { ...entry, packed: guarded(this.name, () => packedBytes(this.archive, entry)) };
      return { ...this.pack(entry.name, key), rawName: entry.rawName };
    });
    for (const [key, path] of this.added) files.push(this.pack(path, key));
    return writeArchive(files);
  }

  private pack(path: string, key: string): PackedFile {
    return packFile(path, encodeXml(this.texts.get(key)!), this.machine);
  }
}

/** Does the work and turns what is wrong with the file into the sentence for people, a `HostError`. */
export function guarded<T>(name: string | null, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof ArchiveError) throw problem(error.reason, name, '', error.message);
    if (error instanceof XmlFault) throw problem('damaged', name, '', error.message);
    throw error;
  }
}

function withoutOverride(types: string, path: string): string {
  const wanted = `/${path}`.toLowerCase();
  const entry = findElements(types, 'Override').find(
    (element) => anyAttribute(element.tag, 'PartName')?.toLowerCase() === wanted,
  );
  return entry ? types.slice(0, entry.start) + types.slice(entry.end) : types;
}
