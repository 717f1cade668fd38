import { classificationTemplate } from '../../app/classify/sheets';
import { blankWorkbook } from '../../app/template';
import { writeNewWorkbook } from '../../hosts/file';
import type { Command } from '../command';
import { resolved } from '../io';
import { ANY_SCHEME_OPTION, namedClassification, shippedScheme } from '../schemeInput';

/** Writes a blank workbook to be filled in. */
export const template: Command = {
  name: 'template',
  operands: ['OUT.xlsx'],
  help: '生成空白的工作簿(名册、明细测评表、汇总表等)',
  options: [ANY_SCHEME_OPTION],
  run: async (given, io) => {
    const out = given.positionals[0]!;
    const classification = namedClassification(given);
    const sheets = classification
      ? classificationTemplate(classification)
      : blankWorkbook(shippedScheme(given));
    await writeNewWorkbook(resolved(io, out), sheets);
    io.out(`已写出空白工作簿“${out}”。\n`);
    return 0;
  },
};
