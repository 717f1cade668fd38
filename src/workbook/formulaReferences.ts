import { columnName, columnNumber } from '../model';

/** The last row a sheet has, 0-based; `LAST_COLUMN` is its last column. */
export const LAST_ROW = 1_048_575;
/** 0-based. */
export const LAST_COLUMN = 16_383;

/** One end of a reference on one axis, 0-based; `fixed` where it is written with `$`. */
export interface Bound {
  readonly at: number;
  readonly fixed: boolean;
}

/**
 * A reference in a formula. `rows` is `null` for whole columns (`A:C`), `columns` for whole rows (`2:5`); a single
 * cell has `isRange` false and both ends equal. `sheet` is `null` for the sheet of the formula.
 */
export interface Reference {
  readonly sheet: string | null;
  readonly rows: readonly [Bound, Bound] | null;
  readonly columns: readonly [Bound, Bound] | null;
  readonly isRange: boolean;
}

/** A piece of a formula: a reference, or anything else as it is written. */
export type FormulaToken =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'reference';
      readonly text: string;
      readonly prefix: string;
      readonly reference: Reference;
    };

const WORD = /[\p{L}\p{M}\p{N}_.$\\?]+/uy;
const CELL = /^(\$?)([A-Za-z]{1,3})(\$?)([1-9]\d{0,6})$/;
const COLUMN = /^(\$?)([A-Za-z]{1,3})$/;
const ROW = /^(\$?)([1-9]\d{0,6})$/;
const ERROR = /#(?:REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|GETTING_DATA|SPILL!|CALC!)/iy;

/**
 * Changes the references of a formula (without its leading `=`): `change` gives the new one, the same one, or
 * `null` for one whose cells are gone (`#REF!`). Texts, function names, structured references, other workbooks and
 * references over several sheets stay as they are.
 */
export function mapReferences(formula: string, change: (reference: Reference) => Reference | null): string {
  return formulaTokens(formula)
    .map((token) => {
      if (token.kind === 'text') return token.text;
      const next = change(token.reference);
      if (next === token.reference) return token.text;
      return next === null ? '#REF!' : token.prefix + writeReference(next);
    })
    .join('');
}

/** The reference without its sheet, `$A$1:B2`. */
export function writeReference({ rows, columns, isRange }: Reference): string {
  const corner = (end: 0 | 1): string =>
    (columns ? `${columns[end].fixed ? '$' : ''}${columnName(columns[end].at)}` : '') +
    (rows ? `${rows[end].fixed ? '$' : ''}${rows[end].at + 1}` : '');
  return isRange ? `${corner(0)}:${corner(1)}` : corner(0);
}

/** The pieces of a formula, one after the other; joined they are the formula. */
export function formulaTokens(formula: string): FormulaToken[] {
  const found: FormulaToken[] = [];
  let at = 0;
  while (at < formula.length) {
    const token = nextToken(formula, at);
    found.push(token);
    at += token.text.length;
  }
  return found;
}

function nextToken(formula: string, at: number): FormulaToken {
  const sign = formula[at]!;
  if (sign === '"') return text(formula, at, closing(formula, at, '"'));
  if (sign === '[') return text(formula, at, afterExternal(formula, closingBracket(formula, at)));
  if (sign === "'") return afterQuoted(formula, at);
  if (sign === '#') return text(formula, at, at + (match(ERROR, formula, at)?.length ?? 1));
  const word = match(WORD, formula, at);
  return word === null ? text(formula, at, at + 1) : afterWord(formula, at, word);
}

function text(formula: string, from: number, to: number): FormulaToken {
  return { kind: 'text', text: formula.slice(from, to) };
}

function match(pattern: RegExp, formula: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(formula)?.[0] ?? null;
}

/** Behind the closing sign; a doubled one belongs to the text. */
function closing(formula: string, at: number, sign: string): number {
  let end = at + 1;
  while (end < formula.length) {
    if (formula[end] === sign) {
      if (formula[end + 1] !== sign) return end + 1;
      end++;
    }
    end++;
  }
  return formula.length;
}

/** Behind the bracket that closes the one at `at`; an apostrophe in a structured reference escapes the next sign. */
function closingBracket(formula: string, at: number): number {
  let depth = 0;
  for (let end = at; end < formula.length; end++) {
    if (formula[end] === "'") end++;
    else if (formula[end] === '[') depth++;
    else if (formula[end] === ']' && --depth === 0) return end + 1;
  }
  return formula.length;
}

/** `[1]Sheet1!A1:B2` is of another workbook: it is passed over whole. */
function afterExternal(formula: string, at: number): number {
  const rest = /^[\p{L}\p{M}\p{N}_.]*!(?:#REF!|[$\p{L}\p{M}\p{N}_.\\?]+(?::[$A-Za-z0-9]+)?)/u.exec(
    formula.slice(at),
  );
  return at + (rest?.[0].length ?? 0);
}

function afterQuoted(formula: string, at: number): FormulaToken {
  const end = closing(formula, at, "'");
  if (formula[end] !== '!') return text(formula, at, end);
  const sheet = formula.slice(at + 1, end - 1).replace(/''/g, "'");
  return afterSheet(formula, at, end + 1, sheet);
}

function afterWord(formula: string, at: number, word: string): FormulaToken {
  const end = at + word.length;
  const next = formula[end];
  if (next === '!') return afterSheet(formula, at, end + 1, word);
  if (next === '(') return text(formula, at, end);
  if (next === '[') return text(formula, at, closingBracket(formula, end));
  const acrossSheets = /^:[\p{L}\p{M}\p{N}_.]+!/u.exec(formula.slice(end));
  if (acrossSheets) return afterSheet(formula, at, end + acrossSheets[0].length, `${word}:`);
  return referenceAt(formula, at, at, null) ?? text(formula, at, end);
}

/** A reference with its sheet in front. Over several sheets, or of another workbook, it is text. */
function afterSheet(formula: string, from: number, at: number, sheet: string): FormulaToken {
  const token = referenceAt(formula, from, at, sheet);
  if (token === null) {
    const name = match(ERROR, formula, at) ?? match(WORD, formula, at) ?? '';
    return text(formula, from, at + name.length);
  }
  return /[[\]:]/.test(sheet) ? { kind: 'text', text: token.text } : token;
}

function referenceAt(formula: string, from: number, at: number, sheet: string | null): FormulaToken | null {
  const first = match(WORD, formula, at);
  if (first === null) return null;
  let end = at + first.length;
  const second = formula[end] === ':' ? match(WORD, formula, end + 1) : null;
  const after = second === null ? '' : (formula[end + 1 + second.length] ?? '');
  const range = second === null || after === '(' || after === '!' ? null : area(first, second, sheet);
  const reference = range ?? area(first, null, sheet);
  if (reference === null) return null;
  if (range !== null) end += 1 + second!.length;
  return { kind: 'reference', text: formula.slice(from, end), prefix: formula.slice(from, at), reference };
}

function area(first: string, second: string | null, sheet: string | null): Reference | null {
  const isRange = second !== null;
  const cells = [CELL.exec(first), CELL.exec(second ?? first)] as const;
  if (cells[0] && cells[1]) {
    const columns = bounds(cells[0], cells[1], 1, columnNumber, LAST_COLUMN);
    const rows = bounds(cells[0], cells[1], 3, rowNumber, LAST_ROW);
    return columns && rows && { sheet, columns, rows, isRange };
  }
  if (!isRange) return null;
  const whole = [COLUMN.exec(first), COLUMN.exec(second)] as const;
  if (whole[0] && whole[1]) {
    const columns = bounds(whole[0], whole[1], 1, columnNumber, LAST_COLUMN);
    return columns && { sheet, columns, rows: null, isRange };
  }
  const lines = [ROW.exec(first), ROW.exec(second)] as const;
  if (!lines[0] || !lines[1]) return null;
  const rows = bounds(lines[0], lines[1], 1, rowNumber, LAST_ROW);
  return rows && { sheet, columns: null, rows, isRange };
}

function rowNumber(digits: string): number {
  return Number(digits) - 1;
}

/** The two ends on one axis: group `at` of the match is the `$`, the one after it the number. */
function bounds(
  first: RegExpExecArray,
  second: RegExpExecArray,
  at: number,
  number: (text: string) => number,
  last: number,
): readonly [Bound, Bound] | null {
  const ends = [first, second].map((end) => ({ fixed: end[at] === '$', at: number(end[at + 1]!) }));
  if (ends.some((end) => end.at > last)) return null;
  return [ends[0]!, ends[1]!];
}
