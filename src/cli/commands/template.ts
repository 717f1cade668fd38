import { blankWorkbook } from '../../app/template';
import { writeNewWorkbook } from '../../hosts/file';
import { yinchuan2008 } from '../../schemes';
import type { Command } from '../command';
import { resolved } from '../io';

/** Writes a blank workbook to be filled in. */
export const template: Command = {
  name: 'template',
  operands: ['OUT.xlsx'],
  help: '生成空白的工作簿(名册、明细测评表、汇总表等)',
  options: [],
  run: async (given, io) => {
    const out = given.positionals[0]!;
    await writeNewWorkbook(resolved(io, out), blankWorkbook(yinchuan2008()));
    io.out(`已写出空白工作簿“${out}”。\n`);
    return 0;
  },
};
