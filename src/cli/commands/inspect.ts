import type { SheetReading } from '../../app/evaluation';
import { columnName, type Issue } from '../../model';
import { evaluateWorkbook } from '../../app/scheme/evaluateWorkbook';
import type { Command } from '../command';
import { answersOf, MAP_OPTION, readInput } from '../input';
import { isJsonOnly, JSON_OPTION, writeText } from '../jsonOutput';
import { issueLine } from '../report';
import { ANY_SCHEME_OPTION, scoringScheme } from '../schemeInput';

/** Codes of what recognition could not tell. */
const QUESTIONS = new Set([
  'sheet-missing',
  'column-missing',
  'header-ambiguous',
  'ambiguous-mark',
  'rate-unit-ambiguous',
]);

/** Prints how each sheet is read; writes nothing. */
export const inspect: Command = {
  name: 'inspect',
  operands: ['IN.xlsx'],
  help: '显示每张工作表是怎样读的:认作什么表、哪一列是什么、跳过了哪些行',
  options: [ANY_SCHEME_OPTION, MAP_OPTION, JSON_OPTION],
  run: async (given, io) => {
    const snapshot = await readInput(given.positionals[0]!, io);
    const scheme = scoringScheme(given, snapshot.memory);
    const answers = await answersOf(given, scheme, io);
    const { readings, issues } = evaluateWorkbook(snapshot, scheme, answers ? { answers } : {});
    const questions = issues.filter((issue) => QUESTIONS.has(issue.code));
    if (!isJsonOnly(given)) io.out(readings.map(readingText).join('\n') + questionText(questions));
    await writeText(given, JSON.stringify({ sheets: readings, issues: questions }, null, 2), io);
    return questions.length > 0 ? 1 : 0;
  },
};

function readingText(reading: SheetReading): string {
  if (reading.definition === null) return `工作表“${reading.sheet}”:不读取(${reading.evidence.join(';')})\n`;
  const percent = Math.round(reading.confidence * 100);
  const rows = reading.headerRows.map((row) => row + 1);
  const columns = reading.columns.map(
    (column) => `    ${columnName(column.column)} 列“${column.header.replace(/\s+/g, '')}” → ${column.label}`,
  );
  const skipped = reading.skipped.map((each) => `    第 ${each.row + 1} 行:${each.reason}`);
  return [
    `工作表“${reading.sheet}”:${reading.label}(${reading.definition}),把握 ${percent}%(${reading.evidence.join(';')})`,
    ...(reading.candidates.length > 0 ? [`  可能是:${reading.candidates.join('、')},请用 --map 选定`] : []),
    `  表头在第 ${rows.join('、')} 行,数据 ${reading.dataRows} 行`,
    ...columns,
    ...(skipped.length > 0 ? ['  跳过的行:', ...skipped] : []),
    '',
  ].join('\n');
}

function questionText(questions: readonly Issue[]): string {
  if (questions.length === 0) return '\n全部认出,没有疑问。\n';
  return [
    '\n需要回答的问题:',
    ...questions.map(issueLine),
    '',
    '可以改正表头,或用 --map 给出答案。',
    '',
  ].join('\n');
}
