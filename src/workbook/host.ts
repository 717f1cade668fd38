import type { Area, CellRef, CellValue, Severity } from '../model';
import type { SheetSnapshot, Snapshot } from './snapshot';

/** Namespace of the custom XML part in which a workbook remembers; its root element must be in it. */
export const MEMORY_NAMESPACE = 'urn:service-score:memory:1';

/** How a cell of a new sheet looks; the hosts know what it means in their world. */
export type CellStyle =
  'title' | 'meta' | 'header' | 'text' | 'integer' | 'decimal' | 'percent' | 'date' | 'flag' | 'note';

/** A cell of a new sheet. Text is text, also where it begins with `=`. */
export interface NewCell {
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
  readonly style: CellStyle;
  /** A cell of the workbook that a click leads to. */
  readonly link?: CellRef;
}

/** A sheet to be made. Positions are 0-based, widths in characters. */
export interface NewSheet {
  readonly name: string;
  readonly cells: readonly NewCell[];
  readonly merges: readonly Area[];
  readonly columnWidths: readonly number[];
  /** Rows that stay on screen and are repeated on each printed page; 0 for none. */
  readonly headerRows: number;
  readonly landscape: boolean;
  /** Lists of allowed values. */
  readonly lists: readonly { readonly area: Area; readonly values: readonly string[] }[];
  /** A table that can be filtered, its header row on top; it may reach below `cells`, for rows that come later. */
  readonly filter?: Area;
}

/**
 * One change to a workbook. Changes are applied in order; positions are those after the changes before it.
 * A `setCells` value is written as the value it is: a text is never taken for a formula, `''` empties the cell,
 * the cell's format stays.
 */
export type WorkbookChange =
  | {
      readonly kind: 'setCells';
      readonly sheet: string;
      readonly cells: readonly { readonly row: number; readonly column: number; readonly value: CellValue }[];
    }
  /** As Excel inserts rows: what stands at `row` and below moves down by `count`, references follow, and the new
   *  rows take the formats of row `formatOf` (0-based, before the insertion). */
  | {
      readonly kind: 'insertRows';
      readonly sheet: string;
      readonly row: number;
      readonly count: number;
      readonly formatOf: number;
      /** Names over all rows from this one (0-based) to the last above `row` take in the new rows; left out: none does. */
      readonly namesFrom?: number;
    }
  /** Formulas with their leading `=`, in A1 notation. */
  | {
      readonly kind: 'setFormulas';
      readonly sheet: string;
      readonly cells: readonly { readonly row: number; readonly column: number; readonly formula: string }[];
    }
  | { readonly kind: 'addSheet'; readonly sheet: NewSheet }
  /** Replaces the product's custom XML part; `null` removes it. */
  | { readonly kind: 'setMemory'; readonly xml: string | null };

/** What repairs and an undo need beside what a fill needs. */
export type UndoChange =
  | WorkbookChange
  | { readonly kind: 'deleteRows'; readonly sheet: string; readonly row: number; readonly count: number }
  | { readonly kind: 'deleteSheet'; readonly sheet: string }
  /** Gives cells another number format (en-US, as in `yyyy-mm-dd`); value and all other formats stay. */
  | {
      readonly kind: 'setNumberFormats';
      readonly sheet: string;
      readonly cells: readonly { readonly row: number; readonly column: number; readonly format: string }[];
    }
  /**
   * Marks cells over their own formats, which stay as they are. `note` is the text of a note that goes with the mark and
   * begins with `NOTE_HEAD`; a cell that has a note or a comment of its own gets none.
   */
  | {
      readonly kind: 'mark';
      readonly sheet: string;
      readonly cells: readonly {
        readonly row: number;
        readonly column: number;
        readonly severity: Severity;
        readonly note?: string;
      }[];
    }
  /** Takes the marks of all sheets away. */
  | { readonly kind: 'unmark' };

export interface ReadOptions {
  /** Gets 0 to 1. */
  readonly onProgress?: (share: number) => void;
  readonly signal?: AbortSignal;
  /**
   * Asked for each sheet once its values are there: whether its number formats are wanted too, or those of which
   * columns (0-based). `memory` is the text of the product's part. Left out: all. Large scoring sheets can do with few, which halves what goes over the wire.
   */
  readonly wantsDetail?: (sheet: SheetSnapshot, memory: string | null) => boolean | readonly number[];
}

/** How a write is stopped, and what it rests on. */
export interface WriteOptions {
  readonly signal?: AbortSignal;
  /** Gets 0 to 1 as parts of it are written; of a small write nothing. */
  readonly onProgress?: (share: number) => void;
  /**
   * The read that the changes come from. Where others can change the workbook meanwhile, the host looks before it
   * writes: if it is no longer as it was read, nothing is written and the `HostError` is `changed`.
   */
  readonly basis?: Snapshot;
  /**
   * The basis is an earlier read than this use of the workbook: where others can change it, the host reads everything once
   * more as it looks, with these options, and throws `OutdatedBasis` where it finds anything else than the basis.
   */
  readonly again?: ReadOptions;
}

/**
 * A workbook that can be read and changed. Both hosts (Excel, file) pass the same contract suite.
 * A failed `write` leaves the workbook as it was and throws a `HostError`; where only the notes of marks fail (in Excel
 * they come in requests of their own), the fills stand, and the error says so.
 */
export interface WorkbookHost {
  /** A full, fresh read. `onProgress` gets 0 to 1. */
  read(options?: ReadOptions): Promise<Snapshot>;
  /** Applies all changes, or none (notes and what an undo removes: see docs/faults.md). */
  write(changes: readonly UndoChange[], options?: WriteOptions): Promise<void>;
  /** Shows the cell to the user; does nothing where nobody looks. */
  select(cell: CellRef): Promise<void>;
}

/** What somebody has changed in an open workbook, as far as the host tells. */
export interface CellEdit {
  /** The tab's name, `null` where the host does not know it (yet). */
  readonly sheet: string | null;
  /** Cells that hold something else now; `null` where cells moved, or sheets came or went. */
  readonly area: Area | null;
  /** This product did it: a sheet that it made or took away. Cells that it writes are no edits at all. */
  readonly own?: true;
}

/** Rows of a sheet that stand together, and the columns that are wanted of them. */
export interface RowBlock extends Area {
  readonly sheet: string;
}

/** One row as it stands now. */
export interface RowReading {
  readonly sheet: string;
  /** 0-based. */
  readonly row: number;
  /** From the first column of its block on. */
  readonly values: readonly CellValue[];
  /** Number formats that matter, by 0-based column, as far as a full read would have them. */
  readonly formats: ReadonlyMap<number, string>;
  /** Formulas with their leading `=`, by 0-based column. */
  readonly formulas: ReadonlyMap<number, string>;
}

/** A workbook that is open while others work in it. */
export interface LiveHost extends WorkbookHost {
  /**
   * Calls back after changes. Such hints get lost now and then (fast typing, co-authors): good for what is shown, never
   * for what is written. The promised function ends it.
   */
  watch(onEdit: (edit: CellEdit) => void): Promise<() => Promise<void>>;
  /**
   * The rows as they stand, without reading anything else; `null` where only a full read can tell: a row shows an error
   * value, formulas are computed on request alone, or the sheets are no longer those of the last full read.
   */
  readRows(blocks: readonly RowBlock[]): Promise<readonly RowReading[] | null>;
}

export type HostErrorCode =
  | 'not-a-workbook'
  | 'old-format'
  | 'encrypted'
  | 'damaged'
  | 'too-large'
  | 'not-found'
  | 'not-writable'
  | 'protected'
  | 'cell-editing'
  | 'session-lost'
  | 'payload-too-large'
  | 'sheet-gone'
  | 'changed'
  | 'unsupported'
  | 'cancelled'
  | 'unknown';

/** The options of a write that rests on a read, `signal` being that of the read. */
export function resting(basis: Snapshot, signal?: AbortSignal): WriteOptions {
  return signal ? { basis, signal } : { basis };
}

/** What went wrong at a host, with a sentence in Chinese that says what to do next. */
export class HostError extends Error {
  constructor(
    readonly code: HostErrorCode,
    message: string,
    readonly detail: unknown = null,
  ) {
    super(message);
    this.name = 'HostError';
  }
}

/** What a write was to rest on is no longer what stands there; nothing was written, and a fresh read will do. */
export class OutdatedBasis extends HostError {}
