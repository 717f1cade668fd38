import { cellName, type Issue, periodTitle, type Severity } from '../../model';
import type { CellStyle, NewCell, NewSheet } from '../../workbook/host';
import type { Evaluation } from '../evaluation';
import { verdictOf } from '../verdict';

/** The report as it is made: the sheet with its first rows, and the rows that are written afterwards. */
export interface ReportSheet {
  readonly sheet: NewSheet;
  readonly later: readonly NewCell[];
}

/** What stands in the first cell of every report; tells it from a sheet of the same name that is not ours. */
export const REPORT_TITLE = '校验结果(由服务测评助手生成)';

/** Rows that come with the sheet, with borders and links; more are written plainly, so that 10,000 stay usable. */
export const DRESSED_ROWS = 500;

const HEADERS = [
  '序',
  '级别',
  '所在工作表',
  '单元格',
  '涉及的人',
  '现在写的',
  '应该写',
  '依据',
  '问题和处理办法',
];
const WIDTHS = [6, 6, 18, 8, 10, 16, 18, 16, 60];
const STYLES: readonly CellStyle[] = [
  'integer',
  'flag',
  'text',
  'text',
  'text',
  'text',
  'text',
  'text',
  'text',
];
const LINK_COLUMN = 3;
const SEVERITIES: Readonly<Record<Severity, string>> = { error: '错误', warning: '提醒', info: '提示' };
const ORDER: readonly Severity[] = ['error', 'warning', 'info'];
/** Title, what it is about, headers. */
const HEADER_ROWS = 3;
/** As much as a cell takes. */
const LONGEST_TEXT = 32_767;

/** The report of an evaluation as a sheet of this name: errors first, each with its place, ready to print. */
export function reportSheet(evaluation: Evaluation, name: string): ReportSheet {
  const issues = ORDER.flatMap((severity) =>
    evaluation.issues.filter((issue) => issue.severity === severity),
  );
  const rows = issues.map((issue, index) => issueCells(issue, index));
  const last = HEADERS.length - 1;
  const sheet: NewSheet = {
    name,
    cells: [...headCells(evaluation), ...rows.slice(0, DRESSED_ROWS).flat()],
    merges: [0, 1].map((row) => ({ top: row, left: 0, bottom: row, right: last })),
    columnWidths: WIDTHS,
    headerRows: HEADER_ROWS,
    landscape: true,
    lists: [],
    filter: {
      top: HEADER_ROWS - 1,
      left: 0,
      bottom: HEADER_ROWS - 1 + Math.max(1, rows.length),
      right: last,
    },
  };
  return { sheet, later: rows.slice(DRESSED_ROWS).flat() };
}

function headCells(evaluation: Evaluation): NewCell[] {
  const { scheme, period, counts, snapshot } = evaluation;
  const about = [
    snapshot.name ?? '工作簿',
    `${scheme.title}(${scheme.number},${scheme.version})`,
    periodTitle(period),
    `错误 ${counts.error} 个,提醒 ${counts.warning} 个,提示 ${counts.info} 个`,
    verdictOf(evaluation).text,
  ];
  return [
    { row: 0, column: 0, value: REPORT_TITLE, style: 'title' },
    { row: 1, column: 0, value: about.filter((part) => part !== '').join(';'), style: 'meta' },
    ...HEADERS.map((value, column): NewCell => ({ row: 2, column, value, style: 'header' })),
  ];
}

function issueCells(issue: Issue, index: number): NewCell[] {
  const { cell } = issue;
  const values = [
    index + 1,
    SEVERITIES[issue.severity],
    issue.sheet ?? '整个工作簿',
    cell ? cellName(cell.row, cell.column) : '',
    issue.person ?? '',
    issue.received ?? '',
    issue.expected ?? '',
    issue.clause ?? '',
    issue.message,
  ];
  return values.map((value, column): NewCell => {
    const short = typeof value === 'string' ? value.slice(0, LONGEST_TEXT) : value;
    const plain = { row: HEADER_ROWS + index, column, value: short, style: STYLES[column]! };
    return column === LINK_COLUMN && cell ? { ...plain, link: cell } : plain;
  });
}
