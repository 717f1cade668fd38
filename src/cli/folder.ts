import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { CallError } from './callError';

/** What a folder and those in it hold; names with `/`, from the folder on, in the order of their characters. */
export interface FolderListing {
  readonly workbooks: readonly string[];
  /** Files of another kind. Hidden files and the marks that Excel leaves of open workbooks are not among them. */
  readonly others: readonly string[];
}

const WORKBOOK = /\.(?:xlsx|xlsm|xls|xlsb|et)$/i;
const PASSED_OVER = /^(?:\.|~\$)/;

/** Whether the path leads to a folder; `false` where there is nothing. */
export async function isFolder(place: string): Promise<boolean> {
  return (await stat(place).catch(() => null))?.isDirectory() ?? false;
}

/** Lists a folder with those in it. Throws CallError where it cannot be read. */
export async function listFolder(folder: string): Promise<FolderListing> {
  const names: string[] = [];
  try {
    await walk(folder, '', names);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new CallError(`文件夹“${path.basename(folder)}”读不了(${reason})。请检查名称和权限。`);
  }
  names.sort();
  return {
    workbooks: names.filter((name) => WORKBOOK.test(name)),
    others: names.filter((name) => !WORKBOOK.test(name)),
  };
}

async function walk(folder: string, inside: string, names: string[]): Promise<void> {
  for (const entry of await readdir(path.join(folder, inside), { withFileTypes: true })) {
    if (PASSED_OVER.test(entry.name)) continue;
    const name = inside === '' ? entry.name : `${inside}/${entry.name}`;
    if (entry.isDirectory()) await walk(folder, name, names);
    else if (entry.isFile()) names.push(name);
  }
}
