import type { EvaluateOptions } from '../../app/evaluation';
import { isExpectedFailure } from '../../app/failures';
import { rememberedSchemeId } from '../../app/remembered';
import { OtherSchemeFile } from '../../cycle/scheme';
import { takeFile } from '../../cycle/collect/take';
import type { CollectedFile } from '../../cycle/collect/part';
import { intakeOf, type Intake } from '../../cycle/intake/intake';
import { createFileHost } from '../../hosts/file';
import type { Scheme } from '../../model';
import { schemeById, schemeIds, tableSchemeById } from '../../schemes';
import type { Snapshot } from '../../app/replay';

/** One file to be looked at; the same in this thread and in a worker. */
export interface FileTask {
  readonly kind: 'collect' | 'check';
  /** Absolute path. */
  readonly path: string;
  /** As the report names it. */
  readonly name: string;
  /** Id of the scheme to score by, left out: the product's first. */
  readonly scheme?: string;
  /** For `check`: nobody named `scheme`, so a workbook that remembers another one is looked at by its own. */
  readonly isByMemory?: boolean;
  /** What was decided on the command line, for `check`. */
  readonly options?: EvaluateOptions;
}

/** What came of a file; `failed` says in Chinese why it could not be read, `other-scheme` by which it goes. */
export type FileOutcome =
  | { readonly kind: 'collect'; readonly name: string; readonly file: CollectedFile }
  | { readonly kind: 'check'; readonly name: string; readonly intake: Intake }
  | { readonly kind: 'failed' | 'other-scheme'; readonly name: string; readonly message: string };

/** Reads one file and does what is asked. What is wrong with the file is an outcome; it does not throw. */
export async function runTask(task: FileTask): Promise<FileOutcome> {
  const { kind, path, name, scheme: id, options } = task;
  try {
    const snapshot = await createFileHost({ input: path }).read();
    const scheme = schemeById(id ?? schemeIds[0]!)!;
    if (kind === 'collect') return { kind, name, file: await takeFile(snapshot, scheme, name) };
    const own = task.isByMemory ? ownScheme(snapshot, scheme, options) : scheme;
    return { kind, name, intake: await intakeOf(snapshot, own, options) };
  } catch (error) {
    if (error instanceof OtherSchemeFile) return { kind: 'other-scheme', name, message: error.message };
    const detail = error instanceof Error ? error.message : String(error);
    const message = isExpectedFailure(error) ? detail : `程序在读这个文件时出错(${detail}),请发给维护人员。`;
    return { kind: 'failed', name, message };
  }
}

/** The scheme that a workbook remembers, else `usual`. Throws OtherSchemeFile where it cannot be looked at beside the others. */
function ownScheme(
  snapshot: Snapshot,
  usual: Scheme,
  { period, rulings, answers }: EvaluateOptions = {},
): Scheme {
  const id = rememberedSchemeId(snapshot.memory);
  if (id === usual.id) return usual;
  const own = schemeById(id);
  const title = (own ?? tableSchemeById(id))?.title;
  const whose = `这个文件记住的办法是“${id}”${title === undefined ? ',本程序没有' : `(${title})`}`;
  if (!own) throw new OtherSchemeFile(`${whose},不在这里校验。请单独校验这个文件。`);
  if (period !== undefined || answers !== undefined || Object.keys(rulings ?? {}).length > 0)
    throw new OtherSchemeFile(
      `${whose},命令里的 --period、--set、--map 是给“${usual.id}”的。请单独校验这个文件。`,
    );
  return own;
}
