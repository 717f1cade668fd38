import type { CellValue } from '../model';

/** What JSON makes of an object. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A text, a number or a truth value, as a cell or a ruling holds it. */
export function isPlain(value: unknown): value is CellValue {
  return ['string', 'number', 'boolean'].includes(typeof value);
}
