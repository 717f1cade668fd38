import type { CellValue, Revision } from '../../model';
import type { CellStyle, NewCell, NewSheet } from '../host';
import { freeSheetName, textWidth } from '../sheetText';
import { historyRows } from './history';
import { HISTORY_HEADERS, TITLE } from './labels';
import type { RuleTable } from './tables';

const HINT =
  '可以直接在本表修改。改过以后请换一个现行版本,并在修订记录里写明谁在什么时候改了什么;有错的地方会逐格指出,改正前不按本表计分。';

/** Cells of the sheet while it is put together, block below block. */
class Paper {
  readonly cells: NewCell[] = [];
  readonly widths: number[] = [];
  row = 0;

  put(column: number, value: CellValue, style: CellStyle): void {
    this.cells.push({ row: this.row, column, value, style });
    if (style === 'title' || style === 'note') return;
    const wanted = Math.min(36, Math.max(9, textWidth(String(value)) + 2));
    this.widths[column] = Math.max(this.widths[column] ?? 9, wanted);
  }

  /** A header and its rows. */
  table({ headers, rows }: RuleTable): void {
    headers.forEach((header, column) => this.put(column, header, 'header'));
    this.row += 1;
    for (const row of rows) {
      row.forEach((value, column) => this.put(column, value, typeof value === 'number' ? 'flag' : 'text'));
      this.row += 1;
    }
  }

  gap(): void {
    this.row += 1;
  }
}

/** A sheet of rules: its settings above, the tables below them, and who changed what when at its end. */
export function rulesSheet(
  settings: RuleTable,
  tables: readonly RuleTable[],
  history: readonly Revision[] | undefined,
  taken: readonly string[],
): NewSheet {
  const paper = new Paper();
  paper.put(0, TITLE, 'title');
  paper.row += 1;
  for (const [label = '', value = ''] of settings.rows) {
    paper.put(0, label, 'header');
    paper.put(1, value, typeof value === 'number' ? 'flag' : 'text');
    paper.row += 1;
  }
  paper.put(0, HINT, 'note');
  paper.row += 1;
  paper.gap();
  for (const table of tables) {
    paper.table(table);
    paper.gap();
  }
  paper.table({ headers: Object.values(HISTORY_HEADERS), rows: historyRows(history) });
  return {
    name: freeSheetName(TITLE, taken),
    cells: paper.cells,
    merges: [],
    columnWidths: Array.from(paper.widths, (width) => width ?? 9),
    headerRows: 0,
    landscape: true,
    lists: [],
  };
}
