import { escapeXml, unescapeXml, XmlFault } from './text';

/** A place in an XML text: `start` of `<name`, `openEnd` behind its `>`, `close` at `</name>`, `end` behind it. */
export interface Element {
  readonly start: number;
  readonly openEnd: number;
  readonly close: number;
  readonly end: number;
  /** The opening tag as written, `<x:row r="1">`. */
  readonly tag: string;
  /** Namespace prefix with its colon, or empty. */
  readonly prefix: string;
}

// No `<` inside: a tag that is never closed ends at the next one, and a hostile part costs no more than one pass.
const ATTRIBUTES = `(?:[^<>"']|"[^"<]*"|'[^'<]*')*`;
const patterns = new Map<string, RegExp>();

function openingTag(name: string): RegExp {
  const known = patterns.get(name);
  if (known) return known;
  const made = new RegExp(`<((?:[\\w.-]+:)?)(?:${name})(?=[\\s/>])${ATTRIBUTES}>`, 'g');
  patterns.set(name, made);
  return made;
}

/**
 * The first element of that local name at or after `from`; `name` may be alternatives `a|b`. `null` where there is
 * none. For elements that do not stand inside their own kind. Throws `XmlFault` where it is not closed.
 */
export function findElement(xml: string, name: string, from = 0): Element | null {
  const pattern = openingTag(name);
  pattern.lastIndex = from;
  const match = pattern.exec(xml);
  if (!match) return null;
  const tag = match[0];
  const start = match.index;
  const openEnd = start + tag.length;
  const prefix = match[1]!;
  if (tag.endsWith('/>')) return { start, openEnd, close: openEnd, end: openEnd, tag, prefix };
  const local = /^<(?:[\w.-]+:)?([\w.-]+)/.exec(tag)![1]!;
  const close = closingTag(xml, `</${prefix}${local}`, openEnd);
  return { start, openEnd, close, end: xml.indexOf('>', close) + 1, tag, prefix };
}

/** Where the closing tag begins; `</f` is none of `</formula>`. */
function closingTag(xml: string, begin: string, from: number): number {
  for (let at = xml.indexOf(begin, from); at >= 0; at = xml.indexOf(begin, at + begin.length)) {
    if (/^\s*>/.test(xml.slice(at + begin.length, at + begin.length + 16))) return at;
  }
  throw new XmlFault(`${begin}> is missing`);
}

/** All elements of that local name, in order. */
export function findElements(xml: string, name: string): Element[] {
  const found: Element[] = [];
  for (let next = findElement(xml, name); next; next = findElement(xml, name, next.end)) found.push(next);
  return found;
}

/** What stands between the opening and the closing tag, as written. */
export function inner(xml: string, element: Element): string {
  return xml.slice(element.openEnd, element.close);
}

const attributes = new Map<string, RegExp>();

function attributePattern(name: string): RegExp {
  const known = attributes.get(name);
  if (known) return known;
  const made = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
  attributes.set(name, made);
  return made;
}

/** The value of an attribute of a tag, entities resolved; `null` where it has none. `name` with its prefix. */
export function attribute(tag: string, name: string): string | null {
  const match = attributePattern(name).exec(tag);
  return match ? unescapeXml(match[1] ?? match[2]!) : null;
}

/** The value of the attribute whatever its namespace prefix; the one without prefix wins. */
export function anyAttribute(tag: string, local: string): string | null {
  return attribute(tag, local) ?? attribute(tag, `[\\w.-]+:${local}`);
}

/** The tag with the attribute set, or taken away where `value` is `null`. */
export function withAttribute(tag: string, name: string, value: string | null): string {
  const pattern = attributePattern(name);
  const text = value === null ? '' : ` ${name}="${escapeXml(value)}"`;
  if (pattern.test(tag)) return tag.replace(pattern, () => text);
  return tag.replace(/\s*(\/?)>$/, (_, slash: string) => `${text}${slash}>`);
}

/** Replaces each element of that local name; `change` gets it as written and gives what stands there then. */
export function replaceElements(
  xml: string,
  name: string,
  change: (whole: string, element: Element) => string,
): string {
  let out = '';
  let done = 0;
  for (let next = findElement(xml, name); next; next = findElement(xml, name, next.end)) {
    out += xml.slice(done, next.start) + change(xml.slice(next.start, next.end), next);
    done = next.end;
  }
  return done === 0 ? xml : out + xml.slice(done);
}

/** Replaces the opening tag (or the whole of an empty element) of each element of that name, nested ones too. */
export function replaceTags(xml: string, name: string, change: (tag: string) => string): string {
  return xml.replace(openingTag(name), (tag) => change(tag));
}
