import { open, readFile, realpath, rename, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { randomBytes } from 'node:crypto';
import { HostError } from '../../workbook/host';
import { problem } from './problems';
import { LIMITS } from './zip/limits';

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

/** Reads a workbook file. Throws `HostError` where it is not there, no file, too large or not readable. */
export async function readBytes(path: string): Promise<Uint8Array> {
  const name = basename(path);
  try {
    const { size } = await stat(path);
    if (size > LIMITS.file) throw problem('too-large', name);
    return new Uint8Array(await readFile(path));
  } catch (error) {
    if (error instanceof HostError) throw error;
    const code = codeOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') throw problem('not-found', name, '', error);
    if (code === 'EISDIR') throw problem('not-a-workbook', name, '(这是一个文件夹)', error);
    throw new HostError(
      'unknown',
      `“${name}”无法读取(${code})。请确认有读取权限,且没有被别的程序独占。`,
      error,
    );
  }
}

/** Whether both paths lead to the same file; one that is not there yet is no other's. */
export async function isSameFile(one: string, other: string): Promise<boolean> {
  if (resolve(one) === resolve(other)) return true;
  try {
    const [first, second] = await Promise.all([stat(await realpath(one)), stat(await realpath(other))]);
    return first.dev === second.dev && first.ino === second.ino;
  } catch {
    return false;
  }
}

/**
 * Writes a file whole or not at all: into a new file of the same folder, which then takes the name. Throws
 * `HostError` and leaves nothing behind where that fails.
 */
export async function writeBytes(path: string, bytes: Uint8Array): Promise<void> {
  const name = basename(path);
  if (!(await isPlainOrNew(path))) throw problem('not-writable', name, '(这不是普通文件)');
  const waiting = join(dirname(resolve(path)), `.${name}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    const file = await open(waiting, 'wx');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(waiting, path);
  } catch (error) {
    await unlink(waiting).catch(() => undefined);
    throw problem('not-writable', name, '', error);
  }
  await syncFolder(dirname(resolve(path)));
}

/** A device, pipe or folder must not be replaced by a file. */
async function isPlainOrNew(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found === null || found.isFile();
}

/** Makes the new name last through a power cut where the system can do so; Windows cannot. */
async function syncFolder(path: string): Promise<void> {
  try {
    const folder = await open(path, 'r');
    await folder.sync().finally(() => folder.close());
  } catch {
    return;
  }
}
