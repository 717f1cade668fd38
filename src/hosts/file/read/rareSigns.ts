/**
 * The XML with signs beyond the first 65,536 written as they are: SheetJS takes `&#134071;`, a rare character as
 * names have them, for another sign.
 */
export function withRareSigns(xml: string): string {
  if (!xml.includes('&#')) return xml;
  return xml.replace(/&#(?:x0*([\da-f]{5,6})|0*(\d{5,7}));/gi, (whole, hex?: string, decimal?: string) => {
    const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
    return code > 0xffff && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
