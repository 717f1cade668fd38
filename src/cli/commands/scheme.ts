import { changeText, ruleChanges } from '../../app/scheme/diff';
import { effectsSince, type ScoreEffect } from '../../app/scheme/preview';
import { addSchemeSheet, newSchemeSheet, schemeInForce } from '../../app/scheme/export';
import { createFileHost, readMemoryOf, writeBytes, writeNewWorkbook } from '../../hosts/file';
import { computeTable } from '../../app/tables/compute';
import { effectLine, tableEffects } from '../../app/tables/preview';
import { type AnyScheme, isTableScheme, type Scheme, type TableScheme } from '../../model';
import type { Standing } from '../../app/scheme/standing';
import type { Snapshot } from '../../app/replay';
import { evaluateWorkbook } from '../../app/scheme/evaluateWorkbook';
import { sizeText } from '../../app/scheme/source';
import { type Arguments, optionOf } from '../arguments';
import type { Command, ExitStatus } from '../command';
import { DECISION_OPTIONS, decisionsFor, decisionsOf } from '../decisions';
import { type CliIo, resolved } from '../io';
import { isJsonOnly, JSON_OPTION, writeText } from '../jsonOutput';
import { issueLine } from '../report';
import { ANY_SCHEME_OPTION, chosenScheme, schemeFrom } from '../schemeInput';
import { periodFor } from './table';

/** Writes a scheme as a sheet that people can read and change, or as a scheme file. */
export const exportScheme: Command = {
  name: 'scheme export',
  operands: ['OUT.xlsx|OUT.json'],
  help: '把评分标准写成一张可以修改的工作表,或写成方案文件',
  options: [
    ANY_SCHEME_OPTION,
    {
      name: '--in',
      file: 'read',
      value: 'IN.xlsx',
      help: '取这个工作簿正在使用的评分标准;输出 .xlsx 时是它的副本加一张评分标准表',
    },
  ],
  run: async (given, io) => {
    const out = given.positionals[0]!;
    const input = optionOf(given, '--in');
    const memory = input === null ? null : await readMemoryOf(resolved(io, input));
    const shipped = chosenScheme(given, memory);
    if (input === null) await writeScheme(shipped, out, io);
    else await writeInForce(input, shipped, out, io);
    io.out(`已写出评分标准“${out}”。\n`);
    return 0;
  },
};

function isJson(file: string): boolean {
  return file.toLowerCase().endsWith('.json');
}

async function writeScheme(scheme: AnyScheme, out: string, io: CliIo): Promise<void> {
  if (!isJson(out)) return writeNewWorkbook(resolved(io, out), [newSchemeSheet(scheme)]);
  const text = `${JSON.stringify(scheme, null, 2)}\n`;
  return writeBytes(resolved(io, out), new TextEncoder().encode(text));
}

async function writeInForce(input: string, shipped: AnyScheme, out: string, io: CliIo): Promise<void> {
  const host = createFileHost({
    input: resolved(io, input),
    ...(isJson(out) ? {} : { output: resolved(io, out) }),
  });
  if (isJson(out)) return writeScheme(schemeInForce(await host.read(), shipped), out, io);
  await addSchemeSheet(host, shipped);
}

/** Says whether a sheet of rules or a scheme file can be scored under. */
export const checkScheme: Command = {
  name: 'scheme check',
  operands: ['FILE'],
  help: '检查评分标准表(.xlsx)或方案文件(.json),有错逐格指出',
  options: [JSON_OPTION],
  run: async (given, io) => {
    const file = given.positionals[0]!;
    const found = await schemeFrom(file, io);
    const issues = found.kind === 'faults' ? found.issues : [];
    if (!isJsonOnly(given)) {
      const verdict =
        found.kind === 'scheme'
          ? `“${file}”没有错误:${found.scheme.id} 版本 ${found.scheme.version},${sizeText(found.scheme)}。`
          : `“${file}”有 ${issues.length} 处错误,不能按它计分。`;
      io.out(`${[...issues.map(issueLine), verdict].join('\n')}\n`);
    }
    await writeText(given, JSON.stringify({ valid: found.kind === 'scheme', issues }, null, 2), io);
    return found.kind === 'scheme' ? 0 : 1;
  },
};

/** Lists what the rules of one source say otherwise than those of another. */
export const diffScheme: Command = {
  name: 'scheme diff',
  operands: ['A', 'B'],
  help: '列出两份评分标准的不同;A、B 是 .xlsx、.json 或方案编号',
  options: [JSON_OPTION],
  run: async (given, io) => {
    const sources = await Promise.all(given.positionals.map((each) => schemeFrom(each, io)));
    const faults = sources.flatMap((each) => (each.kind === 'faults' ? each.issues : []));
    const [before, after] = sources.flatMap((each) => (each.kind === 'scheme' ? [each.scheme] : []));
    if (!before || !after) {
      io.error(`${faults.map(issueLine).join('\n')}\n`);
      return 1;
    }
    const changes = ruleChanges(before, after);
    const lines = changes.length === 0 ? ['两份评分标准相同。'] : changes.map(changeText);
    if (!isJsonOnly(given)) io.out(`${lines.join('\n')}\n`);
    await writeText(given, JSON.stringify(changes, null, 2), io);
    return 0;
  },
};

/** Says whose score the sheet of rules of a workbook moves from what it was before somebody changed it. */
export const previewScheme: Command = {
  name: 'scheme preview',
  operands: ['IN.xlsx'],
  help: '列出工作簿里的评分标准表改动了什么、谁的得分(或哪一行结果)从多少变到多少',
  options: [ANY_SCHEME_OPTION, ...DECISION_OPTIONS, JSON_OPTION],
  run: async (given, io) => {
    decisionsOf(given);
    const snapshot = await createFileHost({ input: resolved(io, given.positionals[0]!) }).read();
    const scheme = chosenScheme(given, snapshot.memory);
    const found = isTableScheme(scheme)
      ? tablePreview(snapshot, scheme, given)
      : scorePreview(snapshot, scheme, given);
    return writePreview(found, given, io);
  },
};

/** What a preview has to say. */
interface Preview {
  readonly standing: Pick<Standing<AnyScheme>, 'before' | 'rules' | 'isInvalid' | 'issues'>;
  readonly effects: readonly object[];
  readonly lines: readonly string[];
}

function scorePreview(snapshot: Snapshot, scheme: Scheme, given: Arguments): Preview {
  const evaluation = evaluateWorkbook(snapshot, scheme, decisionsFor(scheme, given));
  const { standing } = evaluation;
  const effects = standing.before ? effectsSince(standing.before, evaluation) : [];
  return {
    standing,
    effects,
    lines: [...effects.map(effectText), `${effects.length} 人次的得分变化。`],
  };
}

function tablePreview(snapshot: Snapshot, scheme: TableScheme, given: Arguments): Preview {
  const outcome = computeTable(snapshot, scheme, periodFor(scheme, given));
  const effects = tableEffects(outcome);
  const rows = new Set(effects.map(({ subject }) => subject)).size;
  return {
    standing: outcome.standing,
    effects,
    lines: [...effects.map(effectLine), `${rows} 行结果变化。`],
  };
}

async function writePreview(
  { standing, effects, lines }: Preview,
  given: Arguments,
  io: CliIo,
): Promise<ExitStatus> {
  const { before, rules, isInvalid, issues } = standing;
  const changes = before ? ruleChanges(before, rules).map(changeText) : [];
  const shown = before ? [...changes, ...lines] : ['评分标准没有等待采用的改动。'];
  if (!isJsonOnly(given)) io.out(`${(isInvalid ? issues.map(issueLine) : shown).join('\n')}\n`);
  await writeText(given, JSON.stringify({ version: rules.version, changes, effects }, null, 2), io);
  return isInvalid ? 1 : 0;
}

function effectText({ person, score, deduction, qualified }: ScoreEffect): string {
  const shown = (value: number | null): string => (value === null ? '未计分' : String(value));
  const result = (value: boolean | null): string => (value === null ? '未定' : value ? '达标' : '未达标');
  const turned =
    qualified.from === qualified.to ? '' : `,${result(qualified.from)} → ${result(qualified.to)}`;
  return `${person}:得分 ${shown(score.from)} → ${shown(score.to)},考核扣分 ${shown(deduction.from)} → ${shown(deduction.to)}${turned}`;
}
