import type { CellValue } from '../../model';

/** Signs, digits and the words with which Excel's numbers, dates, times and sums of money are written. */
const FIGURE = /^[\p{P}\p{S}\p{Nd}\s年月日时分秒上下午号元点apme]+$/iu;
const CHINESE_DATE = /^[〇零一二三四五六七八九十廿卅年月日号\s]+$/;
const ENGLISH_DATE = /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\b/i;

/** Whether Excel would take the text for something else than text when it is written through `values`. */
export function wouldBeConverted(text: string): boolean {
  const plain = text.normalize('NFKC').trim();
  if (/^[=+\-@'#]/.test(plain) || /^[=+\-@'#]/.test(text)) return true;
  if (/^(?:true|false)$/i.test(plain)) return true;
  if (/\d/.test(plain)) return FIGURE.test(plain) || ENGLISH_DATE.test(plain);
  return CHINESE_DATE.test(plain) && /[年月日]/.test(plain);
}

/**
 * What has to be written through `range.values` so that the cell then holds exactly this value. A text that Excel would
 * take for a formula, number or date goes behind an apostrophe, as a user would type it; in a cell formatted as text
 * (`@`) Excel takes every entry as text, so that it goes as it is, unless it begins with an apostrophe itself.
 */
export function entryFor(value: CellValue, cellFormat: string): CellValue {
  if (typeof value !== 'string' || value === '') return value;
  if (cellFormat === '@') return value.startsWith("'") ? `'${value}` : value;
  return wouldBeConverted(value) ? `'${value}` : value;
}
