import { XmlFault } from './text';

const TAG = /<([^\s<>/"'=]+)(?:\s+[^\s<>/"'=]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*(\/?)>/y;
const CLOSING = /<\/([^\s<>/"'=]+)\s*>/y;

/**
 * Throws `XmlFault` where the elements of a text do not hang together: one is not closed, or by another. What is
 * searched for in such a text may not be found, and cells must not vanish silently. Comments and CDATA are gone already.
 */
export function requireWellFormed(xml: string): void {
  const open: string[] = [];
  let roots = 0;
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at)) {
    if (xml.startsWith('<?', at)) {
      at = endOf(xml, '?>', at);
    } else if (xml[at + 1] === '/') {
      const name = matchAt(CLOSING, xml, at)[1];
      if (open.pop() !== name) throw new XmlFault(`</${name}> closes another element`);
      at = CLOSING.lastIndex;
    } else {
      const [, name, slash] = matchAt(TAG, xml, at);
      if (open.length === 0 && roots++ > 0) throw new XmlFault('two roots');
      if (slash === '') open.push(name!);
      at = TAG.lastIndex;
    }
  }
  if (open.length > 0 || roots === 0) throw new XmlFault(`<${open.pop() ?? ''}> is not closed`);
}

function matchAt(pattern: RegExp, xml: string, at: number): RegExpExecArray {
  pattern.lastIndex = at;
  const match = pattern.exec(xml);
  if (!match) throw new XmlFault(`no tag at ${at}`);
  return match;
}

function endOf(xml: string, what: string, from: number): number {
  const end = xml.indexOf(what, from);
  if (end < 0) throw new XmlFault(`${what} is missing`);
  return end + what.length;
}
