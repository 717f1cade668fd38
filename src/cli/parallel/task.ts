import type { EvaluateOptions } from '../../app/evaluation';
import { isExpectedFailure } from '../../app/failures';
import { takeFile } from '../../cycle/collect/take';
import type { CollectedFile } from '../../cycle/collect/part';
import { intakeOf, type Intake } from '../../cycle/intake/intake';
import { createFileHost } from '../../hosts/file';
import { schemeById, schemeIds } from '../../schemes';

/** One file to be looked at; the same in this thread and in a worker. */
export interface FileTask {
  readonly kind: 'collect' | 'check';
  /** Absolute path. */
  readonly path: string;
  /** As the report names it. */
  readonly name: string;
  /** Id of the scheme to score by, left out: the product's first. */
  readonly scheme?: string;
  /** What was decided on the command line, for `check`. */
  readonly options?: EvaluateOptions;
}

/** What came of a file; `failed` says in Chinese why it could not be read. */
export type FileOutcome =
  | { readonly kind: 'collect'; readonly name: string; readonly file: CollectedFile }
  | { readonly kind: 'check'; readonly name: string; readonly intake: Intake }
  | { readonly kind: 'failed'; readonly name: string; readonly message: string };

/** Reads one file and does what is asked. What is wrong with the file is an outcome; it does not throw. */
export async function runTask({ kind, path, name, scheme: id, options }: FileTask): Promise<FileOutcome> {
  try {
    const snapshot = await createFileHost({ input: path }).read();
    const scheme = schemeById(id ?? schemeIds[0]!)!;
    return kind === 'collect'
      ? { kind, name, file: await takeFile(snapshot, scheme, name) }
      : { kind, name, intake: await intakeOf(snapshot, scheme, options) };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    const message = isExpectedFailure(error) ? detail : `程序在读这个文件时出错(${detail}),请发给维护人员。`;
    return { kind: 'failed', name, message };
  }
}
