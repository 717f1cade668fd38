import { memoryOf, settingsOf } from '../../app/remembered';
import { compareVisits, isAsDrawn } from '../../cycle/draw/compareVisits';
import { requireDraw } from '../../cycle/draw/record';
import { comparisonText } from '../../cycle/draw/texts';
import { scoringSchemeById } from '../../cycle/scheme';
import { createFileHost } from '../../hosts/file';
import { optionOf } from '../arguments';
import { CallError } from '../callError';
import type { Command } from '../command';
import { resolved } from '../io';
import { isJsonOnly, JSON_OPTION, writeText } from '../jsonOutput';

/** Compares visits with the draw: 0 as drawn or with reasons, 1 households missing, too few, or without a reason. */
export const drawCheck: Command = {
  name: 'draw-check',
  operands: ['IN.xlsx'],
  help: '走访与抽样核对:没有走访的、替换走访的(要写原因)、户数不足的',
  options: [
    { name: '--draw', value: '抽样的工作簿', file: 'read', help: '不写时用 IN.xlsx 自己记着的抽样' },
    JSON_OPTION,
  ],
  run: async (given, io) => {
    const file = given.positionals[0]!;
    const snapshot = await createFileHost({ input: resolved(io, file) }).read();
    const source = optionOf(given, '--draw');
    const drawn = source === null ? snapshot : await createFileHost({ input: resolved(io, source) }).read();
    const record = requireDraw(drawn, source ?? file, (message) => new CallError(message));
    const scheme = scoringSchemeById(record.scheme.id);
    const { answers } = settingsOf(memoryOf(snapshot), scheme);
    const comparison = compareVisits(snapshot, scheme, record, answers);
    if (!isJsonOnly(given)) io.out(comparisonText(comparison, scheme));
    await writeText(given, JSON.stringify(comparison, null, 2), io);
    return isAsDrawn(comparison) ? 0 : 1;
  },
};
