import type { CellStyle, NewCell, NewSheet } from '../../workbook/host';
import { type SheetSnapshot, valueAt } from '../../workbook/snapshot';
import type { Correction } from './record';

/** Name of the sheet that lists a workbook's corrections. */
export const CORRECTIONS_SHEET = '更正记录';

/** What stands in its first cell; tells it from a sheet of the same name that is not ours. */
const TITLE = '更正记录(由服务测评助手生成)';

const HEADERS = ['序', '时间', '申请更正的人', '更正原因', '位置', '更正前', '更正后', '对得分的影响'];
/** The last has room for a department, a name, two scores and two deductions in one line. */
const WIDTHS = [6, 17, 14, 28, 24, 12, 12, 66];

/** The sheet of all corrections, oldest first; under another name where somebody's own sheet has taken it. */
export function correctionsSheet(corrections: readonly Correction[], isTaken: boolean): NewSheet {
  const style = (column: number): CellStyle => (column === 0 ? 'integer' : 'text');
  const rows = corrections.map(({ time, by, reason, place, before, after, effects }, index) => [
    index + 1,
    time.slice(0, 16).replace('T', ' '),
    by,
    reason,
    place,
    before,
    after,
    effects.length === 0 ? '没有影响' : effects.join('\n'),
  ]);
  return {
    name: isTaken ? `${CORRECTIONS_SHEET}(2)` : CORRECTIONS_SHEET,
    cells: [
      { row: 0, column: 0, value: TITLE, style: 'title' },
      ...HEADERS.map((value, column): NewCell => ({ row: 1, column, value, style: 'header' })),
      ...rows.flatMap((row, at) =>
        row.map((value, column): NewCell => ({ row: 2 + at, column, value, style: style(column) })),
      ),
    ],
    merges: [{ top: 0, left: 0, bottom: 0, right: HEADERS.length - 1 }],
    columnWidths: WIDTHS,
    headerRows: 2,
    landscape: true,
    lists: [],
  };
}

/** Whether a sheet is the one that an earlier correction has made. */
export function isCorrectionsSheet(sheet: SheetSnapshot): boolean {
  return valueAt(sheet, 0, 0) === TITLE;
}
