import type { CellRef, Issue, SheetDefinition } from '../../model';
import type { SheetSnapshot } from '../snapshot';
import type { SheetAnswer } from './answers';
import type { HeaderBlock, HeaderColumn } from './header';

/** A column of findings: one household rule of one post. */
export interface RuleColumn {
  readonly column: number;
  readonly indicator: string;
  readonly post: string;
  /** The header speaks of a number of faults, not of points (R4b). */
  readonly counts: boolean;
  /** What one fault costs, in points. */
  readonly points: number;
  readonly header: string;
  readonly headerRow: number;
}

/** The column that names the person of a post. */
export interface PersonColumn {
  readonly column: number;
  readonly post: string;
}

/** A total that the staff keep in a row that feeds several posts. */
export interface TotalColumn {
  readonly column: number;
  readonly field: 'rowTotal' | 'rowScore';
  /** The posts that it may sum up; several choices where the header does not say. */
  readonly posts: readonly (readonly string[])[];
}

/** A labelled value above the table: `部(所):城东营销部`. */
export interface MetaValue {
  readonly text: string;
  readonly cell: CellRef;
}

/** How one sheet is read. Columns and rows are 0-based sheet positions. */
export interface SheetLayout {
  readonly sheet: SheetSnapshot;
  readonly definition: SheetDefinition;
  readonly header: HeaderBlock;
  /** Field id → column. */
  readonly fields: ReadonlyMap<string, HeaderColumn>;
  readonly rules: readonly RuleColumn[];
  readonly persons: readonly PersonColumn[];
  /** Totals of a combined matrix; those of other sheets are fields. */
  readonly totals: readonly TotalColumn[];
  readonly meta: ReadonlyMap<string, MetaValue>;
  /** Post of a matrix or of a sheet of figures, `null` where rows say it. */
  readonly post: string | null;
  /** Posts among which nothing decides; the sheet's rules cannot be read then. Mostly empty. */
  readonly undecided: readonly string[];
  readonly confidence: number;
  readonly evidence: readonly string[];
  /** Field ids, rule ids or post ids that cannot be read because a column is missing or ambiguous. */
  readonly unreadable: ReadonlySet<string>;
  readonly issues: readonly Issue[];
  /** What somebody has said of this sheet. */
  readonly answer: SheetAnswer | null;
}
