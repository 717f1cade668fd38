import type { CellValue } from '../../model';

/** What is written where a column that the figures need was not there at all. */
export const NO_COLUMN = '(原表没有这一列)';

/** What is written where a formula of the source had no stored value. */
const NOT_CALCULATED = '(公式没有计算结果)';

/**
 * A cell that could not be read, in a form that cannot be read either: the fault goes along with the row, and nobody
 * is scored on what was guessed. A text stays as it is, a number is said not to be understood.
 */
export function carried(raw: CellValue): string {
  if (raw === '') return NOT_CALCULATED;
  return typeof raw === 'string' ? raw : `${String(raw)}(原表未能认定)`;
}
