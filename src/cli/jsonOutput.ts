import { writeFile } from 'node:fs/promises';
import type { Evaluation } from '../app/evaluation';
import { toResult } from '../app/result';
import { type Arguments, optionOf, type OptionSpec } from './arguments';
import { CallError } from './callError';
import { type CliIo, resolved } from './io';

/** The option that asks for the result as data. */
export const JSON_OPTION: OptionSpec = {
  name: '--json',
  value: '文件名,或 - 表示标准输出',
  help: '把结果写成 JSON;写 - 时标准输出只有 JSON',
};

/** Standard output belongs to the JSON alone. */
export function isJsonOnly(given: Arguments): boolean {
  return optionOf(given, '--json') === '-';
}

/** Writes the result where `--json` says, if it does. Throws CallError where the file cannot be written. */
export async function writeJson(given: Arguments, evaluation: Evaluation, io: CliIo): Promise<void> {
  if (optionOf(given, '--json') !== null)
    await writeText(given, JSON.stringify(toResult(evaluation), null, 2), io);
}

/** Writes any data where `--json` says, if it does. Throws CallError where the file cannot be written. */
export async function writeText(given: Arguments, data: string, io: CliIo): Promise<void> {
  const target = optionOf(given, '--json');
  if (target === null) return;
  const text = `${data}\n`;
  if (target === '-') {
    io.out(text);
    return;
  }
  try {
    await writeFile(resolved(io, target), text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CallError(`JSON 文件“${target}”写不进去(${reason})。请检查文件夹和权限。`);
  }
}
