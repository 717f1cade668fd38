import type { CellValue, Scheme } from '../../model';
import { normaliseHeader } from '../recognise/normalise';

/** Two decimals, half-up; a stored binary number a hair below the half counts as the half. */
function hundredths(value: number): number {
  return Math.floor(value * 100 + 0.5 + 1e-7);
}

function asNumber(value: CellValue): number | null {
  if (typeof value === 'number') return value;
  const text = String(value).normalize('NFKC').trim();
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : null;
}

/** The word for a result, whatever way it is said (是 for 达标). */
function resultWord(scheme: Scheme, value: CellValue): string {
  const text = normaliseHeader(String(value));
  const among = (words: readonly string[]): boolean => words.some((word) => normaliseHeader(word) === text);
  if (among(scheme.words.yes)) return scheme.words.results.qualified;
  return among(scheme.words.no) ? scheme.words.results.unqualified : text;
}

/**
 * Whether a filled figure says the same as the computed one: numbers to two decimals, also where kept as text or
 * exactly; results by meaning.
 */
export function sameFigure(scheme: Scheme, filled: CellValue, computed: CellValue): boolean {
  if (typeof computed !== 'number') return resultWord(scheme, filled) === resultWord(scheme, computed);
  const number = asNumber(filled);
  return number !== null && hundredths(number) === hundredths(computed);
}
