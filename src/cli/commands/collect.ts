import path from 'node:path';
import { type CollectOutcome, CollectRun } from '../../cycle/collect/collectRun';
import type { CollectionReport } from '../../cycle/collect/collection';
import { collectReportText } from '../../cycle/collect/reportSheet';
import { TableBook, writeBytes } from '../../hosts/file';
import { yinchuan2008 } from '../../schemes';
import { type Arguments, optionOf } from '../arguments';
import { CallError } from '../callError';
import type { Command } from '../command';
import { DECISION_OPTIONS, decisionsOf } from '../decisions';
import { type FolderListing, isFolder, listFolder } from '../folder';
import { type CliIo, resolved } from '../io';
import { isJsonOnly, JSON_OPTION, writeText } from '../jsonOutput';
import { JOBS_OPTION, jobsOf } from '../parallel/jobs';
import { inOrder } from '../parallel/pool';

/** Puts the workbooks of a folder together into one: 0 all taken without a question, 1 something is to be looked at. */
export const collect: Command = {
  name: 'collect',
  operands: ['DIR'],
  help: '把一个文件夹里各部门、各测评人的工作簿汇集成一个',
  options: [
    { name: '--out', value: '输出文件名', required: true, help: '汇集的工作簿,第一张表是汇集报告' },
    ...DECISION_OPTIONS,
    JOBS_OPTION,
    JSON_OPTION,
  ],
  run: async (given, io) => {
    const folder = resolved(io, given.positionals[0]!);
    if (!(await isFolder(folder))) throw new CallError(`“${given.positionals[0]!}”不是文件夹。`);
    const out = optionOf(given, '--out')!;
    const listing = withoutOutput(await listFolder(folder), folder, resolved(io, out));
    if (listing.workbooks.length === 0) throw new CallError('文件夹里没有工作簿(.xlsx)。');
    const outcome = await collectFolder(folder, listing, given, io);
    if (outcome.kind === 'done') await writeBytes(resolved(io, out), outcome.bytes);
    const closing = outcome.kind === 'done' ? `已写出“${out}”。\n` : `${outcome.message}\n`;
    if (!isJsonOnly(given)) io.out(collectReportText(outcome.report) + closing);
    else if (outcome.kind === 'refused') io.error(closing);
    await writeText(given, JSON.stringify(reportData(outcome.report), null, 2), io);
    const open = outcome.report.notes.some(({ severity }) => severity === 'error');
    return outcome.kind === 'done' && !open ? 0 : 1;
  },
};

/** What an earlier run has written into the folder is no part of this one. */
function withoutOutput(listing: FolderListing, folder: string, out: string): FolderListing {
  return {
    ...listing,
    workbooks: listing.workbooks.filter((name) => path.resolve(folder, name) !== out),
  };
}

async function collectFolder(
  folder: string,
  listing: FolderListing,
  given: Arguments,
  io: CliIo,
): Promise<Exclude<CollectOutcome, { kind: 'again' }>> {
  const { period = null, rulings = {} } = decisionsOf(given);
  const once = async (half: string | null): Promise<CollectOutcome> => {
    const run = new CollectRun(yinchuan2008(), { period: half, rulings }, new TableBook());
    const tasks = listing.workbooks.map((name) => ({
      kind: 'collect' as const,
      path: path.join(folder, name),
      name,
    }));
    for (const name of listing.others) run.skip(name, '不是工作簿,没有读。');
    for await (const outcome of inOrder(tasks, jobsOf(given, io))) {
      if (outcome.kind === 'collect') run.add(outcome.file);
      else run.fail(outcome.name, outcome.kind === 'failed' ? outcome.message : '');
    }
    return run.finish();
  };
  const first = await once(period);
  if (first.kind !== 'again') return first;
  const second = await once(first.period);
  if (second.kind === 'again') throw new Error('the half-year of most files changed while they were read');
  return second;
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
