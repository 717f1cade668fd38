import { nearestOf, type PersonScore } from '../../model';
import { optionOf } from '../arguments';
import { CallError } from '../callError';
import { evaluateWorkbook } from '../../app/scheme/evaluateWorkbook';
import type { Command } from '../command';
import { DECISION_OPTIONS, decisionsFor } from '../decisions';
import { explanationData, explanationText } from '../explanation';
import { answersOf, MAP_OPTION, readInput } from '../input';
import { isJsonOnly, JSON_OPTION, writeText } from '../jsonOutput';
import { ANY_SCHEME_OPTION, scoringScheme } from '../schemeInput';

/** Explains how a person's score came about, down to clause and cell. */
export const explain: Command = {
  name: 'explain',
  operands: ['IN.xlsx'],
  help: '逐项说明一个人的得分:条款、户、单元格、算式',
  options: [
    { name: '--person', value: '姓名', required: true, help: '要说明的人' },
    { name: '--department', value: '部门', help: '同名的人在几个部门时指明是哪一个' },
    ANY_SCHEME_OPTION,
    ...DECISION_OPTIONS,
    MAP_OPTION,
    JSON_OPTION,
  ],
  run: async (given, io) => {
    const snapshot = await readInput(given.positionals[0]!, io);
    const scheme = scoringScheme(given, snapshot.memory);
    const answers = await answersOf(given, scheme, io);
    const options = { ...decisionsFor(scheme, given), ...(answers ? { answers } : {}) };
    const evaluation = evaluateWorkbook(snapshot, scheme, options);
    const persons = personsOf(
      evaluation.scores.persons,
      optionOf(given, '--person')!,
      optionOf(given, '--department'),
    );
    if (!isJsonOnly(given)) io.out(explanationText(evaluation, persons));
    await writeText(given, JSON.stringify(explanationData(evaluation, persons), null, 2), io);
    return persons.some((person) => person.status === 'unscored') ? 1 : 0;
  },
};

/** The person's posts; throws CallError where nobody or several persons are meant. */
function personsOf(
  all: readonly PersonScore[],
  name: string,
  department: string | null,
): readonly PersonScore[] {
  const wanted = name.replace(/\s/g, '');
  const named = all.filter((person) => person.assessee.name === wanted);
  const found = named.filter((person) => department === null || person.assessee.department === department);
  const departments = [...new Set(named.map((person) => person.assessee.department))];
  if (named.length === 0) throw new CallError(nobodyText(name, all), false);
  if (found.length === 0)
    throw new CallError(`“${name}”不在“${department ?? ''}”,在:${departments.join('、')}。`, false);
  if (department === null && departments.length > 1) {
    throw new CallError(`有几个“${name}”,请用 --department 指明:${departments.join('、')}。`, false);
  }
  return found;
}

function nobodyText(name: string, all: readonly PersonScore[]): string {
  const meant = nearestOf(name, [...new Set(all.map((person) => person.assessee.name))]);
  return `结果里没有“${name}”。${meant === null ? '' : `是否想找“${meant}”?`}`;
}
