import path from 'node:path';
import { evaluateWorkbook } from '../../app/scheme/evaluateWorkbook';
import { type CollectOutcome, CollectRun } from '../../cycle/collect/collectRun';
import type { CollectionReport } from '../../cycle/collect/collection';
import { COLLECT_REPORT, collectReportText } from '../../cycle/collect/reportSheet';
import { EntryTables } from '../../cycle/collect/tables/entries';
import { writeResults } from '../../cycle/collect/tables/results';
import { schemeOfBook } from '../../cycle/scheme';
import {
  createFileHost,
  isSameFile,
  readMemoryOf,
  readWorkbook,
  TableBook,
  writeBytes,
} from '../../hosts/file';
import { ParquetFolder } from '../../hosts/file/parquet/parquetFolder';
import type { Scheme } from '../../model';
import { type Arguments, optionOf } from '../arguments';
import { CallError } from '../callError';
import type { Command } from '../command';
import { DECISION_OPTIONS, decisionsOf } from '../decisions';
import { type FolderListing, isFolder, listFolder } from '../folder';
import { type CliIo, resolved } from '../io';
import { isJsonOnly, JSON_OPTION, writeText } from '../jsonOutput';
import { JOBS_OPTION, jobsOf } from '../parallel/jobs';
import { inOrder } from '../parallel/pool';
import { SCHEME_OPTION, scoringScheme } from '../schemeInput';
import { UNITS_OPTION, unitsOf } from '../units';

/** Puts the workbooks of a folder together into one: 0 all taken without a question, 1 something is to be looked at. */
export const collect: Command = {
  name: 'collect',
  operands: ['DIR'],
  help: '把一个文件夹里各部门、各测评人的工作簿汇集成一个',
  options: [
    SCHEME_OPTION,
    {
      name: '--out',
      value: '输出文件名',
      file: 'written',
      required: true,
      help: '汇集的工作簿,第一张表是汇集报告',
    },
    {
      name: '--parquet',
      value: '文件夹',
      help: '另外把明细和结果写成 Parquet,供 DuckDB、Spark、Trino 汇总;格式见 docs/scale.md',
    },
    { name: '--households', value: null, help: 'Parquet 里带客户名称和许可证号(不写时不带)' },
    UNITS_OPTION,
    ...DECISION_OPTIONS,
    JOBS_OPTION,
    JSON_OPTION,
  ],
  run: async (given, io) => {
    const folder = resolved(io, given.positionals[0]!);
    if (!(await isFolder(folder))) throw new CallError(`“${given.positionals[0]!}”不是文件夹。`);
    const out = optionOf(given, '--out')!;
    const listing = await withoutOutput(await listFolder(folder), folder, resolved(io, out));
    if (listing.workbooks.length === 0) throw new CallError('文件夹里没有工作簿(.xlsx)。');
    const outcome = await collectFolder(folder, listing, given, io);
    if (outcome.kind === 'done') await writeOut(outcome, given, io);
    const closing = outcome.kind === 'done' ? `${writtenText(given)}\n` : `${outcome.message}\n`;
    if (!isJsonOnly(given)) io.out(collectReportText(outcome.report) + closing);
    else if (outcome.kind === 'refused') io.error(closing);
    await writeText(given, JSON.stringify(reportData(outcome.report), null, 2), io);
    const open = outcome.report.notes.some(({ severity }) => severity === 'error');
    return outcome.kind === 'done' && !open ? 0 : 1;
  },
};

/** What an earlier run has written into the folder is no part of this one. Any other workbook is not to be written over. */
async function withoutOutput(listing: FolderListing, folder: string, out: string): Promise<FolderListing> {
  const workbooks: string[] = [];
  for (const name of listing.workbooks) {
    const place = path.join(folder, name);
    if (!(await isSameFile(place, out))) workbooks.push(name);
    else if (!(await isCollected(place)))
      throw new CallError(`输出文件不能是要汇集的工作簿“${name}”。请换一个文件名。`, false);
  }
  return { ...listing, workbooks };
}

async function isCollected(place: string): Promise<boolean> {
  const { sheets } = await createFileHost({ input: place }).read();
  return sheets.some(({ name }) => name === COLLECT_REPORT);
}

type Finished = Exclude<CollectOutcome, { kind: 'again' }> & { readonly tables: ParquetFolder | null };

async function collectFolder(
  folder: string,
  listing: FolderListing,
  given: Arguments,
  io: CliIo,
): Promise<Finished> {
  const { period = null } = decisionsOf(given);
  const first = await collectOnce(folder, listing, period, given, io);
  if (first.kind !== 'again') return first;
  const second = await collectOnce(folder, listing, first.period, given, io);
  if (second.kind === 'again') throw new Error('the half-year of most files changed while they were read');
  return second;
}

/** The scheme of the call, else of the first file that remembers one; one that cannot be read is named when it is taken. */
async function schemeOfFolder(folder: string, files: readonly string[], given: Arguments): Promise<Scheme> {
  if (optionOf(given, SCHEME_OPTION.name) !== null) return scoringScheme(given, null);
  for (const name of files) {
    const memory = await readMemoryOf(path.join(folder, name)).catch(() => null);
    if (memory !== null) return scoringScheme(given, memory);
  }
  return scoringScheme(given, null);
}

/** Reads every file once. Tables of a run that came to nothing are not kept. */
async function collectOnce(
  folder: string,
  { workbooks, others }: FolderListing,
  period: string | null,
  given: Arguments,
  io: CliIo,
): Promise<Finished | Extract<CollectOutcome, { kind: 'again' }>> {
  const { rulings = {} } = decisionsOf(given);
  const scheme = await schemeOfFolder(folder, workbooks, given);
  const options = { period, rulings, units: unitsOf(given) };
  const place = optionOf(given, '--parquet');
  const tables = place === null ? null : new ParquetFolder(resolved(io, place));
  try {
    const entries = tables && new EntryTables(scheme, tables, given.options.has('--households'));
    const run = new CollectRun(scheme, options, new TableBook(), entries);
    for (const name of others) run.skip(name, '不是工作簿,没有读。');
    const tasks = workbooks.map((name) => ({
      kind: 'collect' as const,
      scheme: scheme.id,
      path: path.join(folder, name),
      name,
    }));
    for await (const outcome of inOrder(tasks, jobsOf(given, io))) {
      if (outcome.kind === 'collect') run.add(outcome.file);
      else if (outcome.kind === 'other-scheme') run.leaveOut(outcome.name, outcome.message);
      else run.fail(outcome.name, outcome.kind === 'failed' ? outcome.message : '');
    }
    const outcome = run.finish();
    if (outcome.kind !== 'done') tables?.discard();
    return outcome.kind === 'again' ? outcome : { ...outcome, tables };
  } catch (error) {
    tables?.discard();
    throw error;
  }
}

/** Writes the workbook and, where asked for, the tables: first what both hold is there, then they get their names. */
async function writeOut(
  { bytes, report, tables }: Extract<Finished, { kind: 'done' }>,
  given: Arguments,
  io: CliIo,
): Promise<void> {
  const out = resolved(io, optionOf(given, '--out')!);
  try {
    if (tables) {
      const whole = readWorkbook(bytes, path.basename(out));
      const evaluation = evaluateWorkbook(whole, schemeOfBook(whole));
      writeResults(evaluation, report, unitsOf(given), tables);
    }
    await writeBytes(out, bytes);
    tables?.commit();
  } catch (error) {
    tables?.discard();
    throw error;
  }
}

function writtenText(given: Arguments): string {
  const parquet = optionOf(given, '--parquet');
  const also = parquet === null ? '' : `,明细和结果的 Parquet 在“${parquet}”`;
  return `已写出“${optionOf(given, '--out')!}”${also}。`;
}

/** The report as data. */
function reportData({
  files,
  notes,
  rows,
  repeated,
  period,
  rulings,
  isIncomplete,
}: CollectionReport): unknown {
  return { files, notes, rows: Object.fromEntries(rows), repeated, period, rulings, isIncomplete };
}
