import type { CellRef, CellValue } from '../../model';
import type { WorkbookChange } from '../host';

/** Whose row it is, by names alone: two evaluations of the same cells give the same plan. */
export interface RowOwner {
  readonly department: string;
  /** `null` in the row of a department. */
  readonly name: string | null;
  /** Post id; `null` in the row of a department. */
  readonly post: string | null;
}

/** What a cell of a summary holds: a field of somebody. Both are `null` for headers and notes. */
export interface Origin {
  readonly owner: RowOwner | null;
  /** Field id, such as `sumScore`. */
  readonly field: string | null;
}

/** A cell that changes. */
export interface PlannedCell extends Origin {
  readonly cell: CellRef;
  readonly before: CellValue;
  readonly after: CellValue;
}

/** What a fill would write; nothing is written yet. */
export interface FillPlan {
  readonly changes: readonly WorkbookChange[];
  /** The first summary that stands, else the first that is made. */
  readonly summarySheet: string;
  /** Summaries that are made, not filled in place. */
  readonly made: readonly string[];
  readonly cells: readonly PlannedCell[];
  /** Formulas in recognised columns, left as they are unless told otherwise. */
  readonly formulas: readonly { readonly cell: CellRef; readonly formula: string }[];
  readonly insertedRows: number;
}
