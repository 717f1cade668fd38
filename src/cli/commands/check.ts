import { yinchuan2008 } from '../../schemes';
import { evaluateWorkbook } from '../../app/scheme/evaluateWorkbook';
import type { Command } from '../command';
import { DECISION_OPTIONS, decisionsOf } from '../decisions';
import { answersOf, MAP_OPTION, readInput } from '../input';
import { isJsonOnly, JSON_OPTION, writeJson } from '../jsonOutput';
import { reportText, scoreLines } from '../report';

/** Reads, validates and scores a workbook; writes nothing into it. */
export const check: Command = {
  name: 'check',
  operands: ['IN.xlsx'],
  help: '读取、校验、计分,不改动文件',
  options: [...DECISION_OPTIONS, MAP_OPTION, JSON_OPTION],
  run: async (given, io) => {
    const scheme = yinchuan2008();
    const decisions = decisionsOf(given);
    const answers = await answersOf(given, scheme, io);
    const snapshot = await readInput(given.positionals[0]!, io);
    const options = answers ? { ...decisions, answers } : decisions;
    const evaluation = evaluateWorkbook(snapshot, scheme, options);
    if (!isJsonOnly(given)) io.out(scoreLines(evaluation) + reportText(evaluation));
    await writeJson(given, evaluation, io);
    return evaluation.counts.error > 0 ? 1 : 0;
  },
};
