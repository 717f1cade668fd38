import { slipSheet } from '../../cycle/slips/slips';
import { writeNewWorkbook } from '../../hosts/file';
import { optionOf } from '../arguments';
import { CallError } from '../callError';
import type { Command } from '../command';
import { DECISION_OPTIONS } from '../decisions';
import { evaluated } from '../evaluated';
import { resolved } from '../io';

/** Writes the slips of all persons, or of one: 0 written, 1 somebody among them is unscored. */
export const slips: Command = {
  name: 'slips',
  operands: ['IN.xlsx'],
  help: '生成个人扣分明细单,每人一页,留有签字的地方',
  options: [
    { name: '--out', value: '输出文件名', file: 'written', required: true, help: '明细单工作簿' },
    { name: '--person', value: '姓名', help: '只要这个人的;不写时每人一页' },
    { name: '--department', value: '部门', help: '只要这个部门的' },
    ...DECISION_OPTIONS,
  ],
  run: async (given, io) => {
    const evaluation = await evaluated(given, io);
    const name = optionOf(given, '--person')?.replace(/\s/g, '') ?? null;
    const department = optionOf(given, '--department');
    const persons = evaluation.scores.persons.filter(
      ({ assessee }) =>
        (name === null || assessee.name === name) &&
        (department === null || assessee.department === department),
    );
    if (persons.length === 0) throw new CallError('没有这样的人。请核对 --person 和 --department。');
    const out = optionOf(given, '--out')!;
    await writeNewWorkbook(resolved(io, out), [slipSheet(evaluation, persons)]);
    io.out(`已写出“${out}”,${persons.length} 份。里面有客户名称,只发给本人和测评人员。\n`);
    return persons.some(({ status }) => status === 'unscored') ? 1 : 0;
  },
};
