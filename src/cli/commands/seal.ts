import { sealWorkbook, type SealOutcome } from '../../app/handin/seal';
import { createFileHost } from '../../hosts/file';
import { cellName } from '../../model';
import { optionOf } from '../arguments';
import type { Command } from '../command';
import { DECISION_OPTIONS, decisionsFor } from '../decisions';
import { resolved } from '../io';
import { reportText } from '../report';
import { ANY_SCHEME_OPTION, memoryOfInput, scoringScheme } from '../schemeInput';

/** Seals a workbook without errors into a new file. */
export const seal: Command = {
  name: 'seal',
  operands: ['IN.xlsx'],
  help: '校验没有错误时生成提交凭证,写成另一个文件',
  options: [
    {
      name: '--out',
      value: '输出文件名',
      file: 'written',
      required: true,
      help: '带凭证的工作簿;原文件不改动',
    },
    ANY_SCHEME_OPTION,
    ...DECISION_OPTIONS,
  ],
  run: async (given, io) => {
    const out = optionOf(given, '--out')!;
    const host = createFileHost({ input: resolved(io, given.positionals[0]!), output: resolved(io, out) });
    const scheme = scoringScheme(given, await memoryOfInput(given, io));
    const decisions = decisionsFor(scheme, given);
    const outcome = await sealWorkbook(host, scheme, () => new Date(), decisions);
    io.out(outcomeText(outcome, out));
    return outcome.kind === 'sealed' ? 0 : 1;
  },
};

function outcomeText(outcome: SealOutcome, out: string): string {
  if (outcome.kind === 'refused') {
    return `${reportText(outcome.evaluation)}${outcome.reason}没有写出“${out}”。\n`;
  }
  const { line } = outcome;
  const shown = line
    ? `${line.text}\n写在“${line.cell.sheet}”${cellName(line.cell.row, line.cell.column)}。`
    : '工作簿里没有汇总表,凭证只保存在工作簿内部,没有显示的一行。';
  return `${shown}\n已写出“${out}”,校验码 ${outcome.seal.code}。\n`;
}
