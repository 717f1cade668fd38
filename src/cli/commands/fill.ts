import { type FillOptions, SUMMARY_ORDERS } from '../../app/evaluation';
import { fillSummary, type FillOutcome } from '../../app/fill';
import { createFileHost } from '../../hosts/file';
import { cellName, isTableScheme } from '../../model';
import { type Arguments, optionOf } from '../arguments';
import { CallError } from '../callError';
import type { Command } from '../command';
import { DECISION_OPTIONS, decisionsFor, decisionsOf } from '../decisions';
import { answersOf, MAP_OPTION } from '../input';
import { resolved } from '../io';
import { endingNote } from '../endings';
import { isJsonOnly, JSON_OPTION, writeJson } from '../jsonOutput';
import { reportText } from '../report';
import { ANY_SCHEME_OPTION, chosenScheme, memoryOfInput } from '../schemeInput';
import { otherSchemeText, writeTable } from './table';

/** Fills the summary of a workbook into a new file. */
export const fill: Command = {
  name: 'fill',
  operands: ['IN.xlsx'],
  help: '填写汇总表,写成另一个文件',
  options: [
    ANY_SCHEME_OPTION,
    {
      name: '--out',
      value: '输出文件名',
      file: 'written',
      required: true,
      help: '填好的工作簿;原文件不改动',
    },
    ...DECISION_OPTIONS,
    MAP_OPTION,
    JSON_OPTION,
    { name: '--department', value: '部(所)名称', repeatable: true, help: '只填写这个部(所),可以写多次' },
    { name: '--per-department', value: null, help: '每个部(所)一张汇总表' },
    {
      name: '--order',
      value: SUMMARY_ORDERS.join('、'),
      help: '新行的次序:部(所)、部(所)加名次、名册、得分',
    },
    { name: '--overwrite-formulas', value: null, help: '汇总表里该填数的地方有公式时,用计算结果替换' },
  ],
  run: async (given, io) => {
    const out = optionOf(given, '--out')!;
    decisionsOf(given);
    const scheme = chosenScheme(given, await memoryOfInput(given, io));
    if (isTableScheme(scheme)) return writeTable(scheme, given, out, io);
    const answers = await answersOf(given, scheme, io);
    const options = {
      ...decisionsFor(scheme, given),
      ...fillOptionsOf(given),
      ...(answers ? { answers } : {}),
    };
    const host = createFileHost({ input: resolved(io, given.positionals[0]!), output: resolved(io, out) });
    const outcome = await fillSummary(host, scheme, { options });
    const { evaluation } = outcome;
    if (!isJsonOnly(given)) io.out(reportText(evaluation) + outcomeText(outcome, out));
    else if (outcome.kind === 'nobody') io.error(outcomeText(outcome, out));
    if (outcome.kind === 'filled') io.error(endingNote(given.positionals[0]!, out));
    io.error(otherSchemeText(evaluation.issues, evaluation.snapshot));
    await writeJson(given, evaluation, io);
    return outcome.kind === 'nobody' || evaluation.counts.error > 0 ? 1 : 0;
  },
};

/** Whom to fill and how. Throws CallError on an order that is none. */
function fillOptionsOf(given: Arguments): FillOptions {
  const departments = given.options.get('--department');
  const wanted = optionOf(given, '--order');
  const order = SUMMARY_ORDERS.find((each) => each === wanted);
  if (wanted !== null && !order) {
    throw new CallError(`--order 要写成 ${SUMMARY_ORDERS.join('、')} 之一,现在是“${wanted}”。`);
  }
  return {
    overwriteFormulas: given.options.has('--overwrite-formulas'),
    perDepartment: given.options.has('--per-department'),
    ...(departments ? { departments } : {}),
    ...(order ? { order } : {}),
  };
}

function outcomeText({ plan }: FillOutcome, out: string): string {
  if (plan === null) return `没有人可以计分,没有写出“${out}”。请先处理上面的错误。\n`;
  const rows = plan.insertedRows > 0 ? `,新增 ${plan.insertedRows} 行` : '';
  const made = plan.made.map((sheet) => `“${sheet}”`).join('、');
  const done = [
    ...(plan.made.includes(plan.summarySheet)
      ? []
      : [
          `在“${plan.summarySheet}”${plan.made.length > 0 ? '等表' : ''}填写 ${plan.cells.length} 个单元格${rows}`,
        ]),
    ...(made === '' ? [] : [`新建工作表${made}`]),
  ].join(',');
  const formulas = plan.formulas.map(({ cell }) => `${cell.sheet}!${cellName(cell.row, cell.column)}`);
  const kept = formulas.length > 0 ? `保留了 ${formulas.length} 处公式:${formulas.join('、')}。\n` : '';
  return `${kept}已${done},写出“${out}”。\n`;
}
