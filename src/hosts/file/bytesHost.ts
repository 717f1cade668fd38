import type { UndoChange, WorkbookHost } from '../../workbook/host';
import type { Snapshot } from '../../workbook/snapshot';
import { requireBasis } from './basis';
import { problem } from './problems';
import type { PartFacts } from './read/facts';
import { readingOf } from './read/readWorkbook';
import { applyChanges } from './write/applyChanges';

/** A workbook in memory. */
export interface BytesHost extends WorkbookHost {
  /** The workbook as it now is, an .xlsx file. */
  readonly bytes: Uint8Array;
}

/** A host over the bytes of an .xlsx file, without a file system. `name` is the file's name for messages. */
export function createBytesHost(bytes: Uint8Array, name: string | null): BytesHost {
  let current = bytes;
  let facts: PartFacts = new Map();
  let read: Snapshot | null = null;
  return {
    get bytes() {
      return current;
    },
    read: async ({ onProgress, signal } = {}): Promise<Snapshot> => {
      requireGoing(signal, name);
      onProgress?.(0);
      const reading = readingOf(current, name);
      facts = reading.facts;
      onProgress?.(1);
      return (read = reading.snapshot);
    },
    write: async (changes: readonly UndoChange[], options = {}): Promise<void> => {
      requireGoing(options.signal, name);
      requireBasis(read, options, name);
      current = applyChanges(current, changes, name, { facts });
      read = null;
      facts = new Map();
    },
    select: async (): Promise<void> => undefined,
  };
}

/** Throws the `HostError` for a cancelled call. */
export function requireGoing(signal: AbortSignal | undefined, name: string | null): void {
  if (signal?.aborted) throw problem('cancelled', name);
}
