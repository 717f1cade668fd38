import { snapshotToText } from '../../app/replay';
import { writeBytes } from '../../hosts/file';
import { optionOf } from '../arguments';
import type { Command } from '../command';
import { readInput } from '../input';
import { resolved } from '../io';

/** Writes what was read of a workbook, to be replayed elsewhere. */
export const snapshot: Command = {
  name: 'snapshot',
  operands: ['IN.xlsx'],
  help: '把读到的内容存成快照文件,可在别处重新校验',
  options: [{ name: '--out', value: '快照文件名(.json)', file: 'written', required: true, help: '快照文件' }],
  run: async (given, io) => {
    const out = optionOf(given, '--out')!;
    const text = snapshotToText(await readInput(given.positionals[0]!, io));
    await writeBytes(resolved(io, out), new TextEncoder().encode(text));
    io.out(`已写出快照“${out}”。里面有姓名和客户名称,请按规定保管。\n`);
    return 0;
  },
};
