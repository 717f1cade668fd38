import { basename } from 'node:path';
import type { UndoChange, WorkbookHost } from '../../workbook/host';
import { HostError } from '../../workbook/host';
import type { Snapshot } from '../../workbook/snapshot';
import { requireBasis } from './basis';
import { requireGoing } from './bytesHost';
import { isSameFile, readBytes, writeBytes } from './disk';
import { NODE } from './nodeMachine';
import type { PartFacts } from './read/facts';
import { readingOf } from './read/readWorkbook';
import { applyChanges } from './write/applyChanges';
import { verifyWritten } from './write/verify';

/** Where a workbook on disk is read and where its changed copy goes. */
export interface FileHostOptions {
  /** Path of the workbook; it is never changed. */
  readonly input: string;
  /** Path that `write` gives the changed workbook to; left out, writing is refused. */
  readonly output?: string;
}

/**
 * A host over an .xlsx file on disk. `read` gives the input, after a `write` the output. `write` changes what was
 * read last, and the output appears whole or not at all.
 */
export function createFileHost({ input, output }: FileHostOptions): WorkbookHost {
  const name = basename(input);
  let held: Uint8Array | null = null;
  let read: Snapshot | null = null;
  let facts: PartFacts = new Map();
  let written = false;
  return {
    read: async ({ onProgress, signal } = {}) => {
      requireGoing(signal, name);
      onProgress?.(0);
      held = await readBytes(written ? output! : input);
      requireGoing(signal, name);
      const reading = readingOf(held, name, { machine: NODE });
      facts = reading.facts;
      onProgress?.(1);
      return (read = reading.snapshot);
    },
    write: async (changes: readonly UndoChange[], options = {}) => {
      const { signal } = options;
      requireGoing(signal, name);
      requireBasis(read, options, name);
      const target = await requireOutput(input, output);
      held ??= await readBytes(input);
      const next = applyChanges(held, changes, name, { machine: NODE, facts });
      verifyWritten({ before: held, after: next, changes, name, machine: NODE });
      requireGoing(signal, name);
      await writeBytes(target, next);
      held = next;
      read = null;
      facts = new Map();
      written = true;
    },
    select: async () => undefined,
  };
}

/** What the product has kept in a workbook on disk, `null` for nothing; no sheet is read. Throws HostError. */
export async function readMemoryOf(input: string): Promise<string | null> {
  const settings = { machine: NODE, wants: () => false };
  return readingOf(await readBytes(input), basename(input), settings).snapshot.memory;
}

async function requireOutput(input: string, output: string | undefined): Promise<string> {
  if (output === undefined)
    throw new HostError('not-writable', '没有指定输出文件。请用 --out 给出新文件的路径。');
  if (!(await isSameFile(input, output))) return output;
  throw new HostError('not-writable', `输出文件不能是原文件“${basename(input)}”。请换一个文件名。`);
}
