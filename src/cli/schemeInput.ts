import { readFile } from 'node:fs/promises';
import { schemeOfText, schemeOfWorkbook, type SchemeSource } from '../app/scheme/source';
import { createFileHost } from '../hosts/file';
import type { ClassificationScheme, Scheme } from '../model';
import { classificationById, classificationIds, schemeById, schemeIds } from '../schemes';
import { type Arguments, optionOf, type OptionSpec } from './arguments';
import { CallError } from './callError';
import { type CliIo, resolved } from './io';

/** The option that names one of the product's schemes. */
export const SCHEME_OPTION: OptionSpec = {
  name: '--scheme',
  value: '方案编号',
  help: `按哪一个办法计分;可用的有:${schemeIds.join('、')}`,
};

/** The product's scheme that the call names, else the one of its first days. Throws CallError on an unknown id. */
export function shippedScheme(given: Arguments): Scheme {
  const id = optionOf(given, SCHEME_OPTION.name) ?? schemeIds[0]!;
  const scheme = schemeById(id);
  if (!scheme) throw new CallError(`没有方案“${id}”。可用的有:${schemeIds.join('、')}。`);
  return scheme;
}

/** Rules from a scheme file (.json), a workbook with a sheet of rules, or the id of one of the product's schemes. */
export async function schemeFrom(given: string, io: CliIo): Promise<SchemeSource> {
  const shipped = schemeById(given);
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

/** The option that names any scheme, a classification too. */
export const ANY_SCHEME_OPTION: OptionSpec = {
  ...SCHEME_OPTION,
  help: `按哪一个办法;可用的有:${[...schemeIds, ...classificationIds].join('、')}`,
};

/** The classification that the call names, `null` where it names a scheme to score by, or none. Throws CallError. */
export function namedClassification(given: Arguments): ClassificationScheme | null {
  const id = optionOf(given, SCHEME_OPTION.name);
  if (id === null || schemeById(id)) return null;
  const found = classificationById(id);
  if (found) return found;
  throw new CallError(`没有方案“${id}”。可用的有:${[...schemeIds, ...classificationIds].join('、')}。`);
}

/** Whether the call says by which scheme; what a workbook remembers counts only where it does not. */
export function isNamed(given: Arguments): boolean {
  return optionOf(given, SCHEME_OPTION.name) !== null;
}
