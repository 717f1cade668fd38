import type { CellValue, Rulings, Severity } from '../../model';
import type { SealState } from '../intake/sealState';

/** One row as it goes into the collected workbook, in the columns of `sheetColumns`. */
export interface CollectedRow {
  readonly values: readonly CellValue[];
  /** Tab and cell that it was read from, `明细表!A5`. */
  readonly place: string;
}

/** Rows of one file for one sheet of the scheme. */
export interface CollectedSheet {
  /** Id of the scheme's sheet definition. */
  readonly definition: string;
  readonly rows: readonly CollectedRow[];
}

/** Something that whoever collects has to know of a file. */
export interface CollectNote {
  readonly severity: Severity;
  /** File name; `null` where all files together are meant. */
  readonly file: string | null;
  /** Tab and cell, `''` where there is none. */
  readonly place: string;
  /** In Chinese: what is there, what it means, what to do. */
  readonly message: string;
}

/** What one file gives to the whole. Plain data: it crosses from a worker to whoever asked for it. */
export interface CollectedFile {
  readonly file: string;
  /** The half-year that the file was scored for by itself; `null` where none could be told. */
  readonly period: string | null;
  /** What the file remembers of rulings. */
  readonly rulings: Rulings;
  readonly sheets: readonly CollectedSheet[];
  /** It has a roster, be it an empty one. */
  readonly hasRoster: boolean;
  readonly notes: readonly CollectNote[];
  /** Issues of the file by itself. */
  readonly counts: Readonly<Record<Severity, number>>;
  readonly seal: SealState;
}
