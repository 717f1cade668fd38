/** Excel may put an XML declaration or a byte order mark before a custom XML part; the readers want the root element. */
export function rootElement(xml: string): string {
  return xml.replace(/^\ufeff?(?:<\?xml[^>]*\?>)?\s*/, '');
}
