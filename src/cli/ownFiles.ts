import { stat } from 'node:fs/promises';
import path from 'node:path';
import { isSameFile } from '../hosts/file';
import { type Arguments, optionOf } from './arguments';
import { CallError } from './callError';
import type { Command } from './command';
import { type CliIo, resolved } from './io';

/**
 * Refuses a call that would write over a file it reads, twice into one file, or into a folder that is not there: what staff
 * hand in is never changed, whichever command it is and by whatever name (link, other spelling) the file goes, and a call of
 * two outputs writes both or none. Throws CallError.
 */
export async function refuseOverwriting(command: Command, given: Arguments, io: CliIo): Promise<void> {
  const { read, written } = filesOf(command, given);
  for (const output of written) await refuseNowhere(output, io);
  for (const [index, output] of written.entries()) {
    for (const input of read) {
      if (await isSameFile(resolved(io, input), resolved(io, output)))
        throw new CallError(`输出文件不能是原文件“${path.basename(input)}”。请换一个文件名。`, false);
    }
    for (const other of written.slice(0, index)) {
      if (await isSameFile(resolved(io, other), resolved(io, output)))
        throw new CallError(`两个输出写进了同一个文件“${path.basename(output)}”。请各用一个文件名。`, false);
    }
  }
}

async function refuseNowhere(output: string, io: CliIo): Promise<void> {
  const place = resolved(io, output);
  const folder = await stat(path.dirname(place)).catch(() => null);
  if (folder?.isDirectory()) return;
  const shown = path.dirname(output);
  throw new CallError(
    `没有文件夹“${shown}”,“${path.basename(output)}”没有地方写。请先建好文件夹,或换一个位置。`,
    false,
  );
}

/** The files that a call names, as they were given; standard output (`-`) is none. */
function filesOf(
  { operands, options }: Command,
  given: Arguments,
): { readonly read: readonly string[]; readonly written: readonly string[] } {
  const isOutput = (index: number): boolean => operands[index]?.startsWith('OUT') ?? false;
  const optional = (kind: 'read' | 'written'): string[] =>
    options
      .filter(({ file }) => file === kind)
      .flatMap(({ name }) => optionOf(given, name) ?? [])
      .filter((name) => name !== '-');
  return {
    read: [...given.positionals.filter((_, index) => !isOutput(index)), ...optional('read')],
    written: [...given.positionals.filter((_, index) => isOutput(index)), ...optional('written')],
  };
}
