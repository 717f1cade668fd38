import path from 'node:path';
import { type Intake, requireRulings } from '../../cycle/intake/intake';
import type { Scheme } from '../../model';
import { type Arguments, optionOf } from '../arguments';
import { CallError } from '../callError';
import type { ExitStatus } from '../command';
import { decisionsFor } from '../decisions';
import { listFolder } from '../folder';
import { answersOf } from '../input';
import type { CliIo } from '../io';
import { isJsonOnly, writeText } from '../jsonOutput';
import { jobsOf } from '../parallel/jobs';
import { inOrder } from '../parallel/pool';
import type { FileOutcome } from '../parallel/task';
import { SCHEME_OPTION, scoringScheme } from '../schemeInput';

/** A line of the table: what was found, or why the file could not be read. */
type Line =
  | ({ readonly file: string } & Intake)
  | { readonly file: string; readonly verdict: 'unreadable' | 'other-scheme'; readonly text: string };

const SEALS = { none: '没有', intact: '一致', changed: '改动过' } as const;

/** Checks every workbook of a folder by itself: 0 no error in any, 1 errors, or files that could not be read. */
export async function checkFolder(folder: string, given: Arguments, io: CliIo): Promise<ExitStatus> {
  const scheme = scoringScheme(given, null);
  const answers = await answersOf(given, scheme, io);
  const options = { ...decisionsFor(scheme, given), ...(answers ? { answers } : {}) };
  requireRulings(scheme, options);
  const { workbooks, others } = await listFolder(folder);
  if (workbooks.length === 0) throw new CallError('文件夹里没有工作簿(.xlsx)。请检查文件夹。', false);
  const tasks = workbooks.map((name) => ({
    kind: 'check' as const,
    path: path.join(folder, name),
    name,
    scheme: scheme.id,
    isByMemory: optionOf(given, SCHEME_OPTION.name) === null,
    options,
  }));
  const quiet = isJsonOnly(given);
  if (!quiet) io.out(`${HEADERS.join('\t')}\n`);
  const lines: Line[] = [];
  for await (const outcome of inOrder(tasks, jobsOf(given, io))) {
    const line = lineOf(outcome);
    lines.push(line);
    if (!quiet) io.out(`${columns(line, scheme).join('\t')}\n`);
  }
  if (!quiet) io.out(closing(lines, others));
  await writeText(given, JSON.stringify({ files: lines, skipped: others }, null, 2), io);
  const clean = lines.every((line) => 'errors' in line && line.errors === 0);
  return clean ? 0 : 1;
}

const HEADERS = ['文件', '结论', '错误', '提醒', '已计分', '半年', '提交凭证'];

function lineOf(outcome: FileOutcome): Line {
  const { name: file } = outcome;
  if (outcome.kind === 'check') return { file, ...outcome.intake };
  const text = 'message' in outcome ? outcome.message : '';
  return { file, verdict: outcome.kind === 'other-scheme' ? 'other-scheme' : 'unreadable', text };
}

function columns(line: Line, usual: Scheme): string[] {
  if (!('errors' in line))
    return [line.file, `${line.verdict === 'other-scheme' ? '没有校验' : '读不了'}:${line.text}`];
  const { file, scheme, title, text, errors, warnings, scored, persons, period, seal } = line;
  return [
    file,
    scheme === usual.id ? text : `按《${title}》:${text}`,
    String(errors),
    String(warnings),
    `${scored}/${persons}`,
    period ?? '未定',
    SEALS[seal],
  ];
}

function closing(lines: readonly Line[], skippedFiles: readonly string[]): string {
  const count = (verdict: Line['verdict']): number => lines.filter((line) => line.verdict === verdict).length;
  const skipped = skippedFiles.map((name) => `没有读 ${name}:不是工作簿。\n`).join('');
  const others = count('other-scheme');
  return (
    `${skipped}共 ${lines.length} 个工作簿:可以提交 ${count('ready')} 个,有待确认事项 ${count('confirm')} 个,` +
    `有错误 ${count('errors')} 个,读不了 ${count('unreadable')} 个${others > 0 ? `,别的办法的 ${others} 个没有校验` : ''}。\n`
  );
}
