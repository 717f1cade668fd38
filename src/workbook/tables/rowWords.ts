import type { CellValue } from '../../model';
import { compact } from '../read/values/text';
import { normaliseHeader } from '../recognise/normalise';
import type { SheetSnapshot } from '../snapshot';

/** What tells the rows of a table that hold no data. */
export interface NoData {
  /** Words that begin such a row: 合计, 制表, 注 … */
  readonly words: readonly string[];
  /** What the header says, and what stands above it: a page that was printed repeats both. */
  readonly header: ReadonlySet<string>;
  readonly above: ReadonlySet<string>;
}

/** A day in words, as it stands below signatures. */
const DAY =
  /^[\d〇○零一二三四五六七八九]{2,4}年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日$/;

/** What tells such rows below a header (0-based row of the sheet). */
export function noDataBelow(sheet: SheetSnapshot, header: number, words: readonly string[]): NoData {
  const texts = (rows: readonly (readonly CellValue[])[]): ReadonlySet<string> =>
    new Set(rows.flat().flatMap((value) => (value === '' ? [] : [normaliseHeader(String(value))])));
  const at = header - sheet.top;
  return { words, header: texts([sheet.values[at] ?? []]), above: texts(sheet.values.slice(0, at)) };
}

/** Whether a row holds no data, by its first filled cell (rulebook §3) or as the header once more. */
export function isNoData(cells: readonly CellValue[], { words, header, above }: NoData): boolean {
  const filled = cells.filter((value) => value !== '');
  const [first] = filled;
  if (typeof first !== 'string') return false;
  const text = compact(first);
  if (beginsFoot(text, words) || endsInTotal(text, words)) return true;
  if (filled.length === 1 && DAY.test(text)) return true;
  const key = normaliseHeader(first);
  if (!header.has(key) && !above.has(key)) return false;
  const keys = filled.map((value) => normaliseHeader(String(value)));
  const repeated = keys.filter((each) => header.has(each)).length;
  return (repeated >= 2 && repeated * 2 >= keys.length) || keys.every((each) => above.has(each));
}

/** The word itself, or with what stands behind it: `制表:王`, `注1:`, `审核(签字)`; any text that ends with a colon. */
function beginsFoot(text: string, words: readonly string[]): boolean {
  const isOne = (word: string): boolean =>
    text === word || (text.startsWith(word) && /^\d*[:(、.]/.test(text.slice(word.length)));
  return words.some((word) => isOne(compact(word))) || /.:$/.test(text);
}

/** A word for a sum or a mean ends the cell: `本页合计`, `6月小计`, `东片 平均`. */
function endsInTotal(text: string, words: readonly string[]): boolean {
  return words.some((word) => /[计均]$/.test(word) && text.endsWith(compact(word)));
}
