import { MEMORY_NAMESPACE } from '../../workbook/host';

/** Excel may put an XML declaration or a byte order mark before a custom XML part; the readers want the root element. */
export function rootElement(xml: string): string {
  return xml.replace(/^\ufeff?(?:<\?xml[^>]*\?>)?\s*/, '');
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
