import type { CellRef, CellValue } from '../../model';
import type { WorkbookChange } from '../host';

/** A person in a post, by what names them. */
export interface NamedPerson {
  readonly name: string;
  readonly department: string;
  /** Post id. */
  readonly post: string;
}

/** Names alone: two evaluations of the same cells give the same plan. */
export function namedPerson({ name, department, post }: NamedPerson): NamedPerson {
  return { name, department, post };
}

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
    /** Whose row it stands in; `null` for departments, headers and notes. */
    readonly person: NamedPerson | null;
  }[];
  /** Formulas in recognised columns, left as they are unless told otherwise. */
  readonly formulas: readonly { readonly cell: CellRef; readonly formula: string }[];
  readonly insertedRows: number;
}
