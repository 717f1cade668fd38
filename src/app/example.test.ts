import { sheetOf, snapshotOf } from '../../tests/fixtures/snapshots';
import { newWorkbook } from '../hosts/file/newWorkbook';
import { readWorkbook } from '../hosts/file/read/readWorkbook';
import { yinchuan2008 } from '../schemes';
import type { NewSheet } from '../workbook/host';
import { evaluate } from './evaluate';
import { exampleChanges } from './example';
import { planFill } from './fill';

const scheme = yinchuan2008();
const empty = snapshotOf(sheetOf('Sheet1', []));
const sheetsOf = (snapshot: typeof empty): NewSheet[] =>
  exampleChanges(snapshot, scheme).flatMap((change) => (change.kind === 'addSheet' ? [change.sheet] : []));

test('the example is scored without a fault, everybody of it, and its summary can be filled', () => {
  const evaluation = evaluate(readWorkbook(newWorkbook(sheetsOf(empty)), '示例.xlsx'), scheme);
  expect(evaluation.issues.filter(({ severity }) => severity !== 'info')).toEqual([]);
  expect(evaluation.period).toBe('2026H1');
  expect(evaluation.scores.persons.map(({ status }) => status)).toEqual(Array(6).fill('scored'));
  const scores = evaluation.scores.persons.map(({ score }) => score!.valueOf());
  expect(new Set(scores).size).toBeGreaterThan(4);
  expect(evaluation.scores.persons.some(({ qualified }) => qualified === false)).toBe(true);
  expect(planFill(evaluation).made).toEqual(['客户服务质量测评汇总表']);
});

test('it has the lists, frozen headers and page set-up of the template', () => {
  for (const sheet of sheetsOf(empty).slice(1)) expect(sheet.headerRows).toBeGreaterThan(1);
  expect(sheetsOf(empty).flatMap(({ lists }) => lists).length).toBeGreaterThan(3);
});

test('dates are those of the workbook', () => {
  const dateOf = (snapshot: typeof empty) =>
    sheetsOf(snapshot)
      .flatMap(({ cells }) => cells)
      .find(({ style, value }) => style === 'date' && value !== '')!.value;
  expect(Number(dateOf(empty)) - Number(dateOf({ ...empty, date1904: true }))).toBe(1_462);
});

test.each([
  ['a workbook that holds something', snapshotOf(sheetOf('Sheet1', [['我的']])), /空白工作簿/],
  ['an empty tab of that name', snapshotOf(sheetOf('人员名册', [])), /人员名册/],
])('%s is left alone', (_name, snapshot, message) => {
  expect(() => exampleChanges(snapshot, scheme)).toThrow(message);
});
