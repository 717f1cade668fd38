import { verifySeal, type SealVerdict } from '../../app/handin/verify';
import { createFileHost } from '../../hosts/file';
import type { Command, ExitStatus } from '../command';
import { resolved } from '../io';
import { scoringScheme } from '../schemeInput';

const STATUS: Readonly<Record<SealVerdict['kind'], ExitStatus>> = { intact: 0, changed: 1, none: 2 };

/** Says whether a sealed workbook is still what was sealed: 0 intact, 1 changed, 2 no seal. */
export const verify: Command = {
  name: 'verify',
  operands: ['FILE.xlsx'],
  help: '核对提交凭证:0 与封存时一致,1 有改动,2 没有凭证或不能读取',
  options: [],
  run: async (given, io) => {
    const host = createFileHost({ input: resolved(io, given.positionals[0]!) });
    const snapshot = await host.read();
    const verdict = await verifySeal(snapshot, scoringScheme(given, snapshot.memory));
    io.out(verdictText(verdict));
    return STATUS[verdict.kind];
  },
};

function verdictText(verdict: SealVerdict): string {
  if (verdict.kind === 'none') return '没有提交凭证:这个工作簿没有封存过,或者凭证已被删除。\n';
  const { seal } = verdict;
  const head = seal === null ? [] : [`提交凭证:${seal.time} 封存,${seal.persons} 人次,校验码 ${seal.code}`];
  if (verdict.kind === 'intact') return `${[...head, '与封存时一致。'].join('\n')}\n`;
  const changes = verdict.changes.map(({ message }) => `  ${message}`);
  return `${[...head, `与封存时不一致,有 ${changes.length} 处改动:`, ...changes].join('\n')}\n`;
}
