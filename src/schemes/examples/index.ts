import type { Example } from '../../model';
import yinchuan2008 from './yinchuan-2008.json';

/** Examples that come with the product, by scheme id. */
const EXAMPLES: Readonly<Record<string, object>> = { 'yinchuan-2008': yinchuan2008 };

/** The made-up entries for a scheme; `null` where none come with the product. */
export function exampleOf(schemeId: string): Example | null {
  return Object.hasOwn(EXAMPLES, schemeId) ? (EXAMPLES[schemeId] as Example) : null;
}
