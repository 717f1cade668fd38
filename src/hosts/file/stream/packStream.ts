import { Deflate } from 'fflate';
import { crc32 } from '../zip/crc32';
import type { PackedFile } from '../zip/pack';
import { packedAs } from '../zip/pack';

/** Characters that are packed at a time. */
const CHUNK = 1 << 18;

/** A file of an archive that is packed while it is written: what is held is what is packed. */
export class PackStream {
  private readonly chunks: Uint8Array[] = [];
  private readonly encoder = new TextEncoder();
  private readonly deflate = new Deflate({ level: 4 }, (chunk) => void this.chunks.push(chunk));
  private waiting = '';
  private crc = 0;
  /** Bytes before packing. */
  size = 0;

  write(text: string): void {
    this.waiting += text;
    if (this.waiting.length >= CHUNK) this.flush(false);
  }

  private flush(isLast: boolean): void {
    const bytes = this.encoder.encode(this.waiting);
    this.waiting = '';
    this.crc = crc32(bytes, this.crc);
    this.size += bytes.length;
    this.deflate.push(bytes, isLast);
  }

  /** The packed file; nothing can be written afterwards. */
  end(name: string): PackedFile {
    this.flush(true);
    const length = this.chunks.reduce((sum, chunk) => sum + chunk.length, 0);
    const packed = new Uint8Array(length);
    let at = 0;
    for (const chunk of this.chunks) {
      packed.set(chunk, at);
      at += chunk.length;
    }
    return packedAs(name, { crc: this.crc, size: this.size, packed });
  }
}
