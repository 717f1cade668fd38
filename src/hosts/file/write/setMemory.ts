import { relationsPath } from '../partPaths';
import { addRelation, dropRelation, relationsOf } from '../relations';
import { problem } from '../problems';
import { MEMORY_NAMESPACE } from '../../../workbook/host';
import { type MemoryPart, memoryParts, rootNamespace } from '../read/memory';
import { inDialect } from './dialect';
import type { EditSession } from './session';

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const DATA_STORE = 'http://schemas.openxmlformats.org/officeDocument/2006/customXml';
const PROPERTIES = 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** Names the part to Office; any will do as long as no other part has it. */
const ITEM_ID = '{7D1B2C64-5E3A-4B0F-9C58-2A6E4F1D9B30}';

/**
 * Writes the product's custom XML part, or takes it away (`null`). Throws `HostError` for an XML whose root is not
 * in the product's namespace.
 */
export function setMemory(session: EditSession, xml: string | null): void {
  const { parts } = session;
  const known = memoryParts(parts);
  if (xml === null) {
    for (const part of known) removeMemory(session, part);
    return;
  }
  if (rootNamespace(xml) !== MEMORY_NAMESPACE)
    throw problem('unsupported', parts.name, '(记忆内容的命名空间不对)');
  const text = xml.startsWith('<?xml') ? xml : DECLARATION + xml;
  const kept = known.find(({ owner }) => owner === session.book.path);
  // Excel sees the parts of the workbook alone: one that hangs on the package is made anew, a second one is taken away.
  for (const part of known) if (part !== kept) removeMemory(session, part);
  if (kept) parts.setText(kept.path, text);
  else addMemory(session, text);
}

function addMemory(session: EditSession, text: string): void {
  const { parts } = session;
  let number = 1;
  while (parts.has(`customXml/item${number}.xml`) || parts.has(`customXml/itemProps${number}.xml`)) number++;
  const item = `customXml/item${number}.xml`;
  const properties = `customXml/itemProps${number}.xml`;
  parts.setText(item, text);
  const described =
    `${DECLARATION}<ds:datastoreItem xmlns:ds="${DATA_STORE}" ds:itemID="${ITEM_ID}">` +
    `<ds:schemaRefs><ds:schemaRef ds:uri="${MEMORY_NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>`;
  parts.setText(properties, inDialect(session, described));
  parts.setContentType(item, 'application/xml');
  parts.setContentType(properties, PROPERTIES);
  addRelation(parts, item, inDialect(session, `${RELATIONS}/customXmlProps`), properties);
  addRelation(parts, session.book.path, inDialect(session, `${RELATIONS}/customXml`), item);
}

function removeMemory(session: EditSession, { owner, path, relationId }: MemoryPart): void {
  const { parts } = session;
  for (const relation of relationsOf(parts, path)) {
    if (relation.path === null) continue;
    parts.remove(relation.path);
    parts.dropContentType(relation.path);
  }
  parts.remove(relationsPath(path));
  parts.remove(path);
  parts.dropContentType(path);
  dropRelation(parts, owner, relationId);
}
