import type { SheetDump } from '../../emulator/demo/hook';

/** What a row of the summary shows; `''` where a cell is blank. */
export type SummaryRow = Readonly<Record<string, string | number | boolean>>;

type Line = readonly (string | number | boolean)[];

/** Headers are compared without spaces and without what stands in brackets. */
function header(value: string | number | boolean | undefined): string {
  return String(value ?? '')
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/\((?!所\)).*?\)/g, '');
}

/** Rows below the header that has all of `names`, up to the first row without a value under `key`. */
function table(lines: readonly Line[], names: readonly string[], key: string): SummaryRow[] {
  const head = lines.findIndex((line) => names.every((name) => line.some((cell) => header(cell) === name)));
  if (head < 0) return [];
  const headers = lines[head]!.map(header);
  const keyColumn = headers.indexOf(key);
  const rows: SummaryRow[] = [];
  for (const line of lines.slice(head + 1)) {
    if (line[keyColumn] === '' || line[keyColumn] === undefined) break;
    rows.push(
      Object.fromEntries(headers.flatMap((name, column) => (name ? [[name, line[column] ?? '']] : []))),
    );
  }
  return rows;
}

/** The filled 汇总表 as it stands in the workbook; throws where there is none. */
export function readSummary(sheets: readonly SheetDump[]): {
  persons: SummaryRow[];
  departments: SummaryRow[];
} {
  const sheet = sheets.find(({ name }) => name.includes('汇总表'));
  if (!sheet) throw new Error(`no 汇总表 among ${sheets.map(({ name }) => name).join(', ')}`);
  return {
    persons: table(sheet.values, ['姓名', '岗位', '总得分'], '姓名'),
    departments: table(sheet.values, ['人数', '平均得分'], '部(所)'),
  };
}
