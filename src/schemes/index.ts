import type { ClassificationScheme, Scheme } from '../model';
import retailCustomerClassFile from './classes/retail-customer-class.json';
import { loadClassification } from './classification';
import { loadScheme } from './load';
import mallPropertyFile from './mall-property.json';
import yinchuan2008File from './yinchuan-2008.json';

export { loadClassification } from './classification';
export { loadScheme } from './load';
export { SchemeError, type SchemeFault } from './schemeError';

/** Scheme files that come with the product, by scheme id. */
const FILES: Readonly<Record<string, unknown>> = {
  'yinchuan-2008': yinchuan2008File,
  'mall-property': mallPropertyFile,
};

const loaded = new Map<string, Scheme>();

/** Ids of the schemes that come with the product. */
export const schemeIds: readonly string[] = Object.keys(FILES);

/** The scheme of that id, loaded once; `null` where none comes with the product. Throws a SchemeError on a bad file. */
export function schemeById(id: string): Scheme | null {
  const known = loaded.get(id);
  if (known) return known;
  if (!Object.hasOwn(FILES, id)) return null;
  const scheme = loadScheme(FILES[id]);
  loaded.set(id, scheme);
  return scheme;
}

/** The regulation of 2008. */
export function yinchuan2008(): Scheme {
  return schemeById('yinchuan-2008')!;
}

/** Files of schemes that put customers into classes, by scheme id. */
const CLASSIFICATIONS: Readonly<Record<string, unknown>> = {
  'retail-customer-class': retailCustomerClassFile,
};

/** Ids of the classifications that come with the product. */
export const classificationIds: readonly string[] = Object.keys(CLASSIFICATIONS);

/** The classification of that id; `null` where none comes with the product. Throws a SchemeError on a bad file. */
export function classificationById(id: string): ClassificationScheme | null {
  return Object.hasOwn(CLASSIFICATIONS, id) ? loadClassification(CLASSIFICATIONS[id]) : null;
}
