import { Unfamiliar } from './unfamiliar';

const SPACE = 32;
const QUOTE = 34;
const AMPERSAND = 38;
const APOSTROPHE = 39;
const SLASH = 47;
const LESS = 60;
const EQUALS = 61;
const GREATER = 62;

/** Local name of an element as bytes, for `Cursor`. */
export function nameOf(local: string): Uint8Array {
  return new TextEncoder().encode(local);
}

function isSpace(byte: number | undefined): boolean {
  return byte === SPACE || byte === 10 || byte === 13 || byte === 9;
}

/** Whether a name ends before this byte. */
function endsName(byte: number | undefined): boolean {
  return byte === GREATER || byte === SLASH || isSpace(byte);
}

/**
 * Goes through the bytes of an XML part tag by tag. It knows elements and attributes as every program writes them;
 * comments, CDATA, processing instructions, entities in attributes and whatever does not hang together are
 * `Unfamiliar`.
 */
export class Cursor {
  /** Bounds of the attribute that `nextAttribute` found last; its name is `bytes[nameStart]` up to `nameEnd`. */
  nameStart = 0;
  nameEnd = 0;
  valueStart = 0;
  valueEnd = 0;
  /** Whether the tag that `nextAttribute` came to the end of was an empty element. */
  isEmpty = false;

  /** `prefix` is the namespace prefix of all elements with its colon, empty for none. */
  constructor(
    readonly bytes: Uint8Array,
    public at: number,
    private readonly prefix: Uint8Array,
  ) {}

  /** Goes to the next tag, over white space alone, and behind its `<` or `</`. Tells whether it is a closing one. */
  toTag(): boolean {
    const { bytes } = this;
    let at = this.at;
    while (isSpace(bytes[at])) at++;
    if (bytes[at] !== LESS) this.refuse('text between elements');
    at++;
    const closes = bytes[at] === SLASH;
    this.at = closes ? at + 1 : at;
    return closes;
  }

  /** Whether the tag that stands here has that name; goes behind it if so. */
  takes(name: Uint8Array): boolean {
    const { bytes, prefix } = this;
    let at = this.at;
    for (let index = 0; index < prefix.length; index++, at++) if (bytes[at] !== prefix[index]) return false;
    for (let index = 0; index < name.length; index++, at++) if (bytes[at] !== name[index]) return false;
    if (!endsName(bytes[at])) return false;
    this.at = at;
    return true;
  }

  /** Goes to the end of the closing tag of that name. */
  close(name: Uint8Array): void {
    if (!this.takes(name)) this.refuse('an element closed by another');
    let at = this.at;
    while (isSpace(this.bytes[at])) at++;
    if (this.bytes[at] !== GREATER) this.refuse('a closing tag with attributes');
    this.at = at + 1;
  }

  /** Goes to the next attribute of the tag; `false` behind the end of the tag, `isEmpty` is known then. */
  nextAttribute(): boolean {
    const { bytes } = this;
    let at = this.at;
    if (bytes[at] === GREATER) return this.endTag(at, false);
    const gap = at;
    while (isSpace(bytes[at])) at++;
    if (bytes[at] === GREATER) return this.endTag(at, false);
    if (bytes[at] === SLASH && bytes[at + 1] === GREATER) return this.endTag(at + 1, true);
    if (at === gap) this.refuse('attributes run together');
    this.nameStart = at;
    while (bytes[at] !== EQUALS) {
      if (endsName(bytes[at]) || at >= bytes.length) this.refuse('an attribute without a value');
      at++;
    }
    this.nameEnd = at;
    const quote = bytes[++at];
    if (quote !== QUOTE && quote !== APOSTROPHE) this.refuse('an attribute without quotes');
    this.valueStart = ++at;
    while (bytes[at] !== quote) {
      if (bytes[at] === LESS || at >= bytes.length) this.refuse('an attribute without an end');
      at++;
    }
    this.valueEnd = at;
    this.at = at + 1;
    return true;
  }

  private endTag(greater: number, isEmpty: boolean): false {
    this.at = greater + 1;
    this.isEmpty = isEmpty;
    return false;
  }

  /** Goes over the attributes to the end of the tag. Tells whether it was an empty element. */
  endOfTag(): boolean {
    while (this.nextAttribute());
    return this.isEmpty;
  }

  /** Whether the name of the attribute is this one letter. */
  isNamed(letter: number): boolean {
    return this.nameEnd - this.nameStart === 1 && this.bytes[this.nameStart] === letter;
  }

  /** The attribute's value as a whole number, not negative. */
  wholeNumber(): number {
    const { bytes, valueStart, valueEnd } = this;
    if (valueStart === valueEnd || valueEnd - valueStart > 9) this.refuse('a number of another kind');
    let number = 0;
    for (let at = valueStart; at < valueEnd; at++) {
      const digit = bytes[at]! - 48;
      if (digit < 0 || digit > 9) this.refuse('a number of another kind');
      number = number * 10 + digit;
    }
    return number;
  }

  /** Goes to the `<` that ends the text here and gives where it stands. */
  endOfText(): number {
    const { bytes } = this;
    let at = this.at;
    while (bytes[at] !== LESS) {
      if (at >= bytes.length) this.refuse('a text without an end');
      at++;
    }
    this.at = at;
    return at;
  }

  /** Goes over the rest of an element, with whatever it holds, behind its closing tag. Not for nested equal names. */
  skipElement(name: Uint8Array): void {
    if (this.endOfTag()) return;
    for (;;) {
      this.at = this.endOfText() + 1;
      const next = this.bytes[this.at];
      if (next === 33 || next === 63) this.refuse('a comment');
      if (next !== SLASH) continue;
      this.at++;
      if (this.takes(name)) break;
    }
    if (this.nextAttribute() || this.isEmpty) this.refuse('a closing tag with attributes');
  }

  /** Whether there is an entity between the two places. */
  hasEntity(start: number, end: number): boolean {
    for (let at = start; at < end; at++) if (this.bytes[at] === AMPERSAND) return true;
    return false;
  }

  refuse(what: string): never {
    throw new Unfamiliar(`${what} at byte ${this.at}`);
  }
}
