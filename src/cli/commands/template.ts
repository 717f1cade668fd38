import { tableTemplate } from '../../app/tables/sheets';
import { memoryOfScheme } from '../../app/remembered';
import { blankWorkbook } from '../../app/template';
import { writeNewWorkbook } from '../../hosts/file';
import { isTableScheme } from '../../model';
import type { Command } from '../command';
import { resolved } from '../io';
import { ANY_SCHEME_OPTION, chosenScheme } from '../schemeInput';

/** Writes a blank workbook to be filled in. */
export const template: Command = {
  name: 'template',
  operands: ['OUT.xlsx'],
  help: '生成空白的工作簿(名册、明细测评表、汇总表等)',
  options: [ANY_SCHEME_OPTION],
  run: async (given, io) => {
    const out = given.positionals[0]!;
    const scheme = chosenScheme(given, null);
    const sheets = isTableScheme(scheme) ? tableTemplate(scheme) : blankWorkbook(scheme);
    await writeNewWorkbook(resolved(io, out), sheets, memoryOfScheme(scheme.id));
    io.out(`已写出空白工作簿“${out}”。\n`);
    return 0;
  },
};
