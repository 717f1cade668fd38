import type { CellRef, CellValue } from '../../model';
import type { WorkbookChange } from '../host';

/** What a fill would write; nothing is written yet. */
export interface FillPlan {
  readonly changes: readonly WorkbookChange[];
  readonly summarySheet: string;
  /** The sheet is made, not filled in place. */
  readonly created: boolean;
  readonly cells: readonly {
    readonly cell: CellRef;
    readonly before: CellValue;
    readonly after: CellValue;
  }[];
  /** Formulas in recognised columns, left as they are unless told otherwise. */
  readonly formulas: readonly { readonly cell: CellRef; readonly formula: string }[];
  readonly insertedRows: number;
}
