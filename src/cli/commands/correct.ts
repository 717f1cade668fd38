import { planCorrection } from '../../cycle/corrections/correct';
import { CorrectionError } from '../../cycle/corrections/record';
import { cellOfText, valueOfText } from '../../cycle/corrections/wish';
import { createFileHost } from '../../hosts/file';
import type { CellRef, CellValue } from '../../model';
import { optionOf } from '../arguments';
import { CallError } from '../callError';
import type { Command } from '../command';
import { resolved } from '../io';
import { SCHEME_OPTION, scoringScheme } from '../schemeInput';

/** Puts one cell right on somebody's word and keeps a record of it: 0 done, 1 errors are left in the workbook. */
export const correct: Command = {
  name: 'correct',
  operands: ['IN.xlsx'],
  help: '更正一个单元格,写成另一个文件,并在“更正记录”里记下谁申请、为什么、改前改后、对得分的影响',
  options: [
    SCHEME_OPTION,
    { name: '--cell', value: '单元格,例如 明细测评表!D12', required: true, help: '要更正的单元格' },
    {
      name: '--value',
      value: '更正后的内容',
      required: true,
      mayBeEmpty: true,
      help: '数字写数字;清空写 ""(空)',
    },
    { name: '--by', value: '姓名', required: true, help: '谁申请更正' },
    { name: '--reason', value: '原因', required: true, help: '为什么更正' },
    {
      name: '--out',
      value: '输出文件名',
      file: 'written',
      required: true,
      help: '更正后的工作簿;原文件不改动',
    },
  ],
  run: async (given, io) => {
    const out = optionOf(given, '--out')!;
    const host = createFileHost({ input: resolved(io, given.positionals[0]!), output: resolved(io, out) });
    const snapshot = await host.read();
    const scheme = scoringScheme(given, snapshot.memory);
    const cell = cellOf(optionOf(given, '--cell')!);
    const wish = {
      cell,
      value: valueOf(optionOf(given, '--value')!),
      by: optionOf(given, '--by')!,
      reason: optionOf(given, '--reason')!,
    };
    try {
      const { changes, correction, after } = planCorrection(snapshot, scheme, wish, new Date());
      await host.write(changes);
      const moved = correction.effects.length === 0 ? ['没有影响任何人的得分。'] : correction.effects;
      io.out(`${correction.place}:“${String(correction.before)}” → “${String(correction.after)}”\n`);
      io.out(`${moved.map((line) => `  ${line}\n`).join('')}已写出“${out}”。\n`);
      return after.counts.error > 0 ? 1 : 0;
    } catch (error) {
      if (error instanceof CorrectionError) throw new CallError(error.message);
      throw error;
    }
  },
};

function cellOf(text: string): CellRef {
  const cell = cellOfText(text);
  if (cell) return cell;
  throw new CallError(`--cell 要写成 工作表!单元格,例如 明细测评表!D12,现在是“${text}”。`);
}

function valueOf(text: string): CellValue {
  return text === '""' ? '' : valueOfText(text);
}
