import { isPlainText } from '../../../model';

/** Spaces of any width, line breaks, and characters that print as nothing. */
const INVISIBLE = /[\s\u00ad\u180e\u200b-\u200f\u2028-\u202e\u2060\ufeff]+/g;

/** A text made comparable: NFKC, without any space or invisible character; every minus becomes `-`. */
export function compact(text: string): string {
  if (isPlainText(text)) return text;
  return text
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(/[\u2212\u2010-\u2012\ufe63]/g, '-');
}

/** Digits that are a note's number or a power (`1²`, `①`); NFKC would make plain ones of them. */
const MARKED = /[\u00b2\u00b3\u00b9\u2070-\u209f\u2460-\u24ff\u2776-\u2793]/;

/**
 * Figures that are no single one: with a space or line break between their digits (`1 2`, two lines in a cell), or with
 * digits that mark something.
 */
export function isSplitFigure(text: string): boolean {
  return MARKED.test(text) || /[\d.]\s+[\d.]/.test(text.normalize('NFKC'));
}

/** A person's name: no inner spaces, no bracketed remark that the post is held beside another (R31). */
export function personName(text: string, concurrent: readonly string[]): string {
  if (isPlainText(text)) return text;
  const plain = compact(text);
  const bracket = /^(.*)[([](.+)[)\]]$/.exec(plain);
  return bracket && concurrent.includes(bracket[2]!) ? bracket[1]! : plain;
}

/** Errors as Excel shows them in a cell. */
export const ERROR_TEXT =
  /^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|BUSY!|UNKNOWN!|GETTING_DATA)$/i;
