import type { CellValue } from '../../model';

/** What one cell held before a fill, and what the fill put there. Rows are those after the fill. */
export interface UndoCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly before: CellValue;
  /** Formula that stood there, with its `=`; `null` for a value. */
  readonly formula: string | null;
  readonly after: CellValue;
  /** Formula that was put there in place of `after`, with its `=`; left out: a value. */
  readonly afterFormula?: string;
}

/** A formula that a fill has rewritten; `home` is its row before the fill. */
export interface UndoFormula {
  readonly sheet: string;
  readonly row: number;
  readonly home: number;
  readonly column: number;
  readonly before: string;
}

/** What can be undone: a fill, repairs, a visit that was entered, a correction that was put on record. */
export const UNDOABLE_WORK = ['fill', 'fixes', 'entry', 'correction'] as const;

export type UndoableWork = (typeof UNDOABLE_WORK)[number];

/** What a fill has replaced, so that it can be brought back. */
export interface UndoRecord {
  /** What was done; left out: a fill. */
  readonly of?: UndoableWork;
  /** Sheet that the fill made, with what it wrote there. */
  readonly created: string | null;
  /** Further sheets that it made. */
  readonly alsoCreated?: readonly string[];
  readonly cells: readonly UndoCell[];
  readonly formulas: readonly UndoFormula[];
  /** Rows that the fill inserted, as they now stand. */
  readonly inserted: readonly { readonly sheet: string; readonly row: number; readonly count: number }[];
  /** Number formats that a repair has replaced. */
  readonly formats?: readonly {
    readonly sheet: string;
    readonly row: number;
    readonly column: number;
    readonly format: string;
  }[];
  /** Entries of the memory as they were before, their JSON text by name; '' where there was none. */
  readonly entries?: Readonly<Record<string, string>>;
}

/** Sheets that the work made. */
export function createdSheets({ created, alsoCreated = [] }: UndoRecord): readonly string[] {
  return created === null ? alsoCreated : [created, ...alsoCreated];
}
