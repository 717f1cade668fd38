import type Fraction from 'fraction.js';
import {
  type CellRef,
  type CellValue,
  type Issue,
  makeIssue,
  type SheetNames,
  type TableField,
} from '../../model';
import { exact, readNumber } from '../read/values/number';
import { headerKeys, normaliseHeader } from '../recognise/normalise';
import { cellKey, type SheetSnapshot, type Snapshot, valueAt } from '../snapshot';
import { isNoData, noDataBelow } from './rowWords';

/** One row of a table; a field without a column is blank. */
export interface TableRow {
  readonly row: number;
  readonly cell: (field: string) => CellRef;
  readonly text: (field: string) => string;
  /** What stands in the cell, or in the merged area that it lies in: a name or day that is merged holds for all its rows. */
  readonly value: (field: string) => CellValue;
}

/** What was read of a table of a scheme, `null` rows where there is none that can be read. */
export interface Table {
  readonly sheet: string | null;
  /** 0-based row of the header; -1 where there is none. */
  readonly header: number;
  readonly columns: ReadonlyMap<string, number>;
  readonly rows: readonly TableRow[];
  readonly issues: readonly Issue[];
}

/** Rows in which a header is looked for. */
const DEEPEST = 40;
/** So many columns are a header, not a chance. */
const LEAST = 3;

interface Found {
  readonly sheet: SheetSnapshot;
  readonly row: number;
  readonly columns: ReadonlyMap<string, number>;
  /** Fields that two columns claim. */
  readonly twice: readonly string[];
}

/**
 * Finds the one sheet whose header has the fields, whatever their order, and reads its rows. A missing or doubled
 * column, or two such sheets, are issues and give no rows: nothing is guessed.
 */
export function readTable(
  snapshot: Snapshot,
  names: SheetNames,
  fields: readonly TableField[],
  totals: readonly string[],
): Table {
  const needed = fields.filter(({ optional }) => optional !== true);
  const least = Math.min(LEAST, needed.length);
  const found = snapshot.sheets.flatMap((sheet) => headerOf(sheet, fields, least) ?? []);
  const whole = found.filter(({ columns }) => needed.every(({ id }) => columns.has(id)));
  const [first, second] = whole;
  if (second && first) return failed([twoTables(first, second, names)]);
  if (first && first.twice.length === 0) return { ...rowsOf(first, totals), issues: [] };
  if (first) return failed(first.twice.map((id) => doubled(first, fieldName(fields, id))));
  return failed([missing(snapshot, names, needed, found)]);
}

function failed(issues: readonly Issue[]): Table {
  return { sheet: null, header: -1, columns: new Map(), rows: [], issues };
}

function fieldName(fields: readonly TableField[], id: string): string {
  return fields.find((field) => field.id === id)?.name ?? id;
}

/** The row that names most fields; `null` where none names `least`. */
function headerOf(sheet: SheetSnapshot, fields: readonly TableField[], least: number): Found | null {
  let best: Found | null = null;
  sheet.values.slice(0, DEEPEST).forEach((cells, index) => {
    const found = columnsOf(sheet, sheet.top + index, cells, fields);
    if (found.columns.size > (best?.columns.size ?? least - 1)) best = found;
  });
  return best;
}

function columnsOf(
  sheet: SheetSnapshot,
  row: number,
  cells: readonly CellValue[],
  fields: readonly TableField[],
): Found {
  const columns = new Map<string, number>();
  const twice: string[] = [];
  const keys = cells.map((value) => (typeof value === 'string' ? headerKeys(value) : []));
  for (const field of fields) {
    const own = claims(keys, [field.name]);
    const hits = own.length > 0 ? own : claims(keys, field.synonyms);
    if (hits.length > 0) columns.set(field.id, sheet.left + hits[0]!);
    if (hits.length > 1) twice.push(field.id);
  }
  return { sheet, row, columns, twice };
}

function claims(keys: readonly (readonly string[])[], words: readonly string[]): number[] {
  const wanted = new Set(words.map(normaliseHeader));
  return keys.flatMap((own, index) => (own.some((key) => wanted.has(key)) ? [index] : []));
}

function rowsOf({ sheet, row: header, columns }: Found, totals: readonly string[]): Omit<Table, 'issues'> {
  const rows: TableRow[] = [];
  const corner = Math.min(...columns.values());
  const noData = noDataBelow(sheet, header, totals);
  const below = mergedBelow(sheet, new Set(columns.values()));
  for (let row = header + 1; row < sheet.top + sheet.values.length; row += 1) {
    const cells = sheet.values[row - sheet.top] ?? [];
    const known = [...columns.values()].some((column) => isFilled(sheet, row, column));
    if (!known || isNoData(cells, noData)) continue;
    const value = (field: string): CellValue => {
      const column = columns.get(field);
      if (column === undefined) return '';
      return below.get(cellKey(row, column)) ?? valueAt(sheet, row, column);
    };
    rows.push({
      row,
      cell: (field) => ({ sheet: sheet.name, row, column: columns.get(field) ?? corner }),
      value,
      text: (field) => String(value(field)).normalize('NFKC').trim(),
    });
  }
  return { sheet: sheet.name, header, columns, rows };
}

/** What the lower cells of merged areas in these columns show: the value of their first. */
function mergedBelow(sheet: SheetSnapshot, columns: ReadonlySet<number>): ReadonlyMap<number, CellValue> {
  const found = new Map<number, CellValue>();
  const end = sheet.top + sheet.values.length;
  for (const { top, left, bottom } of sheet.merges) {
    if (!columns.has(left) || found.has(cellKey(top + 1, left))) continue;
    const value = valueAt(sheet, top, left);
    for (let row = top + 1; row <= bottom && row < end; row += 1) found.set(cellKey(row, left), value);
  }
  return found;
}

function isFilled(sheet: SheetSnapshot, row: number, column: number): boolean {
  return valueAt(sheet, row, column) !== '' || sheet.uncalculated.has(cellKey(row, column));
}

function twoTables(first: Found, second: Found, names: SheetNames): Issue {
  const shown = `“${first.sheet.name}”和“${second.sheet.name}”`;
  return makeIssue('header-ambiguous', {
    cell: { sheet: second.sheet.name, row: second.row, column: Math.min(...second.columns.values()) },
    received: shown,
    expected: '一张',
    message: `${shown}的表头都是“${names.name}”,不知道用哪一张。请只留一张。`,
  });
}

function doubled({ sheet, row, columns }: Found, name: string): Issue {
  return makeIssue('header-ambiguous', {
    cell: { sheet: sheet.name, row, column: Math.min(...columns.values()) },
    received: name,
    expected: '一列',
    message: `工作表“${sheet.name}”有两列都是“${name}”。请改正其中一列的表头。`,
  });
}

function missing(
  snapshot: Snapshot,
  names: SheetNames,
  needed: readonly TableField[],
  found: readonly Found[],
): Issue {
  const [near] = [...found].sort((one, other) => other.columns.size - one.columns.size);
  if (!near) {
    return makeIssue('sheet-missing', {
      received: snapshot.sheets.map(({ name }) => name).join('、'),
      expected: needed.map(({ name }) => name).join('、'),
      message: `没有认出“${names.name}”(按表头认,不看工作表名称)。请核对表头,或用模板新建。`,
    });
  }
  const absent = needed.filter(({ id }) => !near.columns.has(id)).map(({ name }) => name);
  return makeIssue('column-missing', {
    cell: { sheet: near.sheet.name, row: near.row, column: Math.min(...near.columns.values()) },
    expected: absent.join('、'),
    message: `工作表“${near.sheet.name}”缺少列:${absent.join('、')}。请补上这些列。`,
  });
}

/** An amount of a row: a number not below 0, or the issue that keeps it from being one. */
export function amountAt(
  snapshot: Snapshot,
  row: TableRow,
  field: TableField,
): { readonly value: Fraction | null; readonly issue: Issue | null } {
  const cell = row.cell(field.id);
  const sheet = snapshot.sheets.find(({ name }) => name === cell.sheet);
  const key = cellKey(cell.row, cell.column);
  // An amount that is merged over several rows would count several times: it is that of its own row.
  const raw = sheet && row.value(field.id) !== '' ? valueAt(sheet, cell.row, cell.column) : '';
  const fault = (code: Issue['code'], message: string): { value: null; issue: Issue } => ({
    value: null,
    issue: makeIssue(code, { cell, received: String(raw), expected: '不小于 0 的数', message }),
  });
  if (sheet?.uncalculated.has(key)) {
    return fault('formula-not-calculated', '这里的公式没有计算结果。请用 Excel 打开、重新计算并保存。');
  }
  if (sheet?.errors.has(key))
    return fault('formula-error', `“${field.name}”这里是错误值 ${String(raw)},请改正公式。`);
  const read = readNumber(raw);
  if (read.kind === 'blank') return fault('missing-input', `“${field.name}”这里是空的;确实是零请写 0。`);
  if (read.kind === 'unreadable' || read.sign !== 'none')
    return fault('not-a-number', `“${field.name}”这里写的是“${String(raw)}”,不是数字。`);
  if (read.value < 0) return fault('not-a-number', `“${field.name}”不能是负数。`);
  const issue = read.asText
    ? makeIssue('text-number', {
        cell,
        received: String(raw),
        expected: String(read.value),
        message: `这里的数字是文本,按 ${read.value} 读取。可以一键改成数字。`,
        fix: { kind: 'set-number', value: read.value },
      })
    : null;
  return { value: exact(read.value), issue };
}
