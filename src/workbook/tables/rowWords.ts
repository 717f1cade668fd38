import type { CellValue } from '../../model';
import { compact } from '../read/values/text';
import { normaliseHeader } from '../recognise/normalise';

/** What tells the rows of a table that hold no data. */
export interface NoData {
  /** Words that begin such a row: 合计, 制表, 注 … */
  readonly words: readonly string[];
  /** What the header says, and what stands above it: a page that was printed repeats both. */
  readonly header: ReadonlySet<string>;
  readonly above: ReadonlySet<string>;
}

/** Words that end the first cell of a row of totals: 本页合计, 6月小计. */
const TOTALS = ['合计', '小计', '总计', '共计', '累计', '均值', '平均', '平均分'];
/** A day in words, as it stands below signatures. */
const DAY =
  /^[\d〇○零一二三四五六七八九]{2,4}年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日$/;

/** Whether a row holds no data, by its first filled cell (rulebook §3) or as the header once more. */
export function isNoData(cells: readonly CellValue[], { words, header, above }: NoData): boolean {
  const filled = cells.filter((value) => value !== '');
  const [first] = filled;
  if (typeof first !== 'string') return false;
  const text = compact(first);
  if (beginsFoot(text, words) || TOTALS.some((word) => text.endsWith(word))) return true;
  if (filled.length === 1 && DAY.test(text)) return true;
  const repeated = filled.filter((value) => header.has(normaliseHeader(String(value)))).length;
  if (repeated >= 2 && repeated * 2 >= filled.length) return true;
  return filled.every((value) => above.has(normaliseHeader(String(value))));
}

/** The word itself, or with what stands behind it: `制表:王`, `注1:`, `审核(签字)`; any text that ends with a colon. */
function beginsFoot(text: string, words: readonly string[]): boolean {
  const isOne = (word: string): boolean =>
    text === word || (text.startsWith(word) && /^\d*[:(、.]/.test(text.slice(word.length)));
  return words.some((word) => isOne(compact(word))) || /.:$/.test(text);
}
