import type { Words } from '../../model';
import { compact } from './values/text';

/** The words of a scheme that begin or end a row which is no data. */
export interface RowWords {
  readonly totals: readonly string[];
  readonly notes: readonly string[];
  /** Strokes, and 无: what is put through cells that hold nothing. 合格 says that somebody has looked, and is none of them. */
  readonly nothing: ReadonlySet<string>;
  /** By the code of a character: whether one of them begins or ends with it. Most texts have neither. */
  readonly ends: Uint8Array;
}

/** A word begins, or ends, with the character. */
export const FIRST = 1;
export const LAST = 2;
const CODES = 65_536;
/** `第1页`, `第1页共3页`: what a printed page says of itself, without spaces. */
const PAGE = /^第\d+页/;
const known = new WeakMap<Words, RowWords>();

/** The words of a scheme, worked out once. */
export function rowWords(words: Words): RowWords {
  let own = known.get(words);
  if (!own) known.set(words, (own = findRowWords(words)));
  return own;
}

/** Whether the text, without spaces, numbers a page. */
export const isPageNumber = (text: string): boolean => text.startsWith('第') && PAGE.test(text);

/** No more than one letter. */
function isStroke(word: string): boolean {
  return word.replace(/\P{L}/gu, '').length < 2;
}

function findRowWords(words: Words): RowWords {
  const totals = words.totals.map(compact);
  const notes = words.notes.map(compact);
  const ends = new Uint8Array(CODES);
  for (const word of [...totals, ...notes]) ends[word.charCodeAt(0)]! |= FIRST;
  // A bracket may follow a total, and a colon makes a note of any text.
  for (const word of [...totals, ')', ']', ':']) ends[word.charCodeAt(word.length - 1)]! |= LAST;
  return { totals, notes, nothing: new Set(words.nothing.filter(isStroke)), ends };
}
