import type { Severity } from '../../model';
import type { CellStyle, NewCell, NewSheet } from '../../workbook/host';
import type { CollectionReport, FileLine } from './collection';

/** Name of the sheet that says what was collected. */
export const COLLECT_REPORT = '汇集报告';

const HEADERS = ['序', '文件', '是否收入', '行数', '半年', '错误', '提醒', '提交凭证', '说明'] as const;
const STYLES: readonly CellStyle[] = [
  'integer',
  'text',
  'flag',
  'integer',
  'flag',
  'integer',
  'integer',
  'flag',
  'text',
];
const NOTE_HEADERS = ['序', '文件', '级别', '位置', '问题和处理办法'] as const;
const STATES: Readonly<Record<FileLine['state'], string>> = {
  taken: '已收入',
  'left-out': '没有收入',
  unreadable: '读不了',
};
const SEALS = { none: '没有', intact: '一致', changed: '改动过' } as const;
const LEVELS: Readonly<Record<Severity, string>> = { error: '错误', warning: '提醒', info: '提示' };
const WIDTHS = [6, 30, 10, 18, 10, 8, 8, 10, 60];
/** A message stands across the last columns of the table of files: one of them alone has no room for a sentence. */
const MESSAGE = { left: NOTE_HEADERS.length - 1, right: HEADERS.length - 1 };
/** Longer lists are cut, and the last line says so: they are in the text and JSON reports in full. */
const MOST_NOTES = 5_000;

/** What was collected, as one sentence. */
export function collectSentence({ files, notes, repeated, rows }: CollectionReport): string {
  const taken = files.filter(({ state }) => state === 'taken').length;
  const sum = [...rows.values()].reduce((total, count) => total + count, 0);
  const errors = notes.filter(({ severity }) => severity === 'error').length;
  const once = repeated > 0 ? `,另有 ${repeated} 行几个文件写得一样,只收一次` : '';
  const rest = files.length - taken;
  const open = rest > 0 ? `;还有 ${rest} 个文件没有收进来,汇集的内容不完整` : '';
  return `共 ${files.length} 个文件,收入 ${taken} 个、${sum} 行${once}${open}。需要处理的问题 ${errors} 个。`;
}

/** The report as a sheet in front of the collected ones: a line a file, then what has to be looked at. */
export function collectReportSheet(report: CollectionReport): NewSheet {
  const cells: NewCell[] = [
    { row: 0, column: 0, value: COLLECT_REPORT, style: 'title' },
    { row: 1, column: 0, value: collectSentence(report), style: 'meta' },
    ...header(HEADERS, 2),
    ...report.files.flatMap((line, index) => fileCells(line, index, 3 + index)),
  ];
  const top = 3 + report.files.length + 1;
  const notes = noteLines(report);
  cells.push(...header(NOTE_HEADERS, top), ...textCells(notes, top + 1));
  const last = HEADERS.length - 1;
  const across = [top, ...notes.map((_, index) => top + 1 + index)];
  return {
    name: COLLECT_REPORT,
    cells,
    merges: [
      ...[0, 1].map((row) => ({ top: row, left: 0, bottom: row, right: last })),
      ...across.map((row) => ({ top: row, bottom: row, ...MESSAGE })),
    ],
    columnWidths: WIDTHS,
    // Two tables stand here: the header of the first would be wrong above the second on a printed page.
    headerRows: 2,
    landscape: true,
    lists: [],
  };
}

function header(texts: readonly string[], row: number): NewCell[] {
  return texts.map((value, column) => ({ row, column, value, style: 'header' }));
}

function fileCells(line: FileLine, index: number, row: number): NewCell[] {
  const values = [
    index + 1,
    line.file,
    STATES[line.state],
    line.rows,
    line.period ?? '',
    line.counts?.error ?? '',
    line.counts?.warning ?? '',
    line.seal ? SEALS[line.seal] : '',
    line.remark,
  ];
  return values.map((value, column) => ({ row, column, value, style: STYLES[column]! }));
}

function noteLines({ notes }: CollectionReport): (readonly (string | number)[])[] {
  const shown = notes.slice(0, MOST_NOTES);
  const lines: (string | number)[][] = shown.map(({ file, severity, place, message }, index) => [
    index + 1,
    file ?? '全部文件',
    LEVELS[severity],
    place,
    message,
  ]);
  if (notes.length > shown.length) {
    lines.push(['', '', '', '', `另有 ${notes.length - shown.length} 条,见 --json 写出的报告。`]);
  }
  return lines;
}

function textCells(lines: readonly (readonly (string | number)[])[], top: number): NewCell[] {
  return lines.flatMap((values, index) =>
    values.map((value, column): NewCell => ({ row: top + index, column, value, style: 'text' })),
  );
}

/** The report as text for a terminal. */
export function collectReportText(report: CollectionReport): string {
  const files = report.files.map(
    ({ file, state, rows, period, counts, seal }) =>
      `  ${file}:${STATES[state]}${state === 'taken' ? `,${rows} 行` : ''}${period === null ? '' : `,${period}`}` +
      (counts ? `,错误 ${counts.error} 个,提醒 ${counts.warning} 个` : '') +
      (seal ? `,提交凭证${SEALS[seal]}` : ''),
  );
  const notes = report.notes.map(
    ({ file, severity, place, message }) =>
      `  [${LEVELS[severity]}] ${[file ?? '全部文件', place].filter((part) => part !== '').join(' ')}:${message}`,
  );
  return `${[...files, ...(notes.length > 0 ? ['', ...notes] : []), '', collectSentence(report)].join('\n')}\n`;
}
