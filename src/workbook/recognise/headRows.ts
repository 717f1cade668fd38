import type { SheetSnapshot } from '../snapshot';
import { DEEPEST_HEADER, ofHead } from './head';
import { FIELD, kindsOf, LABEL } from './textKinds';
import type { Vocabulary } from './vocabulary';

/** Longest text that is tried as a header of a summary; what is longer is a remark. */
const LONGEST_HEADER = 40;

/** How many cells the scheme knows in each of the first rows; index 0 is the top of the used range. */
export interface HeadRows {
  /** Texts that may stand in a header: fields, rules, printed numbers of rules. */
  readonly known: readonly number[];
  /** Texts that are a field's name, with a label's colon or without. */
  readonly fields: readonly number[];
}

/** The first rows of a sheet as the scheme knows them. Several ask: it is kept. */
export const headRows = ofHead((sheet, vocabulary): HeadRows => {
  const known: number[] = [];
  const fields: number[] = [];
  const rows = Math.min(sheet.values.length, DEEPEST_HEADER);
  for (let row = 0; row < rows; row += 1) {
    known.push(0);
    fields.push(0);
    for (const value of sheet.values[row]!) {
      if (value === '') continue;
      if (typeof value === 'string') {
        const kinds = kindsOf(value, vocabulary);
        if (kinds === 0) continue;
        if ((kinds & LABEL) === 0) known[row]! += 1;
        if ((kinds & FIELD) !== 0 && value.length <= LONGEST_HEADER) fields[row]! += 1;
      } else if (typeof value === 'number' && vocabulary.isPrintedNumber(value)) known[row]! += 1;
    }
  }
  return { known, fields };
});

/** Number of cells of a row that are fields of the scheme; rows are 0-based sheet rows. */
export function fieldsInRow(sheet: SheetSnapshot, vocabulary: Vocabulary, row: number): number {
  const at = row - sheet.top;
  if (at < DEEPEST_HEADER) return headRows(sheet, vocabulary).fields[at] ?? 0;
  let count = 0;
  for (const value of sheet.values[at] ?? []) {
    if (typeof value !== 'string' || value === '' || value.length > LONGEST_HEADER) continue;
    if (isField(value, vocabulary)) count += 1;
  }
  return count;
}

const fieldTexts = new WeakMap<Vocabulary, Map<string, boolean>>();

/**
 * Whether the scheme knows a text as a field. Asked for every cell of a province's summary: whether it may be a rule, which
 * takes longest for texts that are nothing, is not asked, and the answer is kept.
 */
function isField(text: string, vocabulary: Vocabulary): boolean {
  let known = fieldTexts.get(vocabulary);
  if (known === undefined) fieldTexts.set(vocabulary, (known = new Map<string, boolean>()));
  let answer = known.get(text);
  if (answer === undefined) known.set(text, (answer = vocabulary.fieldClaims(text).length > 0));
  return answer;
}
