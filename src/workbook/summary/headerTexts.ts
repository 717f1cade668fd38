import type { CellValue } from '../../model';
import type { Vocabulary } from '../recognise/vocabulary';
import type { SheetSnapshot } from '../snapshot';

/** The cells of a 0-based row as far as they were read. */
export function cellsOf(sheet: SheetSnapshot, row: number): readonly CellValue[] {
  return sheet.values[row - sheet.top] ?? [];
}

/** Longest text that is tried as a header; what is longer is a remark. */
const LONGEST_HEADER = 40;

const headerTexts = new WeakMap<Vocabulary, Map<string, boolean>>();

/** Whether the scheme knows the text as a header. Asked for every cell of long sheets, so it is kept. */
function isHeaderText(vocabulary: Vocabulary, text: string): boolean {
  const known = headerTexts.get(vocabulary) ?? new Map<string, boolean>();
  headerTexts.set(vocabulary, known);
  const answer = known.get(text) ?? vocabulary.fieldClaims(text).length > 0;
  known.set(text, answer);
  return answer;
}

/** Number of cells of a row that are headers of the scheme. */
export function vocabularyHits(sheet: SheetSnapshot, vocabulary: Vocabulary, row: number): number {
  return cellsOf(sheet, row).filter(
    (value) =>
      typeof value === 'string' &&
      value !== '' &&
      value.length <= LONGEST_HEADER &&
      isHeaderText(vocabulary, value),
  ).length;
}
