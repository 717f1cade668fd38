import { evaluateWorkbook } from '../../app/scheme/evaluateWorkbook';
import { isTableScheme } from '../../model';
import type { Command } from '../command';
import { DECISION_OPTIONS, decisionsFor, decisionsOf } from '../decisions';
import { isFolder } from '../folder';
import { answersOf, MAP_OPTION, readInput } from '../input';
import { resolved } from '../io';
import { isJsonOnly, JSON_OPTION, writeJson } from '../jsonOutput';
import { JOBS_OPTION } from '../parallel/jobs';
import { reportText, scoreLines } from '../report';
import { ANY_SCHEME_OPTION, chosenScheme } from '../schemeInput';
import { checkTable, otherSchemeText } from './table';

/** Reads, validates and scores a workbook, or each workbook of a folder; writes nothing into them. */
export const check: Command = {
  name: 'check',
  operands: ['IN.xlsx'],
  help: '读取、校验、计分,不改动文件;给文件夹时逐个校验,列成一张表',
  options: [ANY_SCHEME_OPTION, ...DECISION_OPTIONS, MAP_OPTION, JSON_OPTION, JOBS_OPTION],
  run: async (given, io) => {
    // A wrong call is refused before anything is read.
    decisionsOf(given);
    const place = resolved(io, given.positionals[0]!);
    if (await isFolder(place)) {
      const { checkFolder } = await import(/* webpackMode: "eager" */ './checkFolder');
      return checkFolder(place, given, io);
    }
    const snapshot = await readInput(given.positionals[0]!, io);
    const scheme = chosenScheme(given, snapshot.memory);
    if (isTableScheme(scheme)) return checkTable(scheme, snapshot, given, io);
    const answers = await answersOf(given, scheme, io);
    const options = { ...decisionsFor(scheme, given), ...(answers ? { answers } : {}) };
    const evaluation = evaluateWorkbook(snapshot, scheme, options);
    if (!isJsonOnly(given)) io.out(scoreLines(evaluation) + reportText(evaluation));
    io.error(otherSchemeText(evaluation.issues, snapshot));
    await writeJson(given, evaluation, io);
    return evaluation.counts.error > 0 ? 1 : 0;
  },
};
