import type { CellRef, CellValue } from '../../model';
import type { WorkbookChange } from '../host';

/** What a fill would write; nothing is written yet. */
export interface FillPlan {
  readonly changes: readonly WorkbookChange[];
  /** The first summary that stands, else the first that is made. */
  readonly summarySheet: string;
  /** Summaries that are made, not filled in place. */
  readonly made: readonly string[];
  readonly cells: readonly {
    readonly cell: CellRef;
    readonly before: CellValue;
    readonly after: CellValue;
  }[];
  /** Formulas in recognised columns, left as they are unless told otherwise. */
  readonly formulas: readonly { readonly cell: CellRef; readonly formula: string }[];
  readonly insertedRows: number;
}
