import type { NewSheet } from '../../../workbook/host';
import { wrapped } from '../../../workbook/sheetText';
import { isOneLine } from './styles';

/** Width that Excel takes where a sheet says none. */
const USUAL_WIDTH = 9;

/**
 * Rows (0-based) whose texts take several lines, with the number of these. A file says how high a row is: programs that
 * only show or print it do not fit rows to their texts, and would cut these off. What is merged downwards is no row's own.
 */
export function lineCounts({ cells, merges, columnWidths }: NewSheet): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  const spans = new Map(merges.map((area) => [`${area.top},${area.left}`, area]));
  for (const { row, column, value, style } of cells) {
    if (typeof value !== 'string' || value === '' || isOneLine(style)) continue;
    const { bottom, right } = spans.get(`${row},${column}`) ?? { bottom: row, right: column };
    if (bottom > row) continue;
    const lines = value.split('\n').flatMap((line) => wrapped(line, roomIn(columnWidths, column, right)));
    if (lines.length > (counts.get(row) ?? 1)) counts.set(row, lines.length);
  }
  return counts;
}

/** Characters that fit into columns; their edges take the room of one. */
function roomIn(widths: readonly number[], left: number, right: number): number {
  let width = 0;
  for (let column = left; column <= right; column += 1) width += widths[column] ?? USUAL_WIDTH;
  return Math.max(2, width - 1);
}
