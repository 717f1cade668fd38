const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** An XML text that does not hang together: what was begun is not closed, or its signs make no text. */
export class XmlFault extends Error {}

/**
 * Text of an XML part, in the encoding it declares. Comments go, CDATA becomes escaped text. Throws `XmlFault` where
 * the bytes are no text in that encoding, or declare a document type: Office takes none, and entities declared there
 * would be a way to other files.
 */
export function decodeXml(bytes: Uint8Array): string {
  const text = decoded(bytes, encodingOf(bytes));
  return text.includes('<!') ? withoutDeclarations(text) : text;
}

const COMMENT = '<!--';
const CDATA = '<![CDATA[';

/** Goes from one `<!` to the next; one that is not closed, or declares a document type, makes the text no part. */
function withoutDeclarations(text: string): string {
  const pieces: string[] = [];
  let done = 0;
  for (let at = text.indexOf('<!'); at >= 0; at = text.indexOf('<!', done)) {
    const isComment = text.startsWith(COMMENT, at);
    if (!isComment && !text.startsWith(CDATA, at))
      throw new XmlFault('a document type or another declaration');
    const start = at + (isComment ? COMMENT : CDATA).length;
    const end = text.indexOf(isComment ? '-->' : ']]>', start);
    if (end < 0) throw new XmlFault('a comment or CDATA without an end');
    pieces.push(text.slice(done, at), isComment ? '' : escapeXml(text.slice(start, end)));
    done = end + 3;
  }
  return pieces.join('') + text.slice(done);
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  return /^(?:\xef\xbb\xbf)?<\?xml[^>]*\sencoding\s*=\s*["']([\w.-]+)["']/.exec(head)?.[1] ?? 'utf-8';
}

function decoded(bytes: Uint8Array, encoding: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    throw new XmlFault(`${encoding}: ${String(error)}`);
  }
}

/** UTF-8 bytes of an XML part; the declaration says so. */
export function encodeXml(text: string): Uint8Array {
  const utf8 = text.replace(/^(<\?xml[^>]*encoding=)(["'])[^"']*\2/, '$1$2UTF-8$2');
  return new TextEncoder().encode(utf8);
}

/** For text and for attributes in double quotes. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) =>
    sign === '&' ? '&amp;' : sign === '<' ? '&lt;' : sign === '>' ? '&gt;' : '&quot;',
  );
}

/** Turns entities into what they stand for; what is no entity stays. */
export function unescapeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return NAMED[name] ?? whole;
      const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

/**
 * Text of a cell for XML: what XML cannot hold is written `_xHHHH_` as Excel does, and a text that looks like such
 * an escape gets its underscore escaped. A tab and a line feed stay.
 */
export function escapeCellText(text: string): string {
  const guarded = text.replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_');
  const plain = guarded.replace(
    /[^\t\n -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu,
    (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
  );
  return escapeXml(plain);
}

/** The reverse of `escapeCellText`, on text whose entities are resolved. */
export function unescapeCellText(text: string): string {
  return text.includes('_x') ? text.replace(/_x([0-9a-f]{4})_/gi, signOf) : text;
}

function signOf(_whole: string, code: string): string {
  return String.fromCharCode(parseInt(code, 16));
}

/** The text with `\n` for each line break, as Excel keeps it. */
export function withLineFeeds(text: string): string {
  return text.includes('\r\n') ? text.replace(/\r\n/g, '\n') : text;
}
