import type { LongTables } from '../workbook/longTables';
import type { PrintedSheet } from '../workbook/printed';
import type { Snapshot } from '../workbook/snapshot';

/** A file that was chosen. */
export interface ChosenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What can be done with the bytes of files; handed in, because nothing here knows what they are made of. */
export interface FileWork {
  /** Throws HostError. */
  readonly readWorkbook: (bytes: Uint8Array, name: string) => Snapshot;
  /** What a workbook remembers, read alone; throws HostError. */
  readonly readMemory: (bytes: Uint8Array, name: string) => string | null;
  readonly newWorkbook: (sheets: readonly PrintedSheet[], memory?: string | null) => Uint8Array;
  readonly longTables: () => LongTables;
  readonly zip: (files: readonly { readonly path: string; readonly bytes: Uint8Array }[]) => Uint8Array;
  /** Throws HostError. */
  readonly unzip: (bytes: Uint8Array, name: string) => ReadonlyMap<string, Uint8Array>;
}

/** What was made: a file to be saved (`null` for none), and what there is to say, in Chinese. */
export interface Made {
  readonly bytes: Uint8Array | null;
  readonly text: string;
  /** Nothing has to be looked at. */
  readonly isClean: boolean;
}
