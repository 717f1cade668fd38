import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** The parts of an .xlsx file, unpacked. */
export function partsOf(bytes: Uint8Array): Record<string, Uint8Array> {
  return unzipSync(bytes);
}

/** Text of one part. Throws where it is missing. */
export function partText(bytes: Uint8Array, path: string): string {
  const part = unzipSync(bytes, { filter: (file) => file.name === path })[path];
  if (!part) throw new Error(`${path} is missing`);
  return strFromU8(part);
}

/** The defined names of a workbook file and what they stand for. */
export function definedNamesOf(bytes: Uint8Array): Map<string, string> {
  const xml = partText(bytes, 'xl/workbook.xml');
  const entries = [...xml.matchAll(/<definedName\b[^>]*\bname="([^"]*)"[^>]*>([^<]*)</g)];
  return new Map(entries.map(([, name, formula]) => [name!, formula!.replace(/&apos;/g, "'")]));
}

/** The file with one text of one part replaced. */
export function replaceIn(bytes: Uint8Array, path: string, old: string, next: string): Uint8Array {
  const text = partText(bytes, path);
  if (!text.includes(old)) throw new Error(`${path} does not hold ${old}`);
  return zipSync({ ...unzipSync(bytes), [path]: strToU8(text.replace(old, () => next)) });
}
