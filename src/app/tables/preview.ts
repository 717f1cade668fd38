import type { CellValue } from '../../model';
import { computeUnder } from './compute';
import type { ResultTable, TableOutcome } from './outcome';

/** A cell of a result that other rules would say otherwise; `null` where there is no such row. */
export interface ResultEffect {
  /** What the row is about, e.g. a unit, or a kind of work in a week. */
  readonly subject: string;
  /** Header of the cell; `null` for the row as a whole. */
  readonly what: string | null;
  readonly from: CellValue | null;
  readonly to: CellValue | null;
}

/** Which results the rules in force have moved from what they were before; none where nobody has changed them. */
export function tableEffects(outcome: TableOutcome): readonly ResultEffect[] {
  const { before, isInvalid } = outcome.standing;
  if (before === null || isInvalid) return [];
  const other = computeUnder(outcome.snapshot, before, outcome.period);
  const [first] = outcome.tables;
  const tables = outcome.tables.length > 0 ? outcome.tables : other.tables;
  return tables.flatMap(({ names }) =>
    between(tableOf(other.tables, names.name), tableOf(outcome.tables, names.name), names !== first?.names),
  );
}

function tableOf(tables: readonly ResultTable[], name: string): ResultTable | undefined {
  return tables.find(({ names }) => names.name === name);
}

/** `isNamed`: what a row is about is said together with its table, because the first one may have the same rows. */
function between(
  before: ResultTable | undefined,
  after: ResultTable | undefined,
  isNamed: boolean,
): readonly ResultEffect[] {
  const [old, now] = [rowsByName(before), rowsByName(after)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((key): ResultEffect[] => {
    const [was, is] = [old.get(key), now.get(key)];
    const subject = isNamed ? `${(after ?? before)!.names.name} ${key}` : key;
    if (!was || !is) return [{ subject, what: null, from: was ? key : null, to: is ? key : null }];
    return [...is].flatMap(([header, to]) => {
      const from = was.get(header);
      return from === undefined || from === to ? [] : [{ subject, what: header, from, to }];
    });
  });
}

/** Rows by what names them, each with its cells by header. */
function rowsByName(table: ResultTable | undefined): ReadonlyMap<string, ReadonlyMap<string, CellValue>> {
  if (!table) return new Map();
  const { headers, rows, keys } = table;
  return new Map(
    rows.map((row) => [
      row.slice(0, keys).join(' ').trim(),
      new Map(headers.map((header, column) => [header, row[column] ?? ''] as const)),
    ]),
  );
}

/** An effect as one line for people. */
export function effectLine({ subject, what, from, to }: ResultEffect): string {
  const shown = (value: CellValue | null): string =>
    value === null || value === '' ? '(空)' : String(value);
  if (what === null) return from === null ? `${subject}:新增一行` : `${subject}:不再有这一行`;
  return `${subject}的${what}:${shown(from)} → ${shown(to)}`;
}
