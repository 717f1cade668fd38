import path from 'node:path';
import { readFile } from 'node:fs/promises';
import { makeArchive } from '../../cycle/archive/make';
import { openArchive, type OpenedArchive } from '../../cycle/archive/open';
import { createFileHost, readWorkbook, unzipFiles, writeBytes, zipFiles } from '../../hosts/file';
import { type Arguments, optionOf } from '../arguments';
import { CallError } from '../callError';
import type { Command, ExitStatus } from '../command';
import { DECISION_OPTIONS, decisionsFor } from '../decisions';
import { type CliIo, resolved } from '../io';
import { summaryLine } from '../report';
import { SCHEME_OPTION, scoringScheme } from '../schemeInput';

const VERIFY = 'verify';

/** Archives a half-year, or says whether an archive is still what was archived. */
export const archive: Command = {
  name: 'archive',
  operands: ['IN.xlsx'],
  moreOperands: 1,
  help: '把一个半年的工作簿连同结果、凭证、办法和口径归档成 .zip;archive verify X.zip 核对归档',
  options: [
    { name: '--out', value: '归档文件名(.zip)', file: 'written', help: '归档文件' },
    SCHEME_OPTION,
    ...DECISION_OPTIONS,
  ],
  run: async (given, io) => {
    const [first, second] = given.positionals;
    if (first === VERIFY && second !== undefined) return verifyArchive(second, io);
    if (second !== undefined) throw new CallError(`多写了“${second}”。核对归档请写 archive verify X.zip。`);
    return writeArchive(first!, given, io);
  },
};

async function writeArchive(file: string, given: Arguments, io: CliIo): Promise<ExitStatus> {
  const out = optionOf(given, '--out');
  if (out === null) throw new CallError('缺少 --out 归档文件名(.zip)。');
  const input = resolved(io, file);
  const snapshot = await createFileHost({ input }).read();
  const scheme = scoringScheme(given, snapshot.memory);
  const bytes = new Uint8Array(await readFile(input));
  const made = await makeArchive(
    { name: path.basename(file), bytes, snapshot },
    scheme,
    decisionsFor(scheme, given),
    new Date(),
  );
  await writeBytes(resolved(io, out), zipFiles(made.files));
  const { seal, code } = made.manifest;
  const sealed = seal === null ? '工作簿没有封存过' : `提交凭证 ${seal.slice(0, 16)}`;
  io.out(`${summaryLine(made.evaluation)}\n已归档“${out}”,${sealed},归档校验码 ${code.slice(0, 16)}。\n`);
  return made.evaluation.counts.error > 0 ? 1 : 0;
}

async function verifyArchive(file: string, io: CliIo): Promise<ExitStatus> {
  const { manifest, problems } = await readArchive(file, io);
  const head = manifest
    ? `归档 ${manifest.workbook.name},${manifest.period ?? '半年未定'},${manifest.time},校验码 ${manifest.code.slice(0, 16)}\n`
    : '';
  if (problems.length === 0) io.out(`${head}与归档时一致,重新计算的结果也一致。\n`);
  else
    io.out(`${head}归档有 ${problems.length} 处不一致:\n${problems.map((line) => `  ${line}\n`).join('')}`);
  return problems.length === 0 ? 0 : 1;
}

/** Reads an archive from disk. Throws CallError or HostError where there is none. */
export async function readArchive(file: string, io: CliIo): Promise<OpenedArchive> {
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await readFile(resolved(io, file)));
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new CallError(`归档“${file}”读不了(${reason})。请检查文件名。`);
  }
  return openArchive(unzipFiles(bytes, path.basename(file)), readWorkbook);
}
