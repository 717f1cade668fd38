import { readFile } from 'node:fs/promises';
import { schemeOfText, schemeOfWorkbook, type SchemeSource } from '../app/scheme/source';
import { rememberedSchemeId } from '../app/remembered';
import { createFileHost, readMemoryOf } from '../hosts/file';
import { type AnyScheme, isTableScheme, type Scheme } from '../model';
import { tableSchemeById, tableSchemeIds, schemeById, schemeIds } from '../schemes';
import { type Arguments, optionOf, type OptionSpec } from './arguments';
import { CallError } from './callError';
import { type CliIo, resolved } from './io';

/** The option that names one of the product's schemes. */
export const SCHEME_OPTION: OptionSpec = {
  name: '--scheme',
  value: '方案编号',
  help: `按哪一个办法计分;可用的有:${schemeIds.join('、')}`,
};

/** Rules from a scheme file (.json), a workbook with a sheet of rules, or the id of one of the product's schemes. */
export async function schemeFrom(given: string, io: CliIo): Promise<SchemeSource> {
  const shipped = schemeById(given) ?? tableSchemeById(given);
  if (shipped) return { kind: 'scheme', scheme: shipped };
  if (!given.toLowerCase().endsWith('.json')) {
    return schemeOfWorkbook(await createFileHost({ input: resolved(io, given) }).read());
  }
  try {
    return schemeOfText(await readFile(resolved(io, given), 'utf8'));
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new CallError(`方案文件“${given}”读不了(${reason})。请检查文件名。`);
  }
}

const ALL_IDS = [...schemeIds, ...tableSchemeIds];

/** The option that names any scheme, one that only sorts or counts too. */
export const ANY_SCHEME_OPTION: OptionSpec = {
  ...SCHEME_OPTION,
  help: `按哪一个办法;不写时按工作簿记住的,再没有按 ${schemeIds[0]!}。可用的有:${ALL_IDS.join('、')}`,
};

/**
 * The scheme that the call names, else the one that the workbook remembers (`memory`, its text), else the product's
 * first. Throws CallError on an id that the product does not have, MemoryError.
 */
export function chosenScheme(given: Arguments, memory: string | null): AnyScheme {
  const named = optionOf(given, SCHEME_OPTION.name);
  const id = named ?? rememberedSchemeId(memory);
  const found = schemeById(id) ?? tableSchemeById(id);
  if (found) return found;
  const whose = named === null ? `工作簿记住的方案是“${id}”,本程序没有` : `没有方案“${id}”`;
  throw new CallError(`${whose}。可用的有:${ALL_IDS.join('、')}。`);
}

/** The same for a command that scores persons. Throws CallError where the scheme does not. */
export function scoringScheme(given: Arguments, memory: string | null): Scheme {
  const scheme = chosenScheme(given, memory);
  if (!isTableScheme(scheme)) return scheme;
  throw new CallError(`方案“${scheme.id}”不给人计分,这个命令用不上。请用 check 或 fill。`);
}

/** What the workbook of the call's first file remembers; `null` for nothing and for a snapshot file. Throws HostError. */
export async function memoryOfInput(given: Arguments, io: CliIo): Promise<string | null> {
  const file = given.positionals[0]!;
  return file.toLowerCase().endsWith('.json') ? null : readMemoryOf(resolved(io, file));
}
