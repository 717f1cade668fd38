import { evaluate } from '../../app/evaluate';
import { memoryOf, settingsOf } from '../../app/remembered';
import { createFileHost } from '../../hosts/file';
import { yinchuan2008 } from '../../schemes';
import type { Command } from '../command';
import { DECISION_OPTIONS, decisionsOf } from '../decisions';
import { resolved } from '../io';
import { isJsonOnly, JSON_OPTION, writeJson } from '../jsonOutput';
import { reportText, scoreLines } from '../report';

/** Reads, validates and scores a workbook; writes nothing into it. */
export const check: Command = {
  name: 'check',
  operands: ['IN.xlsx'],
  help: '读取、校验、计分,不改动文件',
  options: [...DECISION_OPTIONS, JSON_OPTION],
  run: async (given, io) => {
    const options = decisionsOf(given);
    const host = createFileHost({ input: resolved(io, given.positionals[0]!) });
    const snapshot = await host.read();
    const evaluation = evaluate(snapshot, yinchuan2008(), options, settingsOf(memoryOf(snapshot)));
    if (!isJsonOnly(given)) io.out(scoreLines(evaluation) + reportText(evaluation));
    await writeJson(given, evaluation, io);
    return evaluation.counts.error > 0 ? 1 : 0;
  },
};
