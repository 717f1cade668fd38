import type { CellValue, Issue, SheetNames, TableScheme } from '../../model';
import type { Snapshot } from '../../workbook/snapshot';
import type { Standing } from '../scheme/standing';

/** A table of results, as it is written and shown. */
export interface ResultTable {
  readonly names: SheetNames;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly CellValue[])[];
  /** So many columns, from the first, name a row. */
  readonly keys: number;
}

/** What a scheme over a table has found. */
export interface TableOutcome {
  /** As it is in force, the version named as results name it. */
  readonly scheme: TableScheme;
  /** Where the rules in force come from. */
  readonly standing: Standing<TableScheme>;
  readonly snapshot: Snapshot;
  /** The period looked at; `null` where the scheme has none, or it cannot be told. */
  readonly period: string | null;
  readonly issues: readonly Issue[];
  readonly tables: readonly ResultTable[];
  /** The result for `--json`, beside scheme, period and issues. */
  readonly data: Readonly<Record<string, unknown>>;
  /** Rows of the result that are known, and that are not because of an error. */
  readonly known: number;
  readonly unknown: number;
}

/** What a mechanism gives; the rest is the same for all. */
export type Computed = Pick<TableOutcome, 'tables' | 'data' | 'known' | 'unknown'>;
