import { stat, writeFile } from 'node:fs/promises';
import type { Evaluation } from '../app/evaluation';
import { toResult } from '../app/result';
import { writeBytes } from '../hosts/file';
import { type Arguments, optionOf, type OptionSpec } from './arguments';
import { type CliIo, resolved } from './io';

/** The option that asks for the result as data. */
export const JSON_OPTION: OptionSpec = {
  name: '--json',
  file: 'written',
  value: '文件名,或 - 表示标准输出',
  help: '把结果写成 JSON;写 - 时标准输出只有 JSON',
};

/** Standard output belongs to the JSON alone. */
export function isJsonOnly(given: Arguments): boolean {
  return optionOf(given, '--json') === '-';
}

/** Writes the result where `--json` says, if it does. Throws HostError where the file cannot be written. */
export async function writeJson(given: Arguments, evaluation: Evaluation, io: CliIo): Promise<void> {
  if (optionOf(given, '--json') !== null)
    await writeText(given, JSON.stringify(toResult(evaluation), null, 2), io);
}

/** Writes any data where `--json` says, if it does. Throws HostError where the file cannot be written. */
export async function writeText(given: Arguments, data: string, io: CliIo): Promise<void> {
  const target = optionOf(given, '--json');
  if (target === null) return;
  const text = `${data}\n`;
  if (target === '-') {
    io.out(text);
    return;
  }
  await writeWhole(resolved(io, target), text);
}

/** A file appears whole or not at all; a pipe or device takes the text as it comes. */
async function writeWhole(place: string, text: string): Promise<void> {
  const found = await stat(place).catch(() => null);
  if (found === null || found.isFile() || found.isDirectory())
    await writeBytes(place, new TextEncoder().encode(text));
  else await writeFile(place, text);
}
