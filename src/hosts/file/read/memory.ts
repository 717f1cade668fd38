import { HostError, MEMORY_NAMESPACE } from '../../../workbook/host';
import { FORGET_SETTINGS } from '../../../workbook/memory';
import { type Package } from '../package';
import { called } from '../problems';
import { relationsOf } from '../relations';
import { workbookPart } from '../workbookPart';

const DECLARATION = /^\ufeff?<\?xml[^>]*\?>\s*/;

/** A custom XML part of the product: the relation that leads to it, from the workbook or the package (`''`), and its text. */
export interface MemoryPart {
  readonly owner: string;
  readonly relationId: string;
  readonly path: string;
  readonly xml: string;
}

/**
 * The product's custom XML parts: those of the workbook, then those of the package, where LibreOffice hangs them when
 * it saves. A part is ours by the namespace of its root; one that has lost its root, by what its properties say.
 */
export function memoryParts(parts: Package): MemoryPart[] {
  const found = new Map<string, MemoryPart>();
  for (const owner of [workbookPart(parts).path, '']) {
    for (const { type, path, id } of relationsOf(parts, owner)) {
      if (type !== 'customXml' || path === null || found.has(path) || !isOurs(parts, path)) continue;
      const xml = (parts.text(path) ?? '').replace(DECLARATION, '');
      found.set(path, { owner, relationId: id, path, xml });
    }
  }
  return [...found.values()];
}

/**
 * What the workbook remembers; `null` for nothing. Two parts that say different things are refused: which of them
 * holds cannot be told, and the scores may hang on it.
 */
export function findMemory(parts: Package): string | null {
  const [first, ...others] = memoryParts(parts);
  if (!first) return null;
  const other = others.find(({ xml }) => xml !== first.xml);
  if (!other) return first.xml;
  const paths = `${first.path}、${other.path}`;
  throw new HostError(
    'damaged',
    `${called(parts.name)}里保存了两份设置,内容不同(${paths}),不能确定用哪一份。${FORGET_SETTINGS}`,
    null,
  );
}

function isOurs(parts: Package, path: string): boolean {
  const namespace = rootNamespace(parts.text(path) ?? '');
  if (namespace !== null) return namespace === MEMORY_NAMESPACE;
  return relationsOf(parts, path).some(
    (relation) =>
      relation.path !== null && (parts.text(relation.path) ?? '').includes(`"${MEMORY_NAMESPACE}"`),
  );
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
