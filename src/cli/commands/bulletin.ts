import { bulletinSheets } from '../../cycle/bulletin/bulletin';
import type { Naming } from '../../cycle/bulletin/naming';
import { writeNewWorkbook } from '../../hosts/file';
import { type Arguments, optionOf } from '../arguments';
import { CallError } from '../callError';
import type { Command } from '../command';
import { DECISION_OPTIONS } from '../decisions';
import { evaluated } from '../evaluated';
import { resolved } from '../io';
import { summaryLine } from '../report';

const NAMINGS: readonly Naming[] = ['all', 'initials', 'departments'];

/** Writes the bulletin of a half-year: 0 all is scored, 1 errors are left and the figures are not final. */
export const bulletin: Command = {
  name: 'bulletin',
  operands: ['IN.xlsx'],
  help: '生成测评通报(A4 可打印,带图表);不出现客户名称',
  options: [
    { name: '--out', value: '输出文件名', file: 'written', required: true, help: '通报工作簿' },
    {
      name: '--persons',
      value: 'all、initials 或 departments',
      help: '个人怎样出现:全名(all,默认)、姓加“某”(initials)、只到部门(departments)',
    },
    ...DECISION_OPTIONS,
  ],
  run: async (given, io) => {
    const naming = namingOf(given);
    const evaluation = await evaluated(given, io);
    const out = optionOf(given, '--out')!;
    if (evaluation.scores.persons.every(({ status }) => status === 'unscored')) {
      io.out(`${summaryLine(evaluation)}\n没有人可以计分,没有写出“${out}”。请先用 check 看要改的地方。\n`);
      return 1;
    }
    await writeNewWorkbook(resolved(io, out), await bulletinSheets(evaluation, naming));
    io.out(`${summaryLine(evaluation)}\n已写出“${out}”。\n`);
    return evaluation.counts.error > 0 ? 1 : 0;
  },
};

function namingOf(given: Arguments): Naming {
  const text = optionOf(given, '--persons') ?? 'all';
  const naming = NAMINGS.find((each) => each === text);
  if (naming) return naming;
  throw new CallError(`--persons 要写 ${NAMINGS.join('、')},现在是“${text}”。`);
}
