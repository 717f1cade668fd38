import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { AnswersError, parseAnswers } from '../app/answers';
import { type Answers, type Snapshot, snapshotFromText } from '../app/replay';
import { createFileHost } from '../hosts/file';
import type { Scheme } from '../model';
import { type Arguments, optionOf, type OptionSpec } from './arguments';
import { CallError } from './callError';
import { type CliIo, resolved } from './io';

/** The option that gives answers about sheets and columns. */
export const MAP_OPTION: OptionSpec = {
  name: '--map',
  file: 'read',
  value: '识别答案文件(JSON)',
  help: '指定工作表、列和记号的意思;格式见 docs/answers.md',
};

/** What is read: a workbook, or a snapshot (.json) of one. Throws HostError or SnapshotFileError. */
export async function readInput(given: string, io: CliIo): Promise<Snapshot> {
  if (!given.toLowerCase().endsWith('.json')) return createFileHost({ input: resolved(io, given) }).read();
  return snapshotFromText(await readText(given, io, '快照文件'), path.basename(given));
}

/** The answers of `--map`, `null` where it is not given. Throws CallError or AnswersError. */
export async function answersOf(given: Arguments, scheme: Scheme, io: CliIo): Promise<Answers | null> {
  const file = optionOf(given, '--map');
  if (file === null) return null;
  const text = await readText(file, io, '识别答案文件');
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    throw new AnswersError(`“${path.basename(file)}”不是完整的 JSON。格式见 docs/answers.md。`);
  }
  return parseAnswers(data, scheme);
}

async function readText(given: string, io: CliIo, what: string): Promise<string> {
  try {
    return await readFile(resolved(io, given), 'utf8');
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new CallError(`${what}“${given}”读不了(${reason})。请检查文件名。`);
  }
}
