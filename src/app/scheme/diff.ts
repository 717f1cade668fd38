import type { AnyScheme, CellValue } from '../../model';
import type { RuleTable } from '../../workbook/schemeSheet';
import { formOf } from './form';

/** One difference between the rules of two schemes. `from` or `to` is `null` where a row was added or struck out. */
export interface RuleChange {
  /** What it is about: an indicator's id and title, a section, a ruling. */
  readonly subject: string;
  /** Which of its columns; `null` for the row as a whole. */
  readonly what: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

/** What the rules of `after` say otherwise than those of `before`, in the order of the sheet; the history apart. */
export function ruleChanges<S extends AnyScheme>(before: S, after: S): readonly RuleChange[] {
  const old = formOf(before).tables(before);
  const now = formOf(after).tables(after);
  // Tables are told by their first header: two schemes of different ids need not have the same ones.
  const tables = [...old, ...now.filter((table) => !partner(old, table))];
  return tables.flatMap((table) => tableChanges(partner(old, table) ?? EMPTY, partner(now, table) ?? EMPTY));
}

const EMPTY: RuleTable = { headers: [], rows: [] };

function partner(tables: readonly RuleTable[], { headers }: RuleTable): RuleTable | undefined {
  return tables.find((table) => table.headers[0] === headers[0]);
}

function tableChanges(before: RuleTable, after: RuleTable): readonly RuleChange[] {
  const old = byKey(before);
  const now = byKey(after);
  const struck = before.rows.filter(([key]) => !now.has(key!)).map((row) => whole(row, 'from'));
  const others = after.rows.flatMap((row) => {
    const was = old.get(row[0]!);
    return was ? rowChanges(before.headers, was, after.headers, row) : [whole(row, 'to')];
  });
  return [...struck, ...others];
}

function byKey({ rows }: RuleTable): ReadonlyMap<CellValue, readonly CellValue[]> {
  return new Map(rows.map((row) => [row[0]!, row]));
}

/** A row is named by its key and, where it has one, its title. */
function nameOf(headers: readonly string[], row: readonly CellValue[]): string {
  const title = headers.findIndex((header) => /名称|内容$/.test(header));
  return title > 0 ? `${String(row[0])} ${String(row[title])}` : String(row[0]);
}

function whole(row: readonly CellValue[], side: 'from' | 'to'): RuleChange {
  const text = row.filter((value) => value !== '').join(' | ');
  return { subject: String(row[0]), what: null, from: null, to: null, [side]: text };
}

function rowChanges(
  oldHeaders: readonly string[],
  old: readonly CellValue[],
  headers: readonly string[],
  row: readonly CellValue[],
): readonly RuleChange[] {
  return headers.flatMap((header, index) => {
    const at = oldHeaders.indexOf(header, header === '' ? index : 0);
    const was = at < 0 ? '' : String(old[at] ?? '');
    const is = String(row[index] ?? '');
    return was === is ? [] : [{ subject: nameOf(headers, row), what: header || null, from: was, to: is }];
  });
}

/** A difference as one line for people: `CM-S04 …:每次扣分 2 → 3`. */
export function changeText({ subject, what, from, to }: RuleChange): string {
  const shown = (text: string | null): string => (text === null || text === '' ? '(空)' : text);
  if (what === null && from === null) return `增加 ${subject}:${shown(to)}`;
  if (what === null && to === null) return `删去 ${subject}:${shown(from)}`;
  return `${subject}${what === null ? '' : ` 的${what}`}:${shown(from)} → ${shown(to)}`;
}
