import type { CellValue, Scheme } from '../../model';
import { normaliseHeader } from '../recognise/normalise';
import { isSealLine } from './sealLine';
import { isNotice } from './wording';

/** What a row is by its first filled cell. */
export type RowKind = 'blank' | 'total' | 'note' | 'notice' | 'other';

/** The first cell of a row that is not blank, `''` for none. */
function firstFilled(cells: readonly CellValue[]): CellValue {
  return cells.find((value) => value !== '' && String(value).trim() !== '') ?? '';
}

/** Tells rows that hold no data (合计, 制表 …) by the scheme's words. */
export function rowKind(scheme: Scheme, cells: readonly CellValue[]): RowKind {
  const first = firstFilled(cells);
  if (first === '') return 'blank';
  if (typeof first !== 'string') return 'other';
  if (isNotice(first) || isSealLine(first)) return 'notice';
  const text = normaliseHeader(first);
  if (scheme.words.totals.some((word) => text.endsWith(normaliseHeader(word)))) return 'total';
  return scheme.words.notes.some((word) => isNote(first, word)) ? 'note' : 'other';
}

/** The word itself, or the word with a colon or bracket behind it (`审核:`, `制表(盖章)`). */
function isNote(text: string, word: string): boolean {
  const plain = text.normalize('NFKC').replace(/\s/g, '');
  const wanted = word.normalize('NFKC').replace(/\s/g, '');
  return plain === wanted || (plain.startsWith(wanted) && /^[:(【[]/.test(plain.slice(wanted.length)));
}
