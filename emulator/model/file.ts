import { applyChanges, readWorkbook } from '../../src/hosts/file/bytes';
import { workbookFromSnapshot } from './load';
import { changesSinceLoad } from './save';
import { readSetup } from './setup';
import type { Snapshot } from '../../src/workbook/snapshot';
import type { WorkbookModel } from './workbook';

/** A workbook that came from an .xlsx file and can go back into one. */
export interface OpenedFile {
  readonly workbook: WorkbookModel;
  /**
   * The file as the workbook now is: the original with the changes since then, every untouched part as it was. What
   * cannot be saved that way (see `unsaved`) is left out.
   */
  readonly save: () => Uint8Array;
  /** In Chinese, what `save` leaves out; empty when nothing. */
  readonly unsaved: () => readonly string[];
}

/** What was read of bytes that were opened before: tests open the same ones hundreds of times. */
const known = new WeakMap<Uint8Array, Snapshot>();

/**
 * Opens the bytes of an .xlsx file; throws the file host's `HostError` for a file it cannot read. Bytes that were opened once
 * must not be changed any more.
 */
export function openFile(bytes: Uint8Array, name: string | null): OpenedFile {
  const snapshot = known.get(bytes) ?? readWorkbook(bytes, name);
  known.set(bytes, snapshot);
  const workbook = workbookFromSnapshot({ ...snapshot, name });
  readSetup(workbook, bytes);
  return {
    workbook,
    save: () => applyChanges(bytes, changesSinceLoad(workbook), name),
    unsaved: () => workbook.journal.unsaved,
  };
}
