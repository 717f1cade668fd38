import { MEMORY_NAMESPACE } from '../../../workbook/host';
import { type Package } from '../package';
import { relationsOf } from '../relations';
import { workbookPart } from '../workbookPart';

/** The product's custom XML part: the relation of the workbook that leads to it, and its text. */
export interface MemoryPart {
  readonly relationId: string;
  readonly path: string;
  readonly xml: string;
}

/** Finds the product's custom XML part by the namespace of its root; `null` where there is none. */
export function findMemory(parts: Package): MemoryPart | null {
  for (const relation of relationsOf(parts, workbookPart(parts).path)) {
    if (relation.type !== 'customXml' || relation.path === null) continue;
    const xml = parts.text(relation.path);
    if (xml !== null && rootNamespace(xml) === MEMORY_NAMESPACE) {
      return {
        relationId: relation.id,
        path: relation.path,
        xml: xml.replace(/^\ufeff?<\?xml[^>]*\?>\s*/, ''),
      };
    }
  }
  return null;
}

/** The namespace of the root element; `''` for none, `null` where the text has no root. */
export function rootNamespace(xml: string): string | null {
  const root = /<(?:([\w.-]+):)?[\w.-]+((?:[^<>"']|"[^"<]*"|'[^'<]*')*)>/.exec(
    xml.replace(/<[?!][^<>]*>/g, ''),
  );
  if (!root) return null;
  const name = root[1] === undefined ? 'xmlns' : `xmlns:${root[1]}`;
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(root[2] ?? '');
  return found?.[1] ?? found?.[2] ?? '';
}
