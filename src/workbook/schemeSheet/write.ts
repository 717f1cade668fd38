import type { CellValue, Scheme } from '../../model';
import type { CellStyle, NewCell, NewSheet } from '../host';
import { freeSheetName, textWidth } from '../sheetText';
import { HISTORY_HEADERS, SECTION_HEADERS, SECTION_TOTAL, TITLE } from './labels';
import {
  bandTable,
  indicatorTable,
  rulingTable,
  type RuleTable,
  sectionTable,
  settingsTable,
} from './tables';

const HINT =
  '可以直接在本表修改。改过以后请换一个现行版本,并在修订记录里写明谁在什么时候改了什么;有错的地方会逐格指出,改正前不按本表计分。';

/** Blank rows below a table that its owner adds to. */
const SPARE = 5;

/** Cells of the sheet while it is put together, block below block. */
class Draft {
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

/** The scheme as a readable sheet: settings, indicators, sections, rulings, grades, who changed what when. */
export function schemeSheet(scheme: Scheme, taken: readonly string[] = []): NewSheet {
  const draft = new Draft();
  draft.put(0, TITLE, 'title');
  draft.row += 1;
  for (const [label = '', value = ''] of settingsTable(scheme).rows) {
    draft.put(0, label, 'header');
    draft.put(1, value, typeof value === 'number' ? 'flag' : 'text');
    draft.row += 1;
  }
  draft.put(0, HINT, 'note');
  draft.row += 1;
  draft.gap();
  for (const table of [indicatorTable, withTotals, rulingTable, bandTable]) {
    draft.table(table(scheme));
    draft.gap();
  }
  draft.table({ headers: Object.values(HISTORY_HEADERS), rows: historyRows(scheme) });
  return {
    name: freeSheetName(TITLE, taken),
    cells: draft.cells,
    merges: [],
    columnWidths: Array.from(draft.widths, (width) => width ?? 9),
    headerRows: 0,
    landscape: true,
    lists: [],
  };
}

/** The sections, and below them what their points add up to. */
function withTotals(scheme: Scheme): RuleTable {
  const { headers, rows } = sectionTable(scheme);
  const blanks = Object.keys(SECTION_HEADERS)
    .slice(1)
    .map(() => '');
  return {
    headers,
    rows: [...rows, [SECTION_TOTAL, ...blanks, ...scheme.posts.map(({ id }) => totalOf(scheme, id))]],
  };
}

/** Points of all sections of a post; summed in hundredths, so that 0.1 + 0.2 is 0.3. */
function totalOf(scheme: Scheme, post: string): number {
  const hundredths = scheme.sections.map(({ points }) => Math.round((points[post] ?? 0) * 100));
  return hundredths.reduce((one, other) => one + other, 0) / 100;
}

function historyRows(scheme: Scheme): readonly (readonly CellValue[])[] {
  const known = (scheme.history ?? []).map(({ version, date, who, what }) => [version, date, who, what]);
  const spare = Array.from({ length: SPARE }, () => ['', '', '', '']);
  return [...known, ...spare];
}
