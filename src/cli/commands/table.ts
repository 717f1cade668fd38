import { fittingScheme } from '../../app/tables/fitting';
import { computeTable } from '../../app/tables/compute';
import type { ResultTable, TableOutcome } from '../../app/tables/outcome';
import { tableResult } from '../../app/tables/result';
import { fillTable } from '../../app/tables/sheets';
import { createFileHost } from '../../hosts/file';
import { type Issue, periodTitle, type TableScheme } from '../../model';
import type { Snapshot } from '../../app/replay';
import type { Arguments } from '../arguments';
import { CallError } from '../callError';
import type { ExitStatus } from '../command';
import { periodOf } from '../decisions';
import { type CliIo, resolved } from '../io';
import { isJsonOnly, writeText } from '../jsonOutput';
import { issueLine } from '../report';

/** What to say where a workbook holds nothing to score, and the sheet of another scheme; '' otherwise. */
export function otherSchemeText(issues: readonly Issue[], snapshot: Snapshot): string {
  if (!issues.some(({ code, sheet }) => code === 'sheet-missing' && sheet === null)) return '';
  const fitting = fittingScheme(snapshot);
  if (!fitting) return '';
  return `这个工作簿里有“${fitting.sheet}”(${fitting.scheme.title})。要按它计算,请加 --scheme ${fitting.scheme.id}。\n`;
}

/** Computes a scheme over a workbook's table and says what was found; writes nothing into it. */
export async function checkTable(
  scheme: TableScheme,
  snapshot: Snapshot,
  given: Arguments,
  io: CliIo,
): Promise<ExitStatus> {
  const outcome = computeTable(snapshot, scheme, periodFor(scheme, given));
  if (!isJsonOnly(given)) io.out(outcome.tables.map(tableText).join('') + foundText(outcome));
  await writeText(given, JSON.stringify(tableResult(outcome), null, 2), io);
  return statusOf(outcome);
}

/** Adds the sheets with the results to a copy of a workbook. */
export async function writeTable(
  scheme: TableScheme,
  given: Arguments,
  out: string,
  io: CliIo,
): Promise<ExitStatus> {
  const host = createFileHost({ input: resolved(io, given.positionals[0]!), output: resolved(io, out) });
  const { outcome, added } = await fillTable(host, scheme, periodFor(scheme, given));
  const names = added.map((name) => `“${name}”`).join('、');
  const done = added.length > 0 ? `已新建${names},写出“${out}”。` : `没有可以得出的结果,没有写出“${out}”。`;
  if (!isJsonOnly(given)) io.out(`${foundText(outcome)}${done}\n`);
  await writeText(given, JSON.stringify(tableResult(outcome), null, 2), io);
  return added.length > 0 ? statusOf(outcome) : 1;
}

/** The period of the call, in the length that the scheme has. Throws CallError. */
export function periodFor(scheme: TableScheme, given: Arguments): string | null {
  for (const name of ['--set', '--map'].filter((each) => given.options.has(each)))
    throw new CallError(`“${scheme.title}”没有可以用 ${name} 改的地方。请去掉 ${name}。`);
  return periodOf(given, scheme.kind === 'classification' ? null : (scheme.period?.unit ?? null));
}

function statusOf({ issues }: TableOutcome): ExitStatus {
  return issues.some(({ severity }) => severity === 'error') ? 1 : 0;
}

function tableText({ names, headers, rows }: ResultTable): string {
  return [names.title, headers.join('\t'), ...rows.map((row) => row.join('\t')), '']
    .map((line) => `${line}\n`)
    .join('');
}

function foundText({ scheme, period, issues, known, unknown }: TableOutcome): string {
  const when = period === null ? '' : `,${periodTitle(period)}`;
  const lines = [
    `${scheme.title}(${scheme.id},版本 ${scheme.version})${when}`,
    ...issues.map(issueLine),
    `得出结果 ${known} 行,未得出 ${unknown} 行。`,
  ];
  return `${lines.join('\n')}\n`;
}
