import { HostError, MEMORY_NAMESPACE } from '../../workbook/host';
import { FORGET_SETTINGS } from '../../workbook/memory';

/** Excel may put an XML declaration or a byte order mark before a custom XML part; the readers want the root element. */
export function rootElement(xml: string): string {
  return xml.replace(/^\ufeff?(?:<\?xml[^>]*\?>)?\s*/, '');
}

/**
 * Throws HostError where further parts say something else than the first: which of them holds cannot be told, and the
 * scores may hang on it. Files are refused for the same reason (`hosts/file/read/memory.ts`).
 */
export function requireOneMemory(
  workbook: string,
  first: string | null,
  others: readonly (string | null)[],
): void {
  if (others.every((other) => other === first)) return;
  const message = `“${workbook}”里保存了两份设置,内容不同,不能确定用哪一份。${FORGET_SETTINGS}`;
  throw new HostError('damaged', message);
}

/** The product's custom XML parts at one moment, and what the first says; `undefined` where it was not read. */
export interface KeptMemory {
  readonly ids: readonly string[];
  readonly xml: string | null | undefined;
}

/** Asks what the workbook remembers in the part of a known id; call the result after the sync. */
export function askMemory(context: Excel.RequestContext, ids: readonly string[]): () => KeptMemory {
  const { customXmlParts } = context.workbook;
  const parts = customXmlParts.getByNamespace(MEMORY_NAMESPACE).load('items/id');
  const [known] = ids;
  const xml = known === undefined ? null : customXmlParts.getItem(known).getXml();
  return () => ({ ids: parts.items.map(({ id }) => id), xml: xml ? rootElement(xml.value) : undefined });
}

/** Puts into the batch what brings the parts back that there were; `now` are the ids of those there are. */
export function restoreMemory(
  context: Excel.RequestContext,
  { ids, xml }: KeptMemory,
  now: readonly string[],
): void {
  const { customXmlParts } = context.workbook;
  for (const id of now) if (!ids.includes(id)) customXmlParts.getItem(id).delete();
  const [first] = ids;
  if (first === undefined || xml === null || xml === undefined) return;
  if (now.includes(first)) customXmlParts.getItem(first).setXml(xml);
  else customXmlParts.add(xml);
}
