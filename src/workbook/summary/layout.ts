/** A row of a summary that names somebody. Texts as they stand, departments filled down inside merges. */
export interface SummaryRow {
  /** 0-based sheet row. */
  readonly row: number;
  /** Last row of a name that is merged downwards; left out: the row itself. */
  readonly bottom?: number;
  readonly department: string;
  /** `''` in a department block. */
  readonly name: string;
  readonly post: string;
}

/** A prepared row without a name that a missing person may take. */
export interface FreeRow {
  readonly row: number;
  /** Department that stands there or whose merged cell covers the row, `''` where it is open to all. */
  readonly department: string;
  /** Id of the post that stands there, `null` where it is open to all. */
  readonly post: string | null;
}

/** Rows that belong together: a total row below them adds them up, the next run stands below that. */
export interface SummaryRun {
  /** First row of the run, also where it is still empty. */
  readonly first: number;
  readonly rows: readonly SummaryRow[];
  readonly free: readonly FreeRow[];
  /** Where further rows are inserted: below all rows and free rows, above the footer. */
  readonly end: number;
  /** Row whose formats a new row takes. */
  readonly formatOf: number;
}

/** A table of a summary: its header (0-based rows), its columns by field id, its rows. */
export interface SummaryTable {
  readonly headerRows: readonly number[];
  readonly columns: ReadonlyMap<string, number>;
  /** Fields that two columns claim equally; neither is written. */
  readonly ambiguous: ReadonlyMap<string, readonly number[]>;
  /** At least one. */
  readonly runs: readonly SummaryRun[];
  /** Rows with a name and nothing else that says whose they are, where others say more: persons, or labels of the footer. */
  readonly strays: readonly SummaryRow[];
  /** It stands on the right of the persons: no rows come in for it. */
  readonly isBeside?: boolean;
  /** First row below the table, its total rows included. */
  readonly below: number;
}

/** A 汇总表 as it was recognised. */
export interface SummaryLayout {
  readonly sheet: string;
  readonly persons: SummaryTable;
  readonly departments: SummaryTable | null;
  /** The line that says how many are not scored, where a fill has left one. */
  readonly notice: { readonly row: number; readonly column: number; readonly text: string } | null;
}

/** All rows of a table that name somebody, in the sheet's order. */
export function tableRows(table: SummaryTable): SummaryRow[] {
  const rows = table.runs.flatMap((run) => run.rows);
  return table.strays.length === 0 ? rows : [...rows, ...table.strays].sort((a, b) => a.row - b.row);
}
