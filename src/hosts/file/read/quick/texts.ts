import { unescapeCellText } from '../../xml/text';
import { Unfamiliar } from './unfamiliar';

const AMPERSAND = 38;
const HASH = 35;
const SEMICOLON = 59;
const SLOTS = 1 << 14;
/** Longer texts are seldom the same twice. */
const LONGEST_KEPT = 160;
/** As many units as one call of `String.fromCharCode` takes at any rate. */
const STEP = 8192;

const NAMED: Readonly<Record<string, number>> = { amp: 38, lt: 60, gt: 62, quot: 34, apos: 39 };

/**
 * Makes strings from bytes of one XML part that are known to be UTF-8. Entities are resolved and
 * `_xHHHH_` too. A text that was met a short while ago is not made again: names come row after row.
 */
export class Texts {
  private units = new Uint16Array(1024);
  private readonly starts = new Int32Array(SLOTS);
  private readonly lengths = new Int32Array(SLOTS);
  private readonly kept = new Array<string>(SLOTS).fill('');

  constructor(private readonly bytes: Uint8Array) {}

  /** The text of a cell from `start` to `end`. Throws `Unfamiliar` for an entity that is not known. */
  read(start: number, end: number): string {
    const length = end - start;
    if (length === 0) return '';
    if (length > LONGEST_KEPT) return unescapeCellText(this.plain(start, end));
    const slot = this.slotOf(start, end);
    if (this.lengths[slot] === length && this.isSame(this.starts[slot]!, start, length))
      return this.kept[slot]!;
    const text = unescapeCellText(this.plain(start, end));
    this.starts[slot] = start;
    this.lengths[slot] = length;
    this.kept[slot] = text;
    return text;
  }

  private slotOf(start: number, end: number): number {
    const { bytes } = this;
    let hash = 0x811c9dc5;
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ bytes[at]!, 0x01000193);
    return (hash ^ (hash >>> 15)) & (SLOTS - 1);
  }

  private isSame(one: number, other: number, length: number): boolean {
    const { bytes } = this;
    for (let index = 0; index < length; index++)
      if (bytes[one + index] !== bytes[other + index]) return false;
    return true;
  }

  /** The text with its entities resolved and nothing else, as of a formula or an attribute. */
  plain(start: number, end: number): string {
    const { bytes } = this;
    if (this.units.length < end - start) this.units = new Uint16Array(2 * (end - start));
    const { units } = this;
    let count = 0;
    for (let at = start; at < end;) {
      const byte = bytes[at]!;
      if (byte === AMPERSAND) {
        const stop = this.endOfEntity(at, end);
        count = putCode(units, count, this.entity(at + 1, stop));
        at = stop + 1;
      } else if (byte < 0x80) {
        units[count++] = byte;
        at++;
      } else if (byte < 0xe0) {
        units[count++] = ((byte & 0x1f) << 6) | (bytes[at + 1]! & 0x3f);
        at += 2;
      } else if (byte < 0xf0) {
        units[count++] = ((byte & 0x0f) << 12) | ((bytes[at + 1]! & 0x3f) << 6) | (bytes[at + 2]! & 0x3f);
        at += 3;
      } else {
        const high = ((byte & 0x07) << 18) | ((bytes[at + 1]! & 0x3f) << 12);
        count = putCode(units, count, high | ((bytes[at + 2]! & 0x3f) << 6) | (bytes[at + 3]! & 0x3f));
        at += 4;
      }
    }
    return stringOf(units, count);
  }

  private endOfEntity(from: number, end: number): number {
    const last = Math.min(end, from + 12);
    for (let at = from + 1; at < last; at++) if (this.bytes[at] === SEMICOLON) return at;
    throw new Unfamiliar(`an entity without an end at byte ${from}`);
  }

  /** Code point of the entity whose name stands between the two places. */
  private entity(start: number, end: number): number {
    const { bytes } = this;
    if (bytes[start] !== HASH) {
      const code = NAMED[stringOf(bytes.subarray(start, end), end - start)];
      if (code === undefined) throw new Unfamiliar(`an entity of another kind at byte ${start}`);
      return code;
    }
    const isHex = bytes[start + 1] === 120;
    const first = start + (isHex ? 2 : 1);
    let code = first < end ? 0 : -1;
    for (let at = first; at < end; at++) code = code * (isHex ? 16 : 10) + digitOf(bytes[at]!, isHex);
    if (!(code > 0 && code <= 0x10ffff)) throw new Unfamiliar(`no sign of Unicode at byte ${start}`);
    return code;
  }
}

/** The digit's value, `NaN` for another sign. */
function digitOf(byte: number, isHex: boolean): number {
  if (byte >= 48 && byte <= 57) return byte - 48;
  const letter = (byte | 32) - 87;
  return isHex && letter >= 10 && letter <= 15 ? letter : NaN;
}

function putCode(units: Uint16Array, at: number, code: number): number {
  if (code < 0x10000) {
    units[at] = code;
    return at + 1;
  }
  units[at] = 0xd7c0 + (code >> 10);
  units[at + 1] = 0xdc00 + (code & 0x3ff);
  return at + 2;
}

/** The string of so many units. Up to a dozen are put together by hand: an array as arguments takes thrice the time. */
function stringOf(units: Uint16Array | Uint8Array, count: number): string {
  if (count <= 12) return shortString(units, count);
  let text = '';
  for (let at = 0; at < count; at += STEP) {
    const piece = units.subarray(at, Math.min(at + STEP, count));
    text += String.fromCharCode.apply(null, piece as unknown as number[]);
  }
  return text;
}

function shortString(u: Uint16Array | Uint8Array, count: number): string {
  let text = '';
  let at = 0;
  for (; at + 4 <= count; at += 4) text += String.fromCharCode(u[at]!, u[at + 1]!, u[at + 2]!, u[at + 3]!);
  for (; at < count; at++) text += String.fromCharCode(u[at]!);
  return text;
}
